"""The gaps, each with the passage that may answer it: a hint to look there, never coverage, and never taken home."""

from dataclasses import replace

from disclosure_index.assessment import Assessment
from disclosure_index.suggest import THRESHOLD, Suggester
from disclosure_index.tables.gaps import gaps, in_order
from disclosure_index.tables.table import Cell, Table, cell, target

HINTS = ("suggestion", "pages", "score", "matched")
SHOWN = 240
"""Characters shown of a passage."""


def hinted_gaps(assessment: Assessment, language: str, document: int) -> Table:
    """Give the table of gaps with a suggestion in each row, where there is one that is worth looking at."""
    table = gaps(assessment, language, document)
    suggester = Suggester(assessment.report, assessment.catalog, assessment.coverage)
    source = assessment.report.documents[document]
    hints: list[tuple[Cell, ...]] = []
    for coverage in in_order(assessment):
        best = next(iter(suggester.for_disclosure(coverage.disclosure, 1, document)), None)
        if best is None or best.score < THRESHOLD:
            hints.append((Cell(),) * len(HINTS))
            continue
        passage = source.passages[best.passage]
        text = " ".join(passage.text.split())
        shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
        href = target(source.path, passage.anchor)
        hints.append((cell(shown, href), cell(passage.page), cell(best.score), cell("; ".join(best.matched))))
    rows = tuple((*row, *hint) for row, hint in zip(table.rows, hints, strict=True))
    return replace(table, columns=(*table.columns, *HINTS), rows=rows)
