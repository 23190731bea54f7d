"""One passage of the report: its text, the disclosures that it answers, and those that it may answer."""

from collections.abc import Iterable, Iterator, Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link, LinkStatus
from disclosure_index.messages import COMMA, joined, label, message, render
from disclosure_index.model import Disclosure, Document, Omission, Status, in_language
from disclosure_index.suggest import Suggestion
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import Answer, Proposal
from disclosure_index.tui.report.margin import MarginLine, reaching
from disclosure_index.tui.safe_text import CELL_END, line
from disclosure_index.tui.status_marks import STATUS, UNKNOWN
from disclosure_index.tui.widgets.blocks import RAIL, Block, Part

WRONG = {
    LinkStatus.MALFORMED: label("link", "not a valid reference"),
    LinkStatus.UNKNOWN_FRAMEWORK: label("link", "unknown framework"),
    LinkStatus.UNKNOWN: label("link", "unknown code"),
    LinkStatus.WRONG_EDITION: label("link", "wrong edition"),
    LinkStatus.UNWANTED: label("link", "does not apply to this report"),
}
"""The reasons why a tag does not count."""


def passage_blocks(
    assessment: Assessment, document: int, number: int, language: str, found: Iterable[Suggestion] | None
) -> Iterator[Block]:
    """Yield everything known of a passage.

    Args:
        assessment: of the report.
        document: the number of the document.
        number: the number of the passage in it.
        language: of heads and titles.
        found: the disclosures that it may answer; None if not searched yet.

    """
    source = assessment.report.documents[document]
    passage = source.passages[number]
    path = " > ".join(section.title for section in source.path_of(passage.section) if section.title)
    place = [path or source.title, f"{source.language}:{passage.location.line}"]
    if passage.page:
        place.insert(1, render(label("place", "p. {pages}", pages=passage.page), language))
    yield Block((Part(line(CELL_END.join(place)), "dim"), Part(line(passage.text), "", RAIL)))
    statuses = {row.disclosure.uid: STATUS[row.status] for row in assessment.coverage}
    if found is not None:
        best = sorted(found, key=lambda one: -one.score)
        none = label("heading", "No disclosure seems to be answered here")
        yield from head(render(label("heading", "May answer") if best else none, language))
        for one in best:
            mark = statuses[one.disclosure.uid]
            why = CELL_END.join((f"{one.score}%", render(joined(COMMA, one.matched), language)))
            parts = (
                Part(_title(assessment, one.disclosure, language), mark.style, f"{mark.sign} "),
                Part(line(why), "dim", "  "),
            )
            yield Block(parts, Proposal(one.disclosure, passage.location))
    links = reaching(assessment, document, number)
    counting = sum(link.status.counts for link in links)
    answers, nothing = label("column", "Answers"), label("heading", "Answers nothing")
    yield from head(f"{render(answers, language)} ({counting})" if counting else render(nothing, language))
    for before, link in zip((None, *links), links, strict=False):
        same = before is not None and before.statement.span == link.statement.span
        yield Block(tuple(_answer(assessment, link, language, same)), Answer(link))


def _answer(assessment: Assessment, link: Link, language: str, same: bool) -> Iterator[Part]:
    """Yield a tag; where it covers more than the passage, with its element, unless that is the `same` as before."""
    statement, d, span = link.statement, link.disclosure, link.statement.span
    if span.last - span.first > 1 and not same:
        around = assessment.report.documents[link.document].path_of(span.section)
        title = around[-1].title if around else ""
        reach = message(
            "tag of <{element}> {section} ({line})", element=span.element, section=title, line=span.location.line
        )
        yield Part(line(render(reach, language)), "dim")
    reviewed = [render(label("mark", "reviewed"), language)] if statement.reviewed else []
    notes = [*(f"#{id}" for id in link.datapoints), *reviewed]
    note = f" ({', '.join(notes)})" if notes else ""
    if d is None or not link.status.counts:
        wrong = render(WRONG[link.status], language)
        yield Part(line(f"{statement.text}{note}: {wrong}"), "warn", f"{UNKNOWN} ")
    else:
        sign = STATUS[Status.OMITTED if isinstance(statement, Omission) else Status.DISCLOSED].sign
        yield Part(_title(assessment, d, language) + line(note), "good", f"{sign} ")


def _title(assessment: Assessment, disclosure: Disclosure, language: str) -> str:
    short = assessment.catalog.frameworks[disclosure.framework].short
    return line(f"{short} {disclosure.code}  {in_language(disclosure.title, language)}")


def title_line(assessment: Assessment, document: int, items: Sequence[MarginLine], language: str) -> str:
    """Return the document, and how many of its passages answer anything."""
    documents = assessment.report.documents
    texts = [item for item in items if item.passage.kind != "heading"]
    tagged = sum(item.reached for item in texts)
    counts = message("{tagged} of {passages} passages answer a disclosure", tagged=tagged, passages=len(texts))
    parts = [render(counts, language), documents[document].path.rpartition("/")[2], documents[document].title]
    if len(documents) > 1:
        number = message("document {number} of {all}", number=document + 1, all=len(documents))
        parts.insert(1, render(number, language))
    return line(CELL_END.join(filter(None, parts)))


def twin(one: Document, other: Document, number: int) -> int:
    """Return the passage at the same place in another language version: by anchor, else by relative position."""
    anchor = one.passages[number].anchor if number < len(one.passages) else ""
    if anchor:
        here = number - next(n for n, p in enumerate(one.passages) if p.anchor == anchor)
        there = [n for n, p in enumerate(other.passages) if p.anchor == anchor]
        if there:
            return there[min(here, len(there) - 1)]
    return number * len(other.passages) // max(1, len(one.passages))
