"""The hidden sheet that lets a workbook come back: what it is, and what was exported, as digests.

One row per disclosure: the sheet it stood on, its id, the digest of the whole row, and the digest of each cell that
people fill in (`columns.TYPED`, in that order, "-" where it was empty). A merge tells from them what was typed since.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import metadata
from typing import Any

from disclosure_index.assessment import Assessment
from disclosure_index.outputs.xlsx import cells
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.table import Table

SHEET = "_meta"
FORMAT = "disclosure-index workbook"
VERSION = "1"
HEADS = ("sheet", "id", "row", " ".join(TYPED))


def tool_version() -> str:
    """Give the version of this program."""
    try:
        return metadata.version("disclosure-index")
    except metadata.PackageNotFoundError:
        return "unknown"


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """Give the digest of a cell's text; white space and Excel's escapes do not change it."""
    text = " ".join(cells.plain(text).split())
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16] if text else "-"


def identity(assessment: Assessment, language: str, document: int) -> Iterator[tuple[str, str]]:
    """Say what the workbook is of; no path of any machine."""
    report = assessment.report
    facts = (report.issuer, report.title, report.year_start.isoformat(), report.year_end.isoformat())
    yield "format", FORMAT
    yield "format-version", VERSION
    yield "tool-version", tool_version()
    yield "report", sha256("\n".join(facts).encode("utf-8", "replace")).hexdigest()
    yield "language", language
    yield "document-language", report.documents[document].language
    for claim in report.claims:
        rows = assessment.current.get(claim.framework, ())
        yield f"framework:{claim.framework}", " ".join(sorted({row.edition for row in rows}))


def digests(sheet: str, table: Table) -> Iterator[tuple[str, str, str, str]]:
    """Give one row per row of a sheet whose first column is the id."""
    typed = [table.columns.index(id) for id in TYPED if id in table.columns]
    for row in table.rows:
        texts = [cells.clean(cell.text) if cell.parts else "" for cell in row]
        whole = digest("\t".join(text or "-" for text in texts))
        yield sheet, texts[0], whole, " ".join(digest(texts[n]) for n in typed)


def write(sheet: Any, facts: Sequence[tuple[str, str]], tables: Sequence[tuple[str, Table]], styles: Styles) -> None:
    """Write the facts, an empty row, and the digests under their heads."""
    for fact in facts:
        sheet.append([styles.cell(sheet, "code", cells.clean(text)) for text in fact])
    sheet.append([])
    sheet.append([styles.cell(sheet, "head", head) for head in HEADS])
    for name, table in tables:
        for row in digests(name, table):
            sheet.append([styles.cell(sheet, "code", text) for text in row])
