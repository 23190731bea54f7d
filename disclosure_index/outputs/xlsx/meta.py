"""The hidden sheet by which a workbook is merged back: the report it belongs to, and what was exported.

One row per disclosure: the sheet it stood on, its id, digests of the cells that are computed, and the text of each
cell that people fill in (`columns.TYPED`, in that order). A merge finds by them what was typed since. The columns of
a sheet have their ids in a hidden row above the heads: heads may be renamed, and columns moved.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import metadata
from typing import Any

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import SEMICOLON, render
from disclosure_index.outputs.xlsx import cells
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.table import Table

SHEET = "_meta"
FORMAT = "disclosure-index workbook"
VERSION = "2"
KEYS = ("sheet", "id", "computed")
HEADS = (*KEYS, *TYPED)

MARK = "di:"
"""What the hidden id of a column begins with."""

COMPUTED = ("code", "title", "obligation", "pages", "group", "evidence", "open")
"""The columns that have digests, in their order: what is typed there is reported, not taken."""


def tool_version() -> str:
    """Return the version of this program."""
    try:
        return metadata.version("disclosure-index")
    except metadata.PackageNotFoundError:
        return "unknown"


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """Return the digest of a cell's text; white space and Excel's escapes do not change it."""
    text = " ".join(cells.plain(text).split())
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16] if text else "-"


def identity(assessment: Assessment, language: str, document: int) -> Iterator[tuple[str, str]]:
    """Return what identifies the report of the workbook, without a path of any machine."""
    report = assessment.report
    yield "format", FORMAT
    yield "format-version", VERSION
    yield "tool-version", tool_version()
    yield "issuer", report.issuer
    yield "title", report.title
    yield "year", f"{report.year_start} {report.year_end}"
    yield "language", language
    yield "document-language", report.documents[document].language
    for claim in report.claims:
        rows = assessment.current.get(claim.framework, ())
        yield f"framework:{claim.framework}", " ".join(sorted({row.edition for row in rows}))


def exported(sheet: str, table: Table, language: str) -> Iterator[tuple[str, ...]]:
    """Yield one row per row of a sheet whose first column is the id."""
    computed = [table.columns.index(id) for id in COMPUTED]
    typed = [table.columns.index(id) for id in TYPED]
    mark, separator = render(cells.CUT_OFF, language), render(SEMICOLON, language)
    for row in table.rows:
        digests = " ".join(digest(cells.clean(row[n].joined(separator))) for n in computed)
        texts = (cells.fit(cells.clean(row[n].joined(separator)), mark) if row[n].parts else "" for n in typed)
        yield sheet, cells.clean(row[0].text), digests, *texts


def write(
    sheet: Any, facts: Sequence[tuple[str, str]], tables: Sequence[tuple[str, Table]], styles: Styles, language: str
) -> None:
    """Write the facts, an empty row, and the rows under their heads."""
    for fact in facts:
        sheet.append([styles.cell(sheet, "code", cells.clean(text)) for text in fact])
    sheet.append([])
    sheet.append([styles.cell(sheet, "head", head) for head in HEADS])
    for name, table in tables:
        for row in exported(name, table, language):
            sheet.append([styles.cell(sheet, "kept", text) if text else None for text in row])
