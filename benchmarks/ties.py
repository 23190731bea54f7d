"""The share of wrong figures that ties find: ``python -m benchmarks.ties [-v] [PATH…]``.

Each PATH is a folder of published reports, or one of them. In the figures that a report sums up or prints twice, faults
are seeded one at a time: a wrong digit, two digits swapped, a power of ten, another unit, the figure of another year.
Which figures these are is decided here, not by the rules that are measured: numbers of a column of which one is the sum
of the others in two columns or more, a row that stands in two tables with the same figures, a sentence with the label
and the figure of a row.

A fault is found where a finding names the figure. What is found besides, and was not there before, is wrong.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.published_reports import reports_folder
from benchmarks.suggest_truth import year_of
from disclosure_index.assessment.ties.finding import ties_of
from disclosure_index.assessment.ties.tie import Tie
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Document, Fact
from disclosure_index.reading.registry import READERS, read_document

SEED = 18
MOST = 30
"""The most faults that are seeded in one report."""
UNITS = {"吨": "千吨", "噸": "千噸", "万": "亿", "萬": "億", "t": "kt", "tonnes": "kt", "MWh": "GWh", "TJ": "GJ",
         "Tonnes": "kt", "KRW million": "KRW billion", "million": "billion", "tCO$_{2}$eq": "ktCO2e",
         "吨二氧化碳当量": "万吨二氧化碳当量", "兆瓦时": "吉瓦时", "立方米": "万立方米"}  # fmt: skip


class Fault(NamedTuple):
    """A change of a document at one figure, with the original."""

    kind: str
    fact: Fact
    text: str  # the new text of the figure, or of its unit
    at_unit: bool = False


def main(argv: Sequence[str]) -> int:
    """Print recall and precision of every report, by kind of fault."""
    paths = [Path(a) for a in argv if not a.startswith("-")] or [reports_folder()]
    found: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    wrong = 0
    for path in (report for folder in paths for report in _reports(folder)):
        language = "zh-Hans" if "alibaba" in str(path) else "en"
        document = read_document(path, path.name, language)
        year = year_of(path)
        before = {_name(tie) for tie in ties_of(DocumentFacts(document, year))}
        faults = list(_faults(document, year))
        for fault in faults:
            ties = list(ties_of(DocumentFacts(_with(document, fault), year)))
            hits = [
                tie for tie in ties if fault.fact.place.passage in {f.place.passage for f in (tie.fact, *tie.others)}
            ]
            seeded[fault.kind] += 1
            found[fault.kind] += bool(hits)
            wrong += sum(_name(tie) not in before for tie in ties if tie not in hits)
            if "-v" in argv and not hits:
                named = f"{path.parent.name} {fault.kind} {fault.fact.label[:40]!r}"
                print(f"  missed {named} {fault.fact.printed} -> {fault.text}")
        if faults or before:
            print(f"{path.parent.name}/{path.name}: {len(before)} findings as it is, {len(faults)} faults seeded")
    for kind in seeded:
        print(f"{kind:12} {found[kind]:3} of {seeded[kind]:3}")
    total, right = sum(seeded.values()), sum(found.values())
    if total:
        print(f"recall {right / total:.2f} ({right} of {total}), precision {right / max(1, right + wrong):.2f}")
    else:
        print(f"skipped: no reports with repeated figures at {', '.join(map(str, paths))}")
    return 0


def _reports(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    for path in sorted(folder.rglob("*")):
        if path.suffix in READERS and "labelled" not in path.parts and _is_report(path):
            yield path


def _is_report(path: Path) -> bool:
    is_about = path.name in ("README.md", "metadata.csv")
    return not is_about and (path.stem == "report" or path.parent.name == "unlabelled")


def _faults(document: Document, year: str) -> Iterator[Fault]:
    facts = DocumentFacts(document, year)
    rows = [_cells(facts, number) for number in range(len(facts.tables))]
    tied = [*_summed(rows), *_twice(rows), *_said(facts, rows)]
    chosen = random.Random(SEED)
    unique = {(fact.place.passage, fact.place.start): fact for fact in tied}
    facts_ = [unique[key] for key in sorted(unique)]
    for fact in chosen.sample(facts_, min(MOST, len(facts_))):
        options = list(_changes(fact, tied))
        yield chosen.choice(options)


def _cells(facts: DocumentFacts, number: int) -> list[dict[int, Fact]]:
    """Return the rows of a table: the figures of the period by the number of their cell."""
    found = facts.of_table(number)
    return [
        {
            cell: f
            for f in reversed(found[row.passage])
            if f.role == "" and f.value and (cell := row.cell_at(f.place.start)) is not None
        }
        for row in facts.tables[number].rows
        if row.passage in found
    ]


def _summed(tables: Sequence[Sequence[dict[int, Fact]]]) -> Iterator[Fact]:
    """Yield the figures of rows of which one is the sum of two or more neighbours, in two columns or more."""
    for rows in tables:
        for at, row in enumerate(rows):
            for first, last in ((at - n, at) for n in range(2, min(at, 10) + 1)):
                yield from _sum_holds(row, rows[first:last])
            for n in range(2, min(len(rows) - at - 1, 10) + 1):
                yield from _sum_holds(row, rows[at + 1 : at + 1 + n])


def _sum_holds(total: dict[int, Fact], parts: Sequence[dict[int, Fact]]) -> list[Fact]:
    columns = [c for c in total if all(c in part for part in parts)]
    if any(part[c].unit != total[c].unit or "%" in total[c].unit for c in columns for part in parts):
        return []
    holds = []
    for c in columns:
        slack = total[c].precision * (1 + len(parts))
        if (
            abs(sum(part[c].value or 0 for part in parts) - (total[c].value or 0)) <= slack
            and len(total[c].printed) > 3
        ):
            holds.append(c)
    if len(holds) < 2 or len(holds) < len(columns):
        return []
    return [cells[c] for cells in (total, *parts) for c in holds]


def _twice(tables: Sequence[Sequence[dict[int, Fact]]]) -> Iterator[Fact]:
    """Yield the figures of rows that are in two tables with the same label and the same figures."""
    by_label: dict[str, list[tuple[int, dict[int, Fact]]]] = defaultdict(list)
    for number, rows in enumerate(tables):
        for row in rows:
            if row:
                by_label[next(iter(row.values())).label.casefold()].append((number, row))
    for found in by_label.values():
        for (one_table, one), (other_table, other) in combinations(found[:6], 2):
            mine = {(f.period, f.value, f.unit): f for f in one.values() if len(f.printed) > 2}
            same = [(mine[key], f) for f in other.values() if (key := (f.period, f.value, f.unit)) in mine]
            if one_table != other_table and len(same) > 1:
                yield from (fact for pair in same for fact in pair)


def _said(facts: DocumentFacts, tables: Sequence[Sequence[dict[int, Fact]]]) -> Iterator[Fact]:
    """Yield the figures of sentences that name a row and give its figure."""
    by_value = defaultdict(list)
    for rows in tables:
        for row in rows:
            for fact in row.values():
                if fact.unit not in ("", "%") and len(fact.printed) > 2:
                    by_value[fact.value, fact.unit, fact.period].append(fact)
    for number, passage in enumerate(facts.document.passages):
        if passage.kind in ("paragraph", "list-item") and number not in facts.table_of:
            for fact in facts.of_passage(number):
                near = passage.text[max(0, fact.place.start - 60) : fact.place.start].casefold()
                same = by_value.get((fact.value, fact.unit, fact.period), ())
                labels = [one.label.split(" / ")[-1].casefold() for one in same]
                if fact.is_stated and any(label in near and len(label) > 3 for label in labels):
                    yield fact


def _changes(fact: Fact, tied: Sequence[Fact]) -> Iterator[Fault]:
    """Yield the possible faults of a figure."""
    digits = [n for n, sign in enumerate(fact.printed) if sign.isdigit()]
    first = digits[0]
    other = str((int(fact.printed[first]) + 3) % 9 + 1)
    yield Fault("digit", fact, fact.printed[:first] + other + fact.printed[first + 1 :])
    if len(digits) > 1 and fact.printed[digits[0]] != fact.printed[digits[1]] and fact.printed[digits[1]] != "0":
        signs = list(fact.printed)
        signs[digits[0]], signs[digits[1]] = signs[digits[1]], signs[digits[0]]
        yield Fault("swapped", fact, "".join(signs))
    if "." not in fact.printed:
        yield Fault("scale", fact, f"{int(fact.printed.replace(',', '')) * 10:,}")
        yield Fault("scale", fact, f"{int(fact.printed.replace(',', '')) * 1000:,}")
    if fact.unit_place and fact.printed_unit in UNITS:
        yield Fault("unit", fact, UNITS[fact.printed_unit], at_unit=True)
    for year in (f for f in tied if f.place.passage == fact.place.passage and f.printed != fact.printed):
        yield Fault("prior year", fact, year.printed)
        break


def _with(document: Document, fault: Fault) -> Document:
    place = fault.fact.unit_place if fault.at_unit and fault.fact.unit_place else fault.fact.place
    passage = document.passages[place.passage]
    cell = passage.text[place.start : place.end]
    old = fault.fact.printed_unit if fault.at_unit else fault.fact.printed
    text = passage.text[: place.start] + cell.replace(old, fault.text, 1) + passage.text[place.end :]
    passages = list(document.passages)
    passages[place.passage] = passage._replace(text=text)
    return replace(document, passages=tuple(passages))


def _name(tie: Tie) -> tuple[str, int, int]:
    return tie.rule, tie.fact.place.passage, tie.fact.place.start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
