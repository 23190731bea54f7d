"""Plan a merge: a workbook and a report -> changes, and the bytes of the changed files. Pure: nothing is written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import apply_to_all
from disclosure_index.errors import ConfigError
from disclosure_index.messages import message
from disclosure_index.workbench.steps import edits_of
from disclosure_index.workbook_merge.context import Context, context
from disclosure_index.workbook_merge.notes import TABLES, note_step, review_steps
from disclosure_index.workbook_merge.outcome import Asked, changes_of, not_as_typed, one_language, report_after
from disclosure_index.workbook_merge.sections import COLUMNS as STATEMENTS
from disclosure_index.workbook_merge.statements import shared, statement_steps
from disclosure_index.workbook_merge.three_way import compare
from disclosure_index.workbook_merge.values import Conflict, Edited, Handed, Plan, Refusal, RefusedCell
from disclosure_index.workbook_merge.vocabulary import fold, mark_of


def plan(handed: Handed, assessment: Assessment, sources: Mapping[str, bytes], project_file: str, today: date) -> Plan:
    """Return the plan of merging a workbook into the report as it is.

    Args:
        handed: the workbook.
        assessment: of the report.
        sources: the bytes of the project file and of every document, by path.
        project_file: its path.
        today: the day for the expiry of suppressions.

    Raises:
        ConfigError: the workbook was exported from another report.
        EditError: a source differs from what was read, or cannot be edited.
    """
    _check_report(handed, assessment)
    language, document_language = handed.facts["language"], handed.facts["document-language"]
    now = context(assessment, language, document_language, project_file)
    found = list(compare(handed, now))
    edited = [one for one in found if isinstance(one, Edited)]
    refusals = [*handed.refusals, *(one for one in found if isinstance(one, Refusal))]
    conflicts = tuple(one for one in found if isinstance(one, Conflict))
    remarks = (*handed.remarks, *(one for one in found if isinstance(one, str)))
    if not edited:
        return Plan((), tuple(refusals), conflicts, remarks, {}, {})
    while True:
        asked, refused = _asked(edited, now)
        after, _ = apply_to_all(sources, edits_of((step for _, step in asked), assessment.report, sources))
        then = report_after(now, asked, after, today)
        marked, unmarked = _reviewed(edited, then)
        wrong = [*refused, *unmarked] or not_as_typed(edited, then)
        refusals += wrong
        if not wrong:
            break
        edited = _without(edited, wrong)
    both = {**sources, **after}
    marks = (step for _, step in marked)
    last, _ = apply_to_all(both, edits_of(marks, then.assessment.report, both))
    after |= last
    changes = tuple(changes_of(edited, [*asked, *marked], now.places))
    remarks = (*remarks, *one_language(asked, now))
    return Plan(changes, tuple(refusals), conflicts, remarks, {path: sources[path] for path in after}, after)


def _check_report(handed: Handed, assessment: Assessment) -> None:
    report = assessment.report
    exported, year = handed.facts, f"{report.year_start} {report.year_end}"
    if fold(exported.get("issuer", "")) != fold(report.issuer):
        problem = message(
            'the workbook was exported from another report: its issuer is "{exported}", this one\'s is "{own}"; '
            "name the report it belongs to",
            exported=exported.get("issuer"),
            own=report.issuer,
        )
        raise ConfigError(problem)
    if fold(exported.get("year", "")) != fold(year):
        problem = message(
            'the workbook was exported from another report: its year is "{exported}", this one\'s is "{own}"; '
            "name the report it belongs to",
            exported=exported.get("year"),
            own=year,
        )
        raise ConfigError(problem)


def _asked(edited: Sequence[Edited], now: Context) -> tuple[Asked, list[Refusal]]:
    """Return the steps of every row, except review marks, and the refusals."""
    asked: Asked = []
    refused = []
    for one in edited:
        try:
            if any(column in one.cells for column in STATEMENTS):
                asked += ((one, step) for step in statement_steps(one, now))
        except RefusedCell as no:
            refused.append(_refusal(one, no))
        for column in TABLES:
            try:
                if column in one.cells:
                    asked.append((one, note_step(one, column, now)))
            except RefusedCell as no:
                refused.append(_refusal(one, no))
    refused += (_refusal(one, no) for one, no in shared(asked, now))
    return asked, refused


def _reviewed(edited: Sequence[Edited], then: Context) -> tuple[Asked, list[Refusal]]:
    """Return the steps of the review marks, made for the merged report, and the refusals."""
    covered = {c.disclosure.uid: c for c in then.assessment.coverage}
    rows = [one._replace(coverage=covered[one.row.uid]) for one in edited if "reviewed" in one.cells]
    marks: Asked = []
    refused = []
    for one in rows:
        mark = mark_of(one.typed("reviewed"))
        same = frozenset(other.row.uid for other in rows if mark_of(other.typed("reviewed")) is mark)
        try:
            marks += ((one, step) for step in review_steps(one, then, same))
        except RefusedCell as no:
            refused.append(_refusal(one, no))
    return marks, refused


def _without(edited: Iterable[Edited], refused: Sequence[Refusal]) -> list[Edited]:
    """Return the rows without refused cells; a refused tag or omission takes all changes of its row along."""
    whole = (*STATEMENTS, "reviewed")
    gone = {(r.uid, column) for r in refused for column in (whole if r.column in STATEMENTS else (r.column,))}
    left = (
        one._replace(cells={c: cell for c, cell in one.cells.items() if (one.row.uid, c) not in gone}) for one in edited
    )
    return [one for one in left if one.cells]


def _refusal(edited: Edited, no: RefusedCell) -> Refusal:
    row = edited.row
    return Refusal(row.sheet, row.number, row.uid, no.column, no.why, no.hint)
