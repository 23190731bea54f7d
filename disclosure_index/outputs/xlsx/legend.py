"""The first sheet: the facts of the workbook, and the meaning of each word, column and colour."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import SEMICOLON, joined, label, message, render, states
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Basis, Obligation, Status
from disclosure_index.outputs.caveats import caveat_lines
from disclosure_index.outputs.xlsx import layout
from disclosure_index.outputs.xlsx.columns import Column
from disclosure_index.outputs.xlsx.guides import add_looks
from disclosure_index.outputs.xlsx.rows import Pen, link
from disclosure_index.tables.columns import head

Line = tuple[tuple[str, str], ...]
"""Cells as (form, text)."""

HOW = (
    message("Every sheet is computed from the tags of the report. Fill in the columns with italic heads."),
    message("You can sort, filter, hide, insert and rename."),
    message("Keep column A, row 1 and the hidden sheets: merging needs them."),
    message("To write your entries into the report: disclosure-index merge index.xlsx"),
)

WIDTHS = (34, 92, 48)
STATUSES = {
    Status.DISCLOSED: message("A passage of the report is tagged with it, and no required part is left open."),
    Status.PARTIAL: message("A passage is tagged with it, but a required part is neither answered nor explained."),
    Status.OMITTED: message("Not reported; the report gives an accepted reason and an explanation."),
    Status.MISSING: message("Asked for, but neither disclosed nor explained."),
    Status.NOT_REQUIRED: message("Not required of this issuer for this year, and not reported."),
    Status.UNDETERMINED: message("The issuer profile is too incomplete to determine what is required."),
}
OBLIGATIONS = {
    Obligation.MANDATORY: message("Must be disclosed; an explanation cannot replace it."),
    Obligation.COMPLY_OR_EXPLAIN: message("Must be disclosed, or its omission explained."),
    Obligation.RECOMMENDED: message("Should be disclosed; otherwise it is listed as a gap."),
    Obligation.VOLUNTARY: message("May be disclosed; otherwise it is not a gap."),
}
COLUMNS = {
    "code": message("The framework's own code. The cell comment summarises what is asked for."),
    "obligation": message("What the framework asks of this issuer for this financial year."),
    "status": message(
        "The coverage of the disclosure. Choose disclosed and name the place under Section; choose omitted and give a "
        "reason and an explanation; or choose missing to remove its tags or omission."
    ),
    "evidence": message(
        "Of what asks for a figure: the one that supports it, as printed, with unit, period and page; or words only. "
        "The sheet of KPI facts has all of them."
    ),
    "open": message("Of a partial disclosure: what no tag and no explanation names."),
    "section": message(
        "Where the report answers it, or explains the omission; the link opens the place, or, of several, their list. "
        "To tag another place, "
        "write a section title, #anchor or p. 25; separate several with ;."
    ),
    "pages": message("The pages of these places."),
    "owner": message("To fill in: who is responsible for the disclosure."),
    "due": message("To fill in: the date by which it is to be answered, as 2026-01-31."),
    "reviewed": message(
        "To fill in: yes, once everything that the report says about it has been reviewed and found correct."
    ),
    "reason": message("To fill in: the reason for omission, from the framework's list."),
    "explanation": message("To fill in: the explanation of the omission."),
    "note": message("To fill in: where to find the answer, or anything else."),
    "suggestion": message(
        "On the gaps sheet: a passage that may answer it, found by its wording. Only a hint where to look: entries "
        "beside it are not merged."
    ),
}
FORMS = {
    "head": (label("legend", "Dark head"), message("A computed column: changes to it are not merged.")),
    "typed-head": (label("legend", "Green italic head"), message("A column to fill in.")),
    "blocked": (label("legend", "Grey cell"), message("The framework does not allow an omission here.")),
    "bold-text": (
        label("legend", "Bold row"),
        message("A framework heading above its rows, or a chapter of the report."),
    ),
}
BASES = {
    Basis.VERIFIED: (label("basis", "verified"), message("Checked against the framework's own publication.")),
    Basis.DERIVED: (label("basis", "derived"), message("Follows from verified definitions.")),
    Basis.SECONDARY: (label("basis", "secondary"), message("Compiled from reliable publications about the framework.")),
    Basis.UNVERIFIED: (
        label("basis", "unverified"),
        message("Not yet checked against the framework's own publication: check before relying on it."),
    ),
}
"""What each status, obligation, column, form of a cell and basis means; the last two with their names."""


def write(
    sheet: Any,
    assessment: Assessment,
    frameworks: Mapping[str, Sequence[Coverage]],
    sheets: Sequence[str],
    pen: Pen,
) -> None:
    """Write the legend; `sheets` are the titles of those that follow."""
    for number, width in enumerate(WIDTHS, 1):
        layout.set_width(sheet, number, Column(), width)
    lines = [*_report(assessment, pen.language), *_words(pen.language)]
    disclosed = render(states.STATUS[Status.DISCLOSED], pen.language)
    first = next(n for n, line in enumerate(lines, 1) if line and line[0][1] == disclosed)
    add_looks(sheet, 1, first, first + len(Status) - 1, pen.language)
    lines += _frameworks(assessment, frameworks, pen.language)
    for number, line in enumerate(lines, 1):
        if line and line[0][0] == "name":
            sheet.row_dimensions[number] = {"ht": "24"}
        if any(form == "text" for form, _ in line):
            texts = [(said, width) for (_, said), width in zip(line, WIDTHS, strict=False)]
            layout.set_height(sheet, number, texts, pen.language)
        sheet.append([pen.styles.cell(sheet, form, pen.text(said, sheet.title, number)) for form, said in line])
    heading = render(label("heading", "Sheets"), pen.language)
    sheet.append([pen.styles.cell(sheet, "heading", said) for said in (heading, "", "")])
    for name in sheets:
        one = pen.styles.cell(sheet, "link", name)
        one.hyperlink = link(f"#'{name.replace(chr(39), chr(39) * 2)}'!A1")
        sheet.append([one])


def _report(assessment: Assessment, language: str) -> Iterator[Line]:
    report = assessment.report
    yield (("name", report.title),)
    yield (("plain", report.issuer),)
    period = message(
        "{year} ({start} – {end})", year=financial_year(report), start=report.year_start, end=report.year_end
    )
    yield (("plain", render(period, language)),)
    yield ()
    yield from _caveats(assessment, language)
    yield _heading(render(label("heading", "How to use this workbook"), language))
    yield from ((("plain", render(line, language)),) for line in HOW)
    yield ()


def _caveats(assessment: Assessment, language: str) -> Iterator[Line]:
    """Yield what could not be checked: the sheets would look complete without it."""
    for number, line in enumerate(caveat_lines(assessment, language)):
        yield (("plain" if number else "heading", line),)
    if assessment.verdict.unchecked:
        yield ()


def _words(language: str) -> Iterator[Line]:
    yield _heading(render(label("column", "Status"), language))
    for status, meaning in STATUSES.items():
        yield ("text", render(states.STATUS[status], language)), ("text", render(meaning, language))
    yield ()
    yield _heading(render(label("column", "Obligation"), language))
    for obligation, meaning in OBLIGATIONS.items():
        yield (
            ("text", render(states.OBLIGATION[obligation], language)),
            ("text", render(meaning, language)),
        )
    yield ()
    yield _heading(render(label("heading", "Columns"), language))
    for id, meaning in COLUMNS.items():
        yield ("text", render(head(id), language)), ("text", render(meaning, language))
    yield ()
    yield _heading(render(label("heading", "Colours"), language))
    for form, (name, meaning) in FORMS.items():
        yield (form, render(name, language)), ("text", render(meaning, language))
    yield ()


def _frameworks(assessment: Assessment, frameworks: Mapping[str, Sequence[Coverage]], language: str) -> Iterator[Line]:
    heads = label("column", "Framework"), label("heading", "Basis of the definitions"), label("heading", "Published by")
    yield _heading(*(render(text, language) for text in heads))
    for name, rows in frameworks.items():
        framework = assessment.catalog.frameworks[rows[0].disclosure.framework]
        counts = Counter(row.disclosure.basis for row in rows)
        counted = (f"{render(BASES[b][0], language)} {counts[b]}" for b in Basis if counts[b])
        basis = render(joined(SEMICOLON, counted), language)
        yield ("text", name), ("text", basis), ("text", framework.owner)
    yield ()
    for name, meaning in BASES.values():
        yield ("text", render(name, language)), ("text", render(meaning, language))
    yield ()


def _heading(*texts: str) -> Line:
    return tuple(("heading", said) for said in (*texts, "", "", "")[:3])
