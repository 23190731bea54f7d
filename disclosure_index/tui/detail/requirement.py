"""The requirement of a disclosure, in our words, with its datapoints ticked or open."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COLON, joined, label, message, render, states
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Basis, in_language
from disclosure_index.tui.detail import targets
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Part

UNVERIFIED = message("The definition is unverified: check it against the framework's text.")
OPTIONAL = label("datapoint", " (optional)")
TICKED, OPEN = "[x] ", "[ ] "


def requirement(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield title, status, obligation, summary and datapoints."""
    d = row.disclosure
    framework = assessment.catalog.frameworks[d.framework]
    mark = STATUS[row.status]
    stands = message(
        "{status}, {obligation}, {year}",
        status=states.STATUS[row.status],
        obligation=states.OBLIGATION[row.obligation],
        year=financial_year(assessment.report),
    )
    parts = [
        Part(line(f"{framework.short} {d.code}  {in_language(d.title, language)}"), "strong"),
        Part(
            render(stands, language),
            mark.style,
            f"{mark.sign} ",
        ),
    ]
    if row.reported_with:
        parts.append(Part(render(message("reported with {code}", code=row.reported_with), language), "dim"))
    if row.decision.missing:
        missing = " / ".join(f"profile.{name}" for name in row.decision.missing)
        unset = message("not set in the project file: {missing}", missing=missing)
        parts.append(Part(render(unset, language), "warn"))
    if row.owner:
        parts.append(Part(render(joined(COLON, (label("column", "Owner"), line(row.owner))), language)))
    if row.due:
        parts.append(Part(render(joined(COLON, (label("column", "Due"), row.due.isoformat())), language)))
    if row.note:
        parts.append(Part(render(joined(COLON, (label("column", "Note"), line(row.note))), language)))
    texts = assessment.catalog.texts.of(d, language)
    if texts.summary:
        parts += (Part(""), Part(line(texts.summary)))
    if d.basis == Basis.UNVERIFIED or d.note:
        unsure = render(UNVERIFIED, language) if d.basis == Basis.UNVERIFIED else ""
        parts.append(Part(line(" ".join(filter(None, (unsure, d.note)))), "dim"))
    yield Block(tuple(parts))
    yield from _datapoints(row, texts.datapoints, assessment.ticks(row), language)


def _datapoints(
    row: Coverage, titles: Mapping[str, str], ticks: Mapping[str, tuple[str, ...]], language: str
) -> Iterator[Block]:
    points = {point.id: point for point in row.disclosure.datapoints}
    if not points and not row.answered and not row.open:
        return
    ids = list(points) if {*row.answered, *row.open} <= points.keys() else [*row.answered, *row.open]
    yield from head(render(label("heading", "Datapoints"), language))
    for id in ids:
        point, ticked = points.get(id), id in ticks
        optional = render(OPTIONAL, language) if point and point.optional else ""
        text = line(titles.get(id, id)) + optional
        style = "" if ticked else "dim" if optional else "warn"
        yield Block((Part(text, style, TICKED if ticked else OPEN),), targets.DatapointTarget(id, ticked))
