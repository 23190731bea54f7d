"""DI630 and DI631: statements that could not be carried unchanged to a new version of a document."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.messages import COMMA, joined, message, plural
from disclosure_index.model import Document, Finding, Message, Omission, Pending, Report, Severity, Tag, parse_reference
from disclosure_index.model.pending import CHANGED, LOST, TEXT
from disclosure_index.policy.rules import Rule

QUOTED = 80
"""Letters of an old text in a message."""
_SOURCE = message("how statements are carried (docs/from-draft-to-draft.md)")


def not_placed(assessment: Assessment) -> Iterator[Finding]:
    """Report each statement that is to confirm or lost, until it is placed or dropped."""
    for number, one in enumerate(assessment.report.pending, start=1):
        if one.state == CHANGED:
            continue
        if one.kind == TEXT:
            problem = message('"{text}" was edited in the tagged document and not in its source', text=_quoted(one.was))
            hint = message(
                'Change the source, then run "update --drop {number}" on the report; "--accept {number}" '
                "puts the text back into the tagged document",
                number=number,
            )
        elif one.successors:
            problem = message(
                '{statement} has no successor of its own for "{text}": one of {codes} goes on from it',
                statement=one.statement,
                text=_quoted(one.was),
                codes=joined(COMMA, one.successors),
            )
            hint = message(
                'Tag the text with the codes that it answers, then run "update --drop {number}" on the report',
                number=number,
            )
        elif one.state == LOST:
            problem = message(
                '{statement} was lost in the new version: nothing is like "{text}"',
                statement=one.statement,
                text=_quoted(one.was),
            )
            hint = message(
                'Tag the text that answers it now, then run "update --drop {number}" on the report', number=number
            )
        else:
            problem = plural(
                '{statement} is to be confirmed in the new version: "{text}" may be in {number} place',
                '{statement} is to be confirmed in the new version: "{text}" may be in {number} places',
                len(one.candidates),
                statement=one.statement,
                text=_quoted(one.was),
            )
            hint = message(
                'Run "update" on the report to see the places, then "update --accept {number}" or "--drop {number}"',
                number=number,
            )
        yield _finding("DI630", one, problem, hint)


def changed_since_review(assessment: Assessment) -> Iterator[Finding]:
    """Report each statement that was reviewed, and whose text has changed since."""
    for number, one in enumerate(assessment.report.pending, start=1):
        if one.state == CHANGED and not is_reviewed_again(one, assessment.report):
            problem = message(
                '{statement} was reviewed when its text was "{text}"', statement=one.statement, text=_quoted(one.was)
            )
            hint = message(
                'Compare the text with the old one, then mark the tag as reviewed, or run "update --drop {number}"',
                number=number,
            )
            yield _finding("DI631", one, problem, hint)


def is_reviewed_again(one: Pending, report: Report) -> bool:
    """Whether a person has looked at a changed text since: its statement is reviewed, or was taken away."""
    documents = [d for d in report.documents if d.path == one.document or d.path.endswith(f"/{one.document}")]
    statements: list[tuple[Document, Tag | Omission]] = [(d, tag) for d in documents for tag in d.tags]
    statements += [(d, omission) for d in documents for omission in d.omissions]
    statements = [pair for pair in statements if pair[1].text.casefold() == one.statement.casefold()]
    if all(statement.reviewed for _, statement in statements):
        return True
    from disclosure_index.edits.text_identity import digest_of  # few reports have anything pending

    reviewed = [pair for pair in statements if pair[1].reviewed]
    return any(digest_of(reached(*pair)) == one.digest for pair in reviewed)


def reached(document: Document, statement: Tag | Omission) -> str:
    """Return the text that a statement reaches."""
    span = statement.span
    if span.text is not None:
        return span.text
    return "\n".join(passage.text for passage in document.passages[span.first : span.last])


def _finding(rule: str, one: Pending, problem: Message, hint: Message) -> Finding:
    reference = parse_reference(one.statement)
    framework, code = (reference.framework, reference.code) if reference else ("", "")
    return Finding(rule, problem, one.location, hint, framework=framework, code=code)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED]}…"


RULES = (
    Rule(
        "DI630",
        "statement-not-placed",
        Severity.WARNING,
        message("tags and omissions that a new version of the text has no certain place for"),
        message("A tag that is neither placed nor dropped is work that gets lost between two drafts."),
        '[[pending]]\ndocument = "report.xhtml"\nstate = "lost"\nkind = "tag"\nstatement = "hkex-esg:A1.3"\n'
        'was = "We produced 2,008 tonnes of hazardous waste."',
        '<p data-disclosure="hkex-esg:A1.3">We produced 1,950 tonnes of hazardous waste.</p>',
        not_placed,
        source=_SOURCE,
        mandatory=True,
    ),
    Rule(
        "DI631",
        "changed-since-review",
        Severity.WARNING,
        message("a reviewed tag whose text has changed since"),
        message("A person has confirmed another text than the one that is printed."),
        '[[pending]]\ndocument = "report.xhtml"\nstate = "changed"\nkind = "tag"\nstatement = "hkex-esg:A1.3"\n'
        'was = "We produced 2,008 tonnes of hazardous waste."',
        '<p data-disclosure="hkex-esg:A1.3" data-reviewed="hkex-esg:A1.3">…</p>',
        changed_since_review,
        source=_SOURCE,
    ),
)
