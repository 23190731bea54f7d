"""The first sheet: what the workbook is, and what each word, column and colour of it means."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from disclosure_index.assessment import Assessment
from disclosure_index.coverage import Coverage
from disclosure_index.messages import label, message, render, states
from disclosure_index.model import Basis, Obligation, Status
from disclosure_index.outputs.xlsx import layout
from disclosure_index.outputs.xlsx.columns import Column
from disclosure_index.outputs.xlsx.guides import add_looks
from disclosure_index.outputs.xlsx.rows import Pen, link
from disclosure_index.tables.columns import head

Line = tuple[tuple[str, str], ...]
"""Cells as (form, text)."""

HOW = (
    message("Every sheet is computed from the tags of the report. Fill in the columns with an italic head."),
    message("You may sort, filter, hide, insert and rename."),
    message("Keep column A, row 1 and the hidden sheets: by them the workbook finds its way back into the report."),
    message("To bring home what was filled in: disclosure-index merge index.xlsx"),
)

WIDTHS = (34, 92, 48)
STATUSES = {
    Status.DISCLOSED: message("A passage of the report is tagged with it, and no part that is asked for is left open."),
    Status.PARTIAL: message(
        "A passage is tagged with it, but a part that is asked for is neither answered nor explained."
    ),
    Status.OMITTED: message("Not reported; the report gives a reason that the framework accepts, and an explanation."),
    Status.MISSING: message("Asked for, and neither disclosed nor explained."),
    Status.NOT_REQUIRED: message("Not asked of this issuer for this year, and not reported."),
    Status.UNDETERMINED: message("The issuer's profile does not say enough to tell what is asked."),
}
OBLIGATIONS = {
    Obligation.MANDATORY: message("Has to be disclosed; an explanation does not stand for it."),
    Obligation.COMPLY_OR_EXPLAIN: message("Has to be disclosed, or its absence explained."),
    Obligation.RECOMMENDED: message("Ought to be disclosed; where it is not, it is listed as a gap."),
    Obligation.VOLUNTARY: message("May be disclosed; where it is not, that is no gap."),
}
COLUMNS = {
    "code": message("The framework's own code. The comment on the cell says in our words what is asked for."),
    "obligation": message("What the framework asks of this issuer for this financial year."),
    "status": message(
        "How the disclosure stands. Take disclosed and name the place under Section; omitted, with a "
        "reason and an explanation; or missing, to take its tags or its omission away."
    ),
    "section": message(
        "Where the report answers it, or explains its absence; the link opens the first place. To tag "
        "another one, write a section's title, #anchor or p. 25; several with ; between."
    ),
    "pages": message("The pages of these places."),
    "owner": message("To fill in: who is responsible for the disclosure."),
    "reviewed": message(
        "To fill in: yes, once somebody has looked at all that the report says of it and found it right."
    ),
    "reason": message("To fill in: why it is omitted, from the framework's list."),
    "explanation": message("To fill in: the explanation of the omission."),
    "note": message("To fill in: where to find the answer, or anything else."),
    "suggestion": message(
        "On the sheet of gaps: a passage that may answer it, found by its words. A hint to look there, "
        "nothing more: what is typed beside it is not taken over."
    ),
}
FORMS = {
    "head": (label("legend", "Dark head"), message("A computed column: what you change in it is not taken over.")),
    "typed-head": (label("legend", "Green italic head"), message("A column to fill in.")),
    "blocked": (label("legend", "Grey cell"), message("The framework allows no omission here.")),
    "bold-text": (
        label("legend", "Bold row"),
        message("A heading of the framework, above the rows that belong to it; or a chapter of the report."),
    ),
}
BASES = {
    Basis.VERIFIED: (label("basis", "verified"), message("Compared with the framework's own publication.")),
    Basis.DERIVED: (label("basis", "derived"), message("Follows from verified definitions.")),
    Basis.SECONDARY: (label("basis", "secondary"), message("Compiled from reliable publications about the framework.")),
    Basis.UNVERIFIED: (
        label("basis", "unverified"),
        message("Not yet compared with the framework's own publication: check before you rely on it."),
    ),
}
"""What each status, obligation, column, form of a cell and basis means; the last two with their names."""


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


def _report(assessment: Assessment, document: int, language: str) -> Iterator[Line]:
    report = assessment.report
    yield (("name", report.title),)
    yield (("plain", report.issuer),)
    yield (("plain", f"{report.financial_year} ({report.year_start} – {report.year_end})"),)
    yield ()
    yield _heading(render(label("heading", "How to use this workbook"), language))
    yield from ((("plain", render(line, language)),) for line in HOW)
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
        basis = "; ".join(f"{render(BASES[b][0], language)} {counts[b]}" for b in Basis if counts[b])
        yield ("text", name), ("text", basis), ("text", framework.owner)
    yield ()
    for name, meaning in BASES.values():
        yield ("text", render(name, language)), ("text", render(meaning, language))
    yield ()


def _heading(*texts: str) -> Line:
    return tuple(("heading", said) for said in (*texts, "", "", "")[:3])
