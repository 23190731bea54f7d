"""A true table in a layout -> a report for any form, and the expected claims."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from benchmarks.layout_file import LEFT, UP, Cells, Expected, Layout
from benchmarks.mutations.cells import (
    Mutation,
    cell,
    follow,
    heads_of,
    joined_codes,
    name_of,
    printed_code,
    printed_pages,
    section_of,
)
from benchmarks.mutations.true_tables import Entry, TrueTable

ON_A_PAGE = 18
"""The rows after which a table continues under another one."""
_TOGETHER = 3
"""The codes of one place in a row that lists them."""

Heads = Mapping[str, Mapping[str, str]]
Blocks = list[tuple[str, list[Cells]]]


def printed(table: TrueTable, how: Mutation, heads: Heads, others: Sequence[TrueTable] = ()) -> Layout:
    """Return a table as a report in a layout; `others` are the report's, for the matrix."""
    entries = list(table.entries)
    if how.rows in ("listed", "matrix"):
        entries = _sharing(entries)
    name = f"{table.report} {table.framework}, {how.name}"
    words = {**heads["en"], **heads[how.heads or "en"]}
    blocks: Blocks = [
        ("p", [["Harbour Ferries reports on the year from 1 January to 31 December 2024."]]),
        ("#", [[f"# {words['caption'].format(name=name_of(table.framework))}"]]),
    ]
    if how.rows == "matrix":
        tables = [entries, *(_sharing(other.entries)[: len(entries)] for other in others)]
        blocks.append(("|", _matrix(tables, how, heads)))
        entries = [entry for one in tables for entry in one]
    elif how.shape == "lines":
        blocks += [("p", [[_line(n, entry, how)]]) for n, entry in enumerate(entries)]
    else:
        blocks += _shaped(_rows(entries, how), how, heads_of(how, table.framework, heads))
    expected = tuple(
        Expected(entry.framework, entry.code, ";".join(entry.pages), entry.section)
        for entry in (_expected(n, entry, how) for n, entry in enumerate(entries))
    )
    language = how.heads if how.heads not in ("", "en") else table.language
    return Layout(name, language, (how.styles,), expected, tuple(blocks))


def _sharing(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries whose neighbours share a place, for rows that list them; each code of a place once."""
    shared: list[Entry] = []
    for entry in entries:
        run = [one for one in shared[-_TOGETHER + 1 :] if one.code.partition("-")[0] == entry.code.partition("-")[0]]
        first = shared[-1] if run and len(shared) % _TOGETHER else entry
        shared.append(replace(entry, section=first.section, pages=first.pages))
    return list({(entry.code, entry.section, entry.pages): entry for entry in shared}.values())


def _expected(number: int, entry: Entry, how: Mutation) -> Entry:
    """Return the expected claim of a row in a layout that omits its pages."""
    if "page" in how.columns or "place" in how.columns or entry.section:
        return entry
    place = next(column for column in how.columns if column in ("section", "number"))
    return replace(entry, pages=(), section=cell(place, number, entry, how))


def _line(number: int, entry: Entry, how: Mutation) -> str:
    code, title, place = (cell(column, number, entry, how) for column in how.columns)
    return f"{code} {title} {'.' * 12} {place}"


def _rows(entries: Sequence[Entry], how: Mutation) -> list[Cells]:
    """Return the rows below the head."""
    if how.rows == "listed":
        groups = [list(group) for _, group in groupby(entries, key=lambda e: (e.pages, e.section, e.topic))]
        groups = [part for group in groups for part in (_runs(group) if how.joined == "range" else [group])]
        return [
            [joined_codes(group, how) if c == "code" else cell(c, n, group[0], how) for c in how.columns]
            for n, group in enumerate(groups)
        ]
    rows: list[Cells] = []
    last = ""
    for number, entry in enumerate(entries):
        over = {"topics": entry.topic, "standards": f"GRI {entry.code.partition('-')[0]}: {entry.topic}"}.get(how.rows)
        if over and over != last:
            rows.append([over, *[LEFT] * (len(how.columns) - 1)])
            last = over
        rows.append([cell(column, number, entry, how) for column in how.columns])
    for column in how.merged:
        c = how.columns.index(column)
        texts = [row[c] for row in rows]
        for r in range(1, len(rows)):
            if texts[r] and texts[r] == texts[r - 1]:
                rows[r][c] = UP
    return rows


def _runs(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the runs of entries with consecutive codes."""
    runs: list[list[Entry]] = []
    for entry in entries:
        if runs and follow([*runs[-1], entry]):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _shaped(rows: list[Cells], how: Mutation, head: Cells) -> Blocks:
    above = [head] if how.heads else []
    if how.rows == "transposed":
        columns = [head, *rows]
        return [("|", [[row[c] for row in columns] for c in range(len(head))])]
    if how.shape == "halves":
        half = (len(rows) + 1) // 2
        right = [*rows[half:], [""] * len(head)]
        return [("|", [[*a, *b] for a, b in zip([head, *rows[:half]], [head, *right], strict=False)])]
    if how.shape in ("continued", "headless"):
        parts = [rows[at : at + ON_A_PAGE] for at in range(0, len(rows), ON_A_PAGE)]
        again = above if how.shape == "continued" else []
        tables: Blocks = [("|", [*(again if n else above), *part]) for n, part in enumerate(parts)]
        between: Blocks = [("p", [["Harbour Ferries"]])] * (len(parts) - 1)
        return [block for pair in zip(tables, [*between, None], strict=True) for block in pair if block]
    return [("|", [*above, *rows])]


def _matrix(tables: Sequence[Sequence[Entry]], how: Mutation, heads: Heads) -> list[Cells]:
    """Return rows of places with the codes of each framework in a column."""
    frameworks = [table[0].framework for table in tables]
    rows: list[Cells] = [["Topic", *map(name_of, frameworks), heads["en"]["page"]]]
    places = dict.fromkeys((entry.pages, entry.section) for table in tables for entry in table)
    for pages, section in places:
        here = [[entry for entry in table if (entry.pages, entry.section) == (pages, section)] for table in tables]
        first = next(entry for group in here for entry in group)
        codes = [", ".join(printed_code(entry, how) for entry in group) for group in here]
        rows.append([first.topic or section_of(first), *codes, printed_pages(pages, how) or section])
    return rows
