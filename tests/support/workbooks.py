"""A report in a folder, its workbook, changes by people and programs, and the merge."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from disclosure_index.edits import write_files
from disclosure_index.outputs.xlsx import render
from disclosure_index.project.file import read_project
from disclosure_index.project.paths import find_project
from disclosure_index.session import open_assessment
from disclosure_index.workbook_merge import plan, read_handed
from disclosure_index.workbook_merge.values import Typed

TODAY = date(2026, 6, 30)

# Functions of bytes are cached by bytes: a test reads unchanged ones several times.
read = lru_cache(maxsize=4)(read_handed)
rendered = lru_cache(maxsize=4)(lambda assessed, language: render(assessed.assessment, language))


@lru_cache(maxsize=2)
def opened(data):
    """Return a workbook for reading, not for changing."""
    return load_workbook(io.BytesIO(data))


class Assessed:
    """An assessment, cached by the files it was made from."""

    def __init__(self, folder, files):
        self.folder, self.files = folder, files
        self.assessment = open_assessment(folder, today=TODAY)


assessed = lru_cache(maxsize=4)(Assessed)


class Desk:
    """A report on disk, and one workbook of it that is being edited."""

    def __init__(self, folder, language=None, data=None):
        self.folder = folder
        self.language = language or self.assess().report.language
        self.data = data or self.export()

    def assess(self):
        return self._assessed().assessment

    def _assessed(self):
        return assessed(self.folder, tuple(self.files().items()))

    def export(self):
        """Return the bytes of the workbook as exported now."""
        return rendered(self._assessed(), self.language)

    def edit(self, change, *arguments):
        """Change the workbook by a function, as loaded by openpyxl."""
        book = load_workbook(io.BytesIO(self.data))
        for (
            sheet
        ) in book.worksheets:  # openpyxl leaves links behind when rows move, and writes their targets into cells
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.hyperlink:
                        cell.hyperlink = None
        change(book, *arguments)
        out = io.BytesIO()
        book.save(out)
        self.data = out.getvalue()

    def type(self, uid, **cells):
        """Type into the row of a disclosure."""
        self.edit(lambda book: type_in(book, uid, **cells))

    def plan(self, data=None):
        """Return the plan of a merge."""
        return self._plan(read(self.data if data is None else data, "index.xlsx"))

    def plan_typed(self, typed):
        """Return the plan of a merge of the workbook with these typed cells, by disclosure and column."""
        return self._plan(typed_into(read(self.data, "index.xlsx"), typed))

    def _plan(self, handed):
        project = read_project(find_project(self.folder))
        files = [str(project.file), *(name for _, name, _ in project.documents)]
        sources = {name: Path(name).read_bytes() for name in files}
        return plan(handed, self.assess(), sources, str(project.file), TODAY)

    def merge(self, data=None):
        """Merge all that can be merged, and write it."""
        made = self.plan(data)
        write_files(made.before, made.after)
        return made

    def said(self, uid, data=None):
        """Return the cells of a disclosure by column, as in a workbook: the one exported now by default."""
        sheet, columns, row = find(opened(self.export() if data is None else data), uid)
        return {id: sheet.cell(row, column).value for id, column in columns.items()}

    def files(self):
        """Return the bytes of all files of the report."""
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}


def find(book, uid):
    """Return the row of a disclosure by the hidden ids: its sheet, the columns by id, its number."""
    for sheet in book.worksheets:
        marks = next((row for row in sheet.iter_rows() if any(cell.value == "di:id" for cell in row)), None)
        if marks:
            columns = {c.value[3:]: c.column for c in marks if str(c.value).startswith("di:")}
            for row in sheet.iter_rows(min_col=columns["id"], max_col=columns["id"]):
                if row[0].value == uid:
                    return sheet, columns, row[0].row
    raise AssertionError(f"no row of {uid}")


def type_in(book, uid, **cells):
    """Type into the row of a disclosure."""
    sheet, columns, row = find(book, uid)
    for id, value in cells.items():
        put(sheet.cell(row, columns[id]), value)


def typed_into(handed, typed):
    """Return a workbook as read with these typed cells, by disclosure and column."""
    rows = []
    for row in handed.rows:
        cells = typed.get(row.uid, {})
        texts = {id: Typed("" if value is None else str(value).strip()) for id, value in cells.items()}
        rows.append(row._replace(cells={**row.cells, **texts}))
    return replace(handed, rows=tuple(rows))


def put(cell, value):
    """Set the value of a cell; a text stays text, whatever it looks like, as in a cell with the format for text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def save_with_libreoffice(data, folder):
    """Open and save a workbook in LibreOffice; the test skips where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "in" / "index.xlsx"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(folder / "out"), str(source)], check=True, capture_output=True, timeout=180)
    return (folder / "out" / "index.xlsx").read_bytes()
