"""The outcome of a merge: the merged report, read again before anything is written, and its messages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from disclosure_index.assessment.assess import assess
from disclosure_index.messages import message
from disclosure_index.reading.registry import read_source
from disclosure_index.workbench.steps import AmendStep, ExplainStep, NoteStep, ReviewStep, Step, TagStep, described
from disclosure_index.workbook_merge.context import Context, context
from disclosure_index.workbook_merge.notes import TABLES
from disclosure_index.workbook_merge.sections import COLUMNS as STATEMENTS
from disclosure_index.workbook_merge.typed_places import Places
from disclosure_index.workbook_merge.values import CellChange, Edited, Refusal
from disclosure_index.workbook_merge.vocabulary import meaning

Asked = list[tuple[Edited, Step]]
"""The steps requested by rows."""


def report_after(now: Context, asked: Asked, after: Mapping[str, bytes], today: date) -> Context:
    """Return the context of the merged report, without writing it."""
    report = now.assessment.report
    documents = tuple(
        read_source(after[d.path], d.path, d.language) if d.path in after else d for d in report.documents
    )
    tables: dict[str, dict[str, str]] = {"owners": dict(report.owners), "notes": dict(report.notes)}
    tables["due"] = {key: day.isoformat() for key, day in report.due.items()}
    for _, step in asked:
        if isinstance(step, NoteStep):
            tables[step.table].pop(step.disclosure.casefold(), None)
            if step.value:
                tables[step.table][step.disclosure.casefold()] = step.value
    due = {key: date.fromisoformat(day) for key, day in tables["due"].items()}
    then = replace(report, documents=documents, owners=tables["owners"], due=due, notes=tables["notes"])
    assessment = assess(then, now.assessment.catalog, now.assessment.policy, today=today)
    return context(assessment, now.language, report.documents[now.document].language, now.project_file)


def not_as_typed(edited: Sequence[Edited], then: Context) -> list[Refusal]:
    """Return refusals of the cells that the next export would not show as typed."""
    texts = then.texts()
    refused = []
    for one in edited:
        framework = then.framework(one.coverage.disclosure)
        for column, (_, typed, _) in one.cells.items():
            text = texts[one.row.uid][column]
            if column in ("section", "reviewed"):  # shown in other words, and checked later
                continue
            if meaning(column, typed, framework) == meaning(column, text, framework):
                continue
            nothing = message("The report would say nothing")
            shown = message('The report would say "{text}"', text=text) if text else nothing
            hint = message("Write that, or change the report by hand")
            refused.append(Refusal(one.row.sheet, one.row.number, one.row.uid, column, shown, hint))
    return refused


def changes_of(edited: Sequence[Edited], asked: Asked, places: Places) -> Iterable[CellChange]:
    """Yield every cell that is merged, with the statements written for it and the titles of their sections."""
    by_uid: dict[str, list[Step]] = defaultdict(list)
    for one, step in asked:
        by_uid[one.row.uid].append(step)
    for one in edited:
        row = one.row
        for column, (base, typed, _) in one.cells.items():
            written = dict.fromkeys(_written_to(step, places) for step in by_uid[row.uid] if _is_for(step, column))
            yield CellChange(row.sheet, row.number, row.uid, column, base, typed, tuple(written))


def _written_to(step: Step, places: Places) -> str:
    title = "" if isinstance(step, NoteStep) else places.title(step.at)
    return f"{title} ({described(step)})" if title else described(step)


def _is_for(step: Step, column: str) -> bool:
    if isinstance(step, NoteStep):
        return TABLES.get(column) == step.table
    return (column == "reviewed") is isinstance(step, ReviewStep) and (column == "reviewed" or column in STATEMENTS)


def one_language(asked: Asked, now: Context) -> Iterator[str]:
    """Yield messages naming the documents that lack the typed text: a workbook is in one language."""
    documents = now.assessment.report.documents
    document = documents[now.document]
    if any(isinstance(step, TagStep | ExplainStep | AmendStep) for _, step in asked):
        for other in documents:
            if other is not document:
                yield message(
                    "new tags and explanations are written to {path} but not to {other}: export with "
                    "--language {language}, and fill that in as well",
                    path=document.path,
                    other=other.path,
                    language=other.language,
                )
