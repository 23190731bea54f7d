"""The codes of a row, by cell."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.codes import Found, codes_in, tidy
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.row_context import Context
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import Role
from disclosure_index.reading.plain_title import plain

_LINE = re.compile(r"\s*[|\n]\s*")


@dataclass(frozen=True, slots=True)
class CodedCell:
    """A cell with codes of one framework."""

    framework: str
    column: int  # its code column
    text: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Codes beside the name of a Standard, which apply to the rows below it."""

    cell: CodedCell
    standard: str  # its number, "" for a row that names none


def codes_of_row(
    row: TableRow, layout: Layout, frameworks: Mapping[str, FrameworkHints], context: Context
) -> list[CodedCell]:
    """Return the cells of a row with codes; the context is updated with the aspect that they name."""
    cells: list[CodedCell] = []
    for c in layout.of(Role.CODE):
        column = layout.columns[c]
        text = tidy(row.cell(c))
        if not text:
            continue
        cell_framework = named_beside(row, c, frameworks) or column.framework
        leads = column.leads if cell_framework == column.framework else ()
        found = _codes_of_cell(row, c, text, leads, frameworks[cell_framework], context)
        if found := found or _on_a_line(text, frameworks[cell_framework]):
            cells.append(CodedCell(cell_framework, c, text, tuple(found)))
        for other in (framework for framework in column.others if framework != cell_framework):
            named = tuple(Found(m.code, m.datapoints, m.start, m.end) for m in frameworks[other].find(text))
            cells += [CodedCell(other, c, text, named)] if named else []
        others = {name: h for name, h in frameworks.items() if name not in (cell_framework, *column.others)}
        cells += _listed_with(text, c, found, others) if found else _listed_behind(text, c, cell_framework, frameworks)
    return cells or _slid(row, layout, frameworks)


def named_beside(row: TableRow, c: int, frameworks: Mapping[str, FrameworkHints]) -> str:
    """Return the framework named by a cell to the left of a column, "" for none: "IFRS S2 | 6(a)"."""
    names = [cell.strip().casefold() for cell in row.cells[:c] if cell]
    return next((id for id, hints in frameworks.items() if any(n.casefold() in names for n in hints.names)), "")


