"""DI605 and DI704: differences between the language versions of a report."""

from collections import defaultdict
from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.report_wording import pattern
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Passage, Severity
from disclosure_index.policy.rules import Rule

_SIGNS = str.maketrans({**dict.fromkeys(",， )）%％"), "−": "-", "–": "-", "(": "-"})


def twins(assessment: Assessment) -> Iterator[Finding]:
    """Report disclosures tagged in one language version only. A tag on a heading counts for its parts."""
    if len(assessment.report.documents) == 1:
        return
    everywhere = {n for n, document in enumerate(assessment.report.documents) if document.readable}
    below: dict[tuple[str, str], list[set[int]]] = defaultdict(list)
    for row in assessment.coverage:
        below[row.disclosure.framework, row.disclosure.parent].append({link.document for link in row.links})
    for row in assessment.coverage:
        own = [link for link in row.links if link.disclosure == row.disclosure]
        answered = {link.document for link in row.links}
        parts = below.get((row.disclosure.framework, row.disclosure.code)) or [set()]
        lacking = everywhere - answered - frozenset[int].intersection(*map(frozenset, parts))
        if not own or not lacking:
            continue
        paths = joined(COMMA, (assessment.report.documents[n].path for n in sorted(lacking)))
        span = own[0].statement.span
        d = row.disclosure
        yield about(
            "DI605",
            d,
            message("{name} is tagged here but not in {paths}", name=assessment.name(d), paths=paths),
            span.location,
            message("Tag the same passage there"),
        )


def twin_figures(assessment: Assessment) -> Iterator[Finding]:
    """Report the rows of tables that are tagged alike in two languages, with other figures in their cells."""
    if len(assessment.report.documents) < 2:
        return
    first: dict[tuple[str, str, int], Passage] = {}
    for links, text in assessment.elements:
        span, number = links[0].statement.span, links[0].document
        document = assessment.report.documents[number]
        if not text or span.text is not None or document.anchors.get(span.anchor) != span.location:
            continue
        named = " ".join(link.statement.text for link in links)
        for at in range(span.first, span.last):
            passage = document.passages[at]
            if passage.kind != "table-row":
                continue
            twin = first.setdefault((span.anchor, named, at - span.first), passage)
            if twin.location.path == passage.location.path or not (pair := _differing(twin.text, passage.text)):
                continue
            problem = message(
                "The row gives {here} here but {there} in {path}", here=pair[1], there=pair[0], path=twin.location.path
            )
            reference, d = links[0].statement.reference, links[0].disclosure
            yield Finding(
                "DI704",
                problem,
                passage.location,
                message("See {place}, and correct the wrong one", place=twin.location),
                framework=reference.framework if reference else "",
                edition=d.edition if d else "",
                code=d.code if d else named,
                anchor=passage.anchor,
            )


def _differing(one: str, other: str) -> tuple[str, str] | None:
    """Return the first cells that are both numbers, at the same place of rows of one form, and not the same."""
    left, right = one.split("\t"), other.split("\t")
    if len(left) != len(right):
        return None
    for a, b in zip(left, right, strict=True):
        if pattern("figure").fullmatch(a) and pattern("figure").fullmatch(b) and _plain(a) != _plain(b):
            return a, b
    return None


def _plain(number: str) -> str:
    return number.translate(_SIGNS)


RULES = (
    Rule(
        "DI605",
        "twin-without-tag",
        Severity.WARNING,
        message("a disclosure that is tagged in one language and not in another"),
        message("The language versions of a report must say the same, so they answer the same disclosures."),
        'report-en.xhtml: <p data-disclosure="gri:2-6">…</p>\nreport-zh.xhtml: <p>…</p>',
        'report-en.xhtml: <p data-disclosure="gri:2-6">…</p>\nreport-zh.xhtml: <p data-disclosure="gri:2-6">…</p>',
        twins,
    ),
    Rule(
        "DI704",
        "figures-differ",
        Severity.WARNING,
        message("a figure that differs between two language versions"),
        message(
            "The language versions of a report must say the same. Reported for table rows with the same id and tags in "
            "both: one of the figures is wrong."
        ),
        'report-en.xhtml: <tr id="water" …><td>50.2</td></tr>\nreport-zh.xhtml: <tr id="water" …><td>52.0</td></tr>',
        'report-en.xhtml: <tr id="water" …><td>50.2</td></tr>\nreport-zh.xhtml: <tr id="water" …><td>50.2</td></tr>',
        twin_figures,
    ),
)
