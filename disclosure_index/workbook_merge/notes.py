"""A row's owner, note and reviewed mark, as typed -> what the project file and the marks in the documents say."""

from disclosure_index.edits.edits import Table
from disclosure_index.messages import render
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.workbench.steps import NoteStep, ReviewStep, Step
from disclosure_index.workbook_merge.context import Context
from disclosure_index.workbook_merge.values import Edited, RefusedCell
from disclosure_index.workbook_merge.vocabulary import mark_of

TABLES: dict[str, Table] = {"owner": "owners", "note": "notes"}


def note_step(edited: Edited, column: str, context: Context) -> Step:
    """Return what a row says in the project file.

    Raises:
        RefusedCell: a name is cleared that the row has from a group or a framework.
    """
    d, report = edited.coverage.disclosure, context.assessment.report
    said = edited.typed(column)
    own = report.owners if column == "owner" else report.notes
    if not said and d.short.casefold() not in own:
        why = "the row has it from a heading, a group or the framework"
        raise RefusedCell(column, why, f"change [{TABLES[column]}] in {context.project_file}")
    return NoteStep(context.project, TABLES[column], d.short, said or None)


def review_steps(edited: Edited, context: Context, headings: frozenset[str]) -> list[Step]:
    """Return the marks that a row asks for, of all that the document says of the disclosure.

    Args:
        edited: the row.
        context: the report with everything else that was typed.
        headings: the disclosures whose rows say the same.

    Raises:
        RefusedCell: it is no mark, or there is nothing to look at.
    """
    mark = mark_of(edited.typed("reviewed"))
    if mark is None:
        yes = render(YES, context.language)
        raise RefusedCell(
            "reviewed", f'"{edited.typed("reviewed")}" is neither yes nor no', f'write "{yes}", or clear it'
        )
    links = [k for k in (*edited.coverage.links, *edited.coverage.omissions) if k.document == context.document]
    if not links:
        raise RefusedCell("reviewed", "the report says nothing of it that could be looked at", "clear the cell")
    own = edited.own(tuple(links))
    for link in links:
        if link not in own and link.disclosure and link.disclosure.uid not in headings:
            if mark and link.statement.reviewed:
                continue
            code = link.disclosure.code
            raise RefusedCell("reviewed", f"it is answered by the tag of {code}", f"mark the row of {code}")
    return [
        ReviewStep(k.statement.span.location, k.statement.text, mark) for k in own if k.statement.reviewed is not mark
    ]
