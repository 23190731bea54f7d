"""The first sheet: what the workbook is, and what each word, column and colour of it means."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from disclosure_index.assessment import Assessment
from disclosure_index.coverage import Coverage
from disclosure_index.model import Basis, Obligation, Status
from disclosure_index.outputs.xlsx import layout
from disclosure_index.outputs.xlsx.columns import Column
from disclosure_index.outputs.xlsx.guides import add_looks
from disclosure_index.outputs.xlsx.rows import Pen, link
from disclosure_index.outputs.xlsx.texts import text
from disclosure_index.words import word

Line = tuple[tuple[str, str], ...]
"""Cells as (form, text)."""

WIDTHS = (34, 92, 48)
DESCRIBED = ("code", "obligation", "status", "section", "pages", "owner", "reviewed", "reason", "explanation", "note",
             "suggestion")  # fmt: skip


def write(
    sheet: Any,
    assessment: Assessment,
    document: int,
    frameworks: Mapping[str, Sequence[Coverage]],
    sheets: Sequence[str],
    pen: Pen,
) -> None:
    """Write the legend; `sheets` are the titles of those that follow."""
    for number, width in enumerate(WIDTHS, 1):
        layout.set_width(sheet, number, Column(), width)
    lines = [*_report(assessment, document, pen.language), *_words(pen.language)]
    first = next(n for n, line in enumerate(lines, 1) if line and line[0][1] == word(Status.DISCLOSED, pen.language))
    add_looks(sheet, 1, first, first + len(Status) - 1, pen.language)
    lines += _frameworks(assessment, frameworks, pen.language)
    for number, line in enumerate(lines, 1):
        if line and line[0][0] == "name":
            sheet.row_dimensions[number] = {"ht": "24"}
        if any(form == "text" for form, _ in line):
            texts = [(said, width) for (_, said), width in zip(line, WIDTHS, strict=False)]
            layout.set_height(sheet, number, texts, pen.language)
        sheet.append([pen.styles.cell(sheet, form, pen.text(said, sheet.title, number)) for form, said in line])
    sheet.append([pen.styles.cell(sheet, "heading", said) for said in (text("sheets", pen.language), "", "")])
    for name in sheets:
        one = pen.styles.cell(sheet, "link", name)
        one.hyperlink = link(f"#'{name.replace(chr(39), chr(39) * 2)}'!A1")
        sheet.append([one])


def _report(assessment: Assessment, document: int, language: str) -> Iterator[Line]:
    report = assessment.report
    yield (("name", report.title),)
    yield (("plain", report.issuer),)
    yield (("plain", f"{report.financial_year} ({report.year_start} – {report.year_end})"),)
    yield ()
    yield _heading(text("how", language))
    yield from ((("plain", text(f"how-{number}", language)),) for number in (1, 2, 3, 4))
    yield ()


def _words(language: str) -> Iterator[Line]:
    yield _heading(word("status", language))
    for status in Status:
        yield ("text", word(status, language)), ("text", text(f"is-{status}", language))
    yield ()
    yield _heading(word("obligation", language))
    for obligation in Obligation:
        yield ("text", word(obligation, language)), ("text", text(f"is-{obligation}", language))
    yield ()
    yield _heading(text("columns", language))
    for id in DESCRIBED:
        yield ("text", word(id, language)), ("text", text(f"column-{id}", language))
    yield ()
    yield _heading(text("colours", language))
    for form in ("head", "typed-head", "blocked", "bold-text"):
        yield (form, text(f"name-{form}", language)), ("text", text(f"colour-{form}", language))
    yield ()


def _frameworks(assessment: Assessment, frameworks: Mapping[str, Sequence[Coverage]], language: str) -> Iterator[Line]:
    yield _heading(word("framework", language), text("basis", language), text("publisher", language))
    for name, rows in frameworks.items():
        framework = assessment.catalog.frameworks[rows[0].disclosure.framework]
        counts = Counter(row.disclosure.basis for row in rows)
        basis = "; ".join(f"{text(f'basis-{b}', language)} {counts[b]}" for b in Basis if counts[b])
        yield ("text", name), ("text", basis), ("text", framework.owner)
    yield ()
    for basis_word in Basis:
        yield ("text", text(f"basis-{basis_word}", language)), ("text", text(f"basis-means-{basis_word}", language))
    yield ()


def _heading(*texts: str) -> Line:
    return tuple(("heading", said) for said in (*texts, "", "", "")[:3])
