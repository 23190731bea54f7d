"""A typed owner, due day, note or reviewed mark -> the project file, and the marks in the documents."""

from disclosure_index.edits.edits import Table
from disclosure_index.messages import message
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.workbench.days import AS_DAY, day_of, no_day
from disclosure_index.workbench.steps import NoteStep, ReviewStep, Step, noted
from disclosure_index.workbook_merge.context import Context
from disclosure_index.workbook_merge.values import Edited, RefusedCell
from disclosure_index.workbook_merge.vocabulary import mark_of

TABLES: dict[str, Table] = {"owner": "owners", "due": "due", "note": "notes"}


def note_step(edited: Edited, column: str, context: Context) -> Step:
    """Return the step that writes a cell of a row into the project file.

    Raises:
        RefusedCell: the due day is not a day, or a value inherited from a group or a framework is cleared.
    """
    d, report = edited.coverage.disclosure, context.assessment.report
    value = edited.lines(column) if column == "note" else edited.typed(column)
    if column == "due" and value:
        if (day := day_of(value)) is None:
            raise RefusedCell(column, no_day(value), AS_DAY)
        value = day.isoformat()
    if not value and noted(report, TABLES[column], d.short) is None:
        why = message("The value is inherited from a heading, a group or the framework")
        hint = message("Change [{table}] in {file}", table=TABLES[column], file=context.project_file)
        raise RefusedCell(column, why, hint)
    return NoteStep(context.project, TABLES[column], d.short, value or None)


def review_steps(edited: Edited, context: Context, headings: frozenset[str]) -> list[Step]:
    """Return the steps for the reviewed mark of a row, on all statements of the document about the disclosure.

    Args:
        edited: the row.
        context: the report with all other typed changes.
        headings: the disclosures whose rows have the same mark.

    Raises:
        RefusedCell: the mark is not readable, or there is nothing to review.
    """
    mark = mark_of(edited.typed("reviewed"))
    if mark is None:
        why = message('"{text}" is neither "{yes}" nor empty', text=edited.typed("reviewed"), yes=YES)
        raise RefusedCell("reviewed", why, message('Write "{yes}", or clear the cell', yes=YES))
    links = [k for k in (*edited.coverage.links, *edited.coverage.omissions) if k.document == context.document]
    if not links:
        why = message("The report has nothing on it to review")
        raise RefusedCell("reviewed", why, message("Clear the cell"))
    direct = edited.own(tuple(links))
    for link in links:
        if link not in direct and link.disclosure and link.disclosure.uid not in headings:
            if mark and link.statement.reviewed:
                continue
            code = link.disclosure.code
            why = message("The disclosure is answered by the tag of {code}", code=code)
            raise RefusedCell("reviewed", why, message("Mark the row of {code}", code=code))
    return [
        ReviewStep(k.statement.span.location, k.statement.text, mark)
        for k in direct
        if k.statement.reviewed is not mark
    ]
