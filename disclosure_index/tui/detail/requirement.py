"""What a disclosure asks for: in our words, with its datapoints ticked or open."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment import Assessment
from disclosure_index.coverage import Coverage
from disclosure_index.model import Basis, Status, in_language
from disclosure_index.tui import targets
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.marks import STATUS
from disclosure_index.tui.texts import line
from disclosure_index.tui.widgets.blocks import Block, Part
from disclosure_index.words import word

TICKED, OPEN = "[x] ", "[ ] "


def requirement(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Give title, status, obligation, summary and datapoints."""
    d = row.disclosure
    framework = assessment.catalog.frameworks[d.framework]
    mark = STATUS[row.status]
    obligation = word(row.obligation or Status.UNDETERMINED, language)
    parts = [
        Part(line(f"{framework.short} {d.code}  {in_language(d.title, language)}"), "strong"),
        Part(
            f"{word(row.status, language)}, {obligation}, {assessment.report.financial_year}",
            mark.style,
            f"{mark.sign} ",
        ),
    ]
    if row.told_by:
        parts.append(Part(word("detail-told-by", language).format(code=row.told_by), "dim"))
    if row.decision.missing:
        missing = " / ".join(f"profile.{name}" for name in row.decision.missing)
        parts.append(Part(word("detail-profile", language).format(missing=missing), "warn"))
    if row.owner:
        parts.append(Part(word("owner", language) + word("colon", language) + line(row.owner)))
    if row.note:
        parts.append(Part(word("note", language) + word("colon", language) + line(row.note)))
    said = assessment.catalog.texts.of(d, language)
    if said.summary:
        parts += (Part(""), Part(line(said.summary)))
    if d.basis == Basis.UNVERIFIED or d.note:
        unsure = word("detail-unverified", language) if d.basis == Basis.UNVERIFIED else ""
        parts.append(Part(line(" ".join(filter(None, (unsure, d.note)))), "dim"))
    yield Block(tuple(parts))
    yield from _datapoints(row, said.datapoints, language)


def _datapoints(row: Coverage, titles: Mapping[str, str], language: str) -> Iterator[Block]:
    points = {point.id: point for point in row.disclosure.datapoints}
    if not points and not row.answered and not row.open:
        return
    ids = list(points) if {*row.answered, *row.open} <= points.keys() else [*row.answered, *row.open]
    yield from head(word("datapoints", language))
    for id in ids:
        point, ticked = points.get(id), id in row.answered
        optional = f" ({word('optional', language)})" if point and point.optional else ""
        text = line(titles.get(id, id)) + optional
        style = "" if ticked else "dim" if optional else "warn"
        yield Block((Part(text, style, TICKED if ticked else OPEN),), targets.Part(id, ticked))