def frameworks_beside(c: int, rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the frameworks named by cells to the left of a column, the most frequent first."""
    counts = Counter(framework for row in rows if (framework := named_beside(row, c, frameworks)))
    return [framework for framework, count in counts.most_common() if count > 1]


def texts_left_of(rows: Sequence[TableRow], c: int) -> list[list[str]]:
    """Return the prefixes for the codes of a column: per row, the cells to the left, filled down, and the group."""
    standing = [""] * c
    group = ""
    left = []
    for row in rows:
        standing = [row.cell(n) or text for n, text in enumerate(standing)]
        group = row.cells[row.filled[0]] if len(row.filled) == 1 else group
        left.append([text for text in (*standing, group) if text])
    return left


def _listed_with(
    text: str, c: int, found: Sequence[Found], frameworks: Mapping[str, FrameworkHints]
) -> list[CodedCell]:
    """Return the codes of other frameworks in the rest of a list: "GRI 305-1, HKEX A1.2, SASB EM-MM-110a.1"."""
    end = max(item.end for item in found)
    listed: dict[str, list[Found]] = {}
    mentions = ((m.start, name, m) for name, hints in frameworks.items() for m in hints.find(text) if m.start >= end)
    for start, name, mention in sorted(mentions, key=lambda entry: entry[:2]):
        if start >= end and not frameworks[name].separators.sub("", text[end:start]):
            listed.setdefault(name, []).append(Found(mention.code, mention.datapoints, start, mention.end))
            end = mention.end
    return [CodedCell(name, c, text, tuple(items)) for name, items in listed.items()]


def _listed_behind(text: str, c: int, framework: str, frameworks: Mapping[str, FrameworkHints]) -> list[CodedCell]:
    """Return the codes of a list that begins with another framework's: "HKEX A1.2 / GRI 305-1"."""
    if not frameworks[framework].find(text):
        return []
    for name, hints in frameworks.items():
        if name != framework and (first := codes_in(text, hints)):
            behind = _listed_with(text, c, first, {n: h for n, h in frameworks.items() if n != name})
            if any(cell.framework == framework for cell in behind):
                return [*behind, CodedCell(name, c, text, tuple(first))]
    return []


def slid_back(row: TableRow, layout: Layout, frameworks: Mapping[str, FrameworkHints]) -> TableRow:
    """Return a row whose code, or whole content, was shifted left into the cell of its group, shifted back."""
    if layout.by_section:
        return row
    c = layout.titled
    hints = frameworks[layout.columns[c].framework]
    before, text = tidy(row.cell(c - 1)), tidy(row.cell(c))
    slid = c > 0 and text and layout.column(c - 1).role == Role.GROUP and before and not hints.standard_in(before)
    found = codes_in(before, hints) if slid and not hints.under_group.match(text) else []
    led = codes_in(text, hints, (*row.cells[:c], *layout.columns[c].leads))
    if not found or led or any(item.code in hints.groups.values() for item in found):
        return row
    if not re.search(r"[^\W\d_]{3}", before[max(item.end for item in found) :]):
        return replace(row, cells=[*row.cells[: c - 1], "", f"{before} {text}", *row.cells[c + 1 :]])
    cells = row.cells if row.cells[-1] else row.cells[:-1]
    return replace(row, cells=["", *cells])


def _on_a_line(text: str, hints: FrameworkHints) -> list[Found]:
    """Return the codes that begin a line of a cell, below the name of their topic."""
    for joint in _LINE.finditer(text):
        if found := codes_in(text[joint.end() :], hints):
            at = joint.end()
            return [Found(item.code, item.datapoints, item.start + at, item.end + at) for item in found]
    return []


def _slid(row: TableRow, layout: Layout, frameworks: Mapping[str, FrameworkHints]) -> list[CodedCell]:
    """Return the codes of a row that was shifted into the cell of its group or title: "2-7 Employees |  | 12"."""
    c = layout.titled
    hints = frameworks[layout.columns[c].framework]
    if layout.by_section or row.cell(c) or len(row.filled) < 2:
        return []
    for other in sorted((*layout.of(Role.GROUP), *layout.of(Role.TITLE)), key=lambda n: abs(n - c)):
        text = tidy(row.cell(other))
        if text and abs(other - c) == 1 and (found := codes_in(text, hints)):
            return [CodedCell(layout.columns[c].framework, c, text, tuple(found))]
    return []


def _codes_of_cell(
    row: TableRow, c: int, text: str, leads: Sequence[str], hints: FrameworkHints, context: Context
) -> Sequence[Found]:
    found = codes_in(text, hints, (*row.cells[:c], *leads, *context.groups))
    aspect = _aspect_beside(row, c, hints) or context.aspect
    if not found and hints.under_group.match(text) and any(entry.code == aspect for entry in hints.codes):
        return [Found(aspect, (), 0, 0)]
    if not found and len(row.filled) > 1 and text.strip() in hints.by_code:
        return [Found(text.strip(), (), 0, len(text))]  # "28" below "Paragraph 19"
    if not found and len(row.filled) > 1 and (code := hints.headed.get(plain(text))):
        return [Found(code, (), 0, len(text))]
    if found and hints.under_group.match(text) and stem(found[0].code) in hints.groups.values():
        found = [Found(stem(found[0].code), (), 0, 0), *found]  # "General Disclosure, KPI A1.1 to A1.6"
    context.aspect = next((item.code for item in found if item.code in hints.groups.values()), aspect)
    return found


def _aspect_beside(row: TableRow, c: int, hints: FrameworkHints) -> str:
    """Return the code of the group in a cell to the left: "A1: Emissions"."""
    groups = hints.groups.values()
    beside = (found[0].code for cell in row.cells[:c] if (found := codes_in(tidy(cell), hints)))
    return next((code for code in beside if code in groups), "")


def names_code(text: str, layout: Layout, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether one of the words is a code, although not in a form that is read as one."""
    known = [frameworks[layout.column(n).framework].by_code for n in layout.of(Role.CODE)]
    return any(word in codes for codes in known for word in re.split(r"[\s:：]+", text))
