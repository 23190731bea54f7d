"""The workbook and the report -> what a merge would do, and to which bytes. Pure: nothing is written here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from disclosure_index.assessment import Assessment, assess
from disclosure_index.config import ConfigError
from disclosure_index.edits import apply_to_all
from disclosure_index.merging.comparing import compare
from disclosure_index.merging.context import Context, context
from disclosure_index.merging.notes import TABLES, note_step, review_steps
from disclosure_index.merging.statements import COLUMNS as STATEMENTS
from disclosure_index.merging.statements import shared, statement_steps
from disclosure_index.merging.steps import Amend, Explain, Mark, Note, Step, Tag, described, edits_of
from disclosure_index.merging.values import Change, Conflict, Edited, Handed, Plan, Refusal, RefusedCell
from disclosure_index.merging.vocabulary import fold, mark_of, meaning
from disclosure_index.sources.xhtml import read_xhtml

Asked = list[tuple[Edited, Step]]


def plan(handed: Handed, assessment: Assessment, sources: Mapping[str, bytes], project_file: str, today: date) -> Plan:
    """Weigh a workbook against the report as it is.

    Args:
        handed: the workbook.
        assessment: of the report.
        sources: the bytes of the project file and of every document, by path.
        project_file: its path.
        today: the day that suppressions are weighed on.

    Raises:
        ConfigError: the workbook was exported of another report.
        EditError: a source is not what was read, or cannot be edited.
    """
    _check_report(handed, assessment)
    language, document_language = handed.facts["language"], handed.facts["document-language"]
    now = context(assessment, language, document_language, project_file)
    found = list(compare(handed, now))
    edited = [one for one in found if isinstance(one, Edited)]
    refusals = [*handed.refusals, *(one for one in found if isinstance(one, Refusal))]
    conflicts = tuple(one for one in found if isinstance(one, Conflict))
    remarks = (*handed.remarks, *(one for one in found if isinstance(one, str)))
    while True:
        asked, refused = _asked(edited, now)
        after, _ = apply_to_all(sources, edits_of((step for _, step in asked), assessment.report, sources))
        then = _after(now, asked, after, today)
        marked, unmarked = _reviewed(edited, then)
        wrong = [*refused, *unmarked] or _not_as_typed(edited, then)
        refusals += wrong
        if not wrong:
            break
        edited = _without(edited, wrong)
    both = {**sources, **after}
    marks = (step for _, step in marked)
    last, _ = apply_to_all(both, edits_of(marks, then.assessment.report, both))
    after |= last
    changes = tuple(_changes(edited, [*asked, *marked]))
    remarks = (*remarks, *_one_language(asked, now))
    return Plan(changes, tuple(refusals), conflicts, remarks, {path: sources[path] for path in after}, after)


def _one_language(asked: Asked, now: Context) -> Iterator[str]:
    """Say which documents say nothing yet of what was typed: a workbook is of one language."""
    documents = now.assessment.report.documents
    own = documents[now.document]
    if any(isinstance(step, Tag | Explain | Amend) for _, step in asked):
        for other in documents:
            if other is not own:
                how = f"export it with --language {other.language}, and fill that in, too"
                yield f"new tags and explanations are written into {own.path}, and not into {other.path}: {how}"


def _check_report(handed: Handed, assessment: Assessment) -> None:
    report = assessment.report
    own = {"issuer": report.issuer, "year": f"{report.year_start} {report.year_end}"}
    for key, said in own.items():
        if fold(handed.facts.get(key, "")) != fold(said):
            why = f'it was exported of another report: its {key} is "{handed.facts.get(key)}", this one\'s is "{said}"'
            raise ConfigError(f"error: {why}; name the report that it belongs to")


def _asked(edited: Sequence[Edited], now: Context) -> tuple[Asked, list[Refusal]]:
    """Give the steps of every row, review aside, and the refusals."""
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


def _after(now: Context, asked: Asked, after: Mapping[str, bytes], today: date) -> Context:
    """Read the report as it would be, without writing it."""
    report = now.assessment.report
    documents = tuple(read_xhtml(after[d.path], d.path, d.language) if d.path in after else d for d in report.documents)
    tables = {"owners": dict(report.owners), "notes": dict(report.notes)}
    for _, step in asked:
        if isinstance(step, Note):
            tables[step.table].pop(step.disclosure.casefold(), None)
            if step.value:
                tables[step.table][step.disclosure.casefold()] = step.value
    then = replace(report, documents=documents, owners=tables["owners"], notes=tables["notes"])
    assessment = assess(then, now.assessment.catalog, now.assessment.policy, today=today)
    return context(assessment, now.language, report.documents[now.document].language, now.project_file)


def _reviewed(edited: Sequence[Edited], then: Context) -> tuple[Asked, list[Refusal]]:
    """Give the marks: they are of what the report will say."""
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


def _not_as_typed(edited: Sequence[Edited], then: Context) -> list[Refusal]:
    """Refuse what the next export would not say as it was typed."""
    texts = then.texts()
    refused = []
    for one in edited:
        framework = then.framework(one.coverage.disclosure)
        for column, (_, typed, _) in one.cells.items():
            said = texts[one.row.uid][column]
            if column in ("section", "reviewed") or meaning(column, typed, framework) == meaning(
                column, said, framework
            ):
                continue
            shown = f'the report would say "{said}"' if said else "the report would say nothing"
            hint = "write that, or change the report by hand"
            refused.append(Refusal(one.row.sheet, one.row.number, one.row.uid, column, shown, hint))
    return refused


def _without(edited: Iterable[Edited], refused: Sequence[Refusal]) -> list[Edited]:
    """Leave out the cells that were refused; of tags and omissions, all that the row asks for."""
    gone = {(r.uid, column) for r in refused for column in (STATEMENTS if r.column in STATEMENTS else (r.column,))}
    left = (
        one._replace(cells={c: cell for c, cell in one.cells.items() if (one.row.uid, c) not in gone}) for one in edited
    )
    return [one for one in left if one.cells]


def _refusal(edited: Edited, no: RefusedCell) -> Refusal:
    row = edited.row
    return Refusal(row.sheet, row.number, row.uid, no.column, no.why, no.hint)


def _changes(edited: Sequence[Edited], asked: Asked) -> Iterable[Change]:
    """Give every cell that comes home, with what is written for it."""
    for one in edited:
        row = one.row
        steps = [step for other, step in asked if other.row.uid == row.uid]
        for column, (base, typed, _) in one.cells.items():
            places = dict.fromkeys(described(step) for step in steps if _is_for(step, column))
            yield Change(row.sheet, row.number, row.uid, column, base, typed, tuple(places))


def _is_for(step: Step, column: str) -> bool:
    if isinstance(step, Note):
        return TABLES.get(column) == step.table
    return (column == "reviewed") is isinstance(step, Mark) and (column == "reviewed" or column in STATEMENTS)
