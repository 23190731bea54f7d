"""Mapping sheets: rows of disclosure, section or page, and note, for one framework or several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from disclosure_index.messages import message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Document, Finding, Location, Passage, Severity, parse_reference
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.printed_index.location_cells.locations import pages_in, sections_in
from disclosure_index.printed_index.omissions import reason_in
from disclosure_index.reading.sheets.mapping_heads import columns_of


@dataclass(frozen=True, slots=True)
class MappingSheet:
    """The claims of a sheet, the unread parts of it, and its notes and owners by disclosure."""

    claims: tuple[IndexEntry, ...]
    findings: tuple[Finding, ...]
    notes: Mapping[str, str]
    owners: Mapping[str, str]


def read_mapping(sheet: Document, frameworks: Mapping[str, FrameworkHints]) -> MappingSheet:
    """Read a sheet. One without heads of columns has no claims, but a finding.

    Args:
        sheet: from the sheet readers.
        frameworks: the printed forms of each, by id. References such as ``gri:305-1`` are read as well.
    """
    columns: dict[str, int] = {}
    claims: list[IndexEntry] = []
    findings: list[Finding] = []
    texts_of: dict[str, dict[str, list[str]]] = {"note": {}, "owner": {}}
    for passage in sheet.passages:
        if passage.kind != "table-row":
            continue
        cells = [cell.strip() for cell in passage.text.split("\t")]
        if heads := columns_of(cells):
            columns = heads
        elif columns and (code := _cell(cells, columns.get("disclosure"))):
            found = list(_claims(passage, code, cells, columns, frameworks))
            claims += found
            for claim in found:
                for column, texts in texts_of.items():
                    text = _cell(cells, columns.get(column))
                    if text and not (column == "note" and claim.omission_reason):  # there it is the explanation
                        texts.setdefault(f"{claim.framework}:{claim.code}", []).append(text)
            if not found:
                problem = message('"{text}" in the sheet matches no known disclosure', text=shortened(code))
                hint = message("Write the code as the framework does, or as gri:305-1")
                findings.append(Finding("DI406", problem, passage.location, hint, severity=Severity.NOTE))
    if not columns and sheet.readable:
        findings.append(_without_columns(sheet))
    notes, owners = (
        {key: "; ".join(dict.fromkeys(texts)) for key, texts in texts_of[name].items()} for name in texts_of
    )
    return MappingSheet(tuple(claims), tuple(findings), notes, owners)


def _without_columns(sheet: Document) -> Finding:
    problem = message(
        "The sheet has no column of disclosures beside one of sections or pages, so nothing of it is read"
    )
    hint = message("Name its columns disclosure, section or page, note and owner")
    place = sheet.passages[0].location if sheet.passages else Location(sheet.path, 1, 1)
    return Finding("DI610", problem, place, hint)


def _claims(
    row: Passage, code: str, cells: list[str], columns: Mapping[str, int], frameworks: Mapping[str, FrameworkHints]
) -> Iterator[IndexEntry]:
    where = _cell(cells, columns.get("section")) or _cell(cells, columns.get("page"))
    note = _cell(cells, columns.get("note"))
    pages = pages_in(where) or pages_in(_cell(cells, columns.get("page")))
    for framework, name, edition, datapoints in _named(code, frameworks):
        reason = reason_in((where, note), "", frameworks[framework].reasons)
        sections = () if pages else sections_in(where, ())
        yield IndexEntry(
            framework, name, row.location, edition, datapoints, "", where, pages, sections, note, omission_reason=reason
        )


def _named(
    text: str, frameworks: Mapping[str, FrameworkHints]
) -> Iterator[tuple[str, str, str | None, tuple[str, ...]]]:
    """Yield the disclosures in a cell: references, or codes of the only framework that it names, or that matches it."""
    references = [r for word in text.replace(";", " ").split() if (r := parse_reference(word.strip(",;")))]
    if known := [r for r in references if r.framework in frameworks]:
        yield from ((r.framework, r.code, r.edition, r.datapoints) for r in known)
        return
    named = [id for id, hints in frameworks.items() if any(n.casefold() in text.casefold() for n in hints.names)]
    for id in named or frameworks:
        if mentions := frameworks[id].find(text):
            yield from ((id, mention.code, None, mention.datapoints) for mention in mentions)
            return


def _cell(cells: list[str], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""
