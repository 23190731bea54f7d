"""Print the tables of real indexes in many layouts and import them: ``python -m benchmarks.mutations [OPTIONS]``.

The true tables are those of the labelled reports (docs/published-reports.md), and some that are made up; the layouts
are listed in ``layouts.toml``. Every row of every table is read at its place, or reported by a finding that names its
code or its pages, or it is claimed wrongly, or lost in silence. Goals over all layouts: at least 99 % read or told,
at least 90 % read.

``html`` takes a minute or two; the others are printed by LibreOffice and Chromium, and a sample of them is drawn, the
same each time for a seed.
"""

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import rtoml

from benchmarks.layout_file import Layout
from benchmarks.layout_forms import print_office, write_report, write_word
from benchmarks.mutations.cells import Mutation
from benchmarks.mutations.judging import Outcome, judged
from benchmarks.mutations.printing import Heads, printed
from benchmarks.mutations.true_tables import TrueTable, true_tables
from benchmarks.printed_index import load_hints
from benchmarks.published_reports import reports_folder
from disclosure_index.catalog.loading import load_frameworks, with_spellings

HERE = Path(__file__).parent
FORMS = ("html", "docx", "office", "chromium")
READ, TOLD = 0.90, 0.99


def mutations() -> list[Mutation]:
    """Return the layouts."""
    lists = ("columns", "merged", "only", "forms")
    table: list[dict[str, Any]] = rtoml.loads((HERE / "layouts.toml").read_text("utf-8"))["layout"]
    values: list[dict[str, Any]] = [{k: tuple(v) if k in lists else v for k, v in one.items()} for one in table]
    return [Mutation(**one) for one in values]


def heads() -> Heads:
    """Return the heads of columns by language."""
    words: Heads = rtoml.loads((HERE / "heads.toml").read_text("utf-8"))
    return words


def cases(tables: list[TrueTable], form: str, sample: int | None, seed: int) -> list[tuple[TrueTable, Mutation]]:
    """Return the tables and layouts to print in a form: every table in every layout, or so many of each layout."""
    found = []
    for how in mutations():
        fit = [t for t in tables if form in how.forms and (not how.only or t.framework in how.only)]
        draw = random.Random(f"{seed} {form} {how.name}")
        found += [(table, how) for table in (fit if sample is None else draw.sample(fit, min(sample, len(fit))))]
    return found


def write(layouts: list[tuple[Layout, Mutation]], form: str, folder: Path) -> list[Path]:
    """Write reports in one form, and return their files."""
    paths = []
    for number, (layout, how) in enumerate(layouts):
        if form in ("docx", "office"):
            paths.append(folder / f"{form}-{number}.docx")
            write_word(layout, paths[-1], ruled="bare" not in how.styles)
            continue
        place = folder / f"{form}-{number}"
        place.mkdir()
        paths.append(write_report(layout, how.html if form == "html" else how.styles, place))
    if form == "office" and paths:
        print_office(paths, folder)
        paths = [path.with_suffix(".pdf") for path in paths]
    return paths


def main(argv: list[str]) -> int:
    """Print the outcome by layout and form; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.mutations", description=__doc__)
    parser.add_argument("--forms", default="html,docx", help="of html, docx, office, chromium. Default: html,docx")
    parser.add_argument("--sample", type=int, help="Tables of each layout that are drawn. Default: all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--layout", action="append", help="Only the layouts of this name. Repeatable.")
    parser.add_argument("-v", action="store_true", help="List what is wrong or lost.")
    asked = parser.parse_args(argv)
    catalog, hints = with_spellings(load_frameworks()), load_hints()
    tables = list(true_tables(reports_folder(), catalog, hints))
    pooled = Outcome()
    for form in asked.forms.split(","):
        chosen = [
            c for c in cases(tables, form, asked.sample, asked.seed) if not asked.layout or c[1].name in asked.layout
        ]
        by_layout: dict[str, Outcome] = defaultdict(Outcome)
        with tempfile.TemporaryDirectory() as folder:
            layouts = [
                (printed(table, how, heads(), [t for t in tables if t.report == table.report and t != table]), how)
                for table, how in chosen
            ]
            paths = write(layouts, form, Path(folder))
            for (table, how), (layout, _), path in zip(chosen, layouts, paths, strict=True):
                outcome = judged(path, layout.expected, catalog, hints, layout.language)
                outcome.faults = [f"{table.report} {table.framework}: {fault}" for fault in outcome.faults]
                by_layout[how.name].add(outcome)
        whole = Outcome()
        for name, outcome in [*by_layout.items(), ("all", whole)]:
            print(f"{form:9} {name:30} {outcome}", flush=True)
            if asked.v and outcome is not whole:
                print(*(f"      {fault}" for fault in outcome.faults[:40]), sep="\n")
            if outcome is not whole:
                whole.add(outcome)
        pooled.add(whole)
    print(f"{'all':40} {pooled}")
    reached = pooled.read >= READ * pooled.rows and pooled.read + pooled.told >= TOLD * pooled.rows
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
