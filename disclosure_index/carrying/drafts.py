"""New drafts of documents: read them, with the claims of their printed indexes."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from disclosure_index.assessment.assessment import LONGEST
from disclosure_index.catalog.notation.code_shapes import shapes_of
from disclosure_index.catalog.store import Catalog
from disclosure_index.errors import ConfigError, CouldNotCheckError, error_lines
from disclosure_index.importing.inline_xbrl import read_source
from disclosure_index.importing.metadata import Guess
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Document, Finding, Location, known_language
from disclosure_index.project.file import Project
from disclosure_index.reading.languages.detection import detected_language
from disclosure_index.reading.registry import source_type

SAMPLE = 200
"""The number of passages from which the language of a long document is detected."""


def read_drafts(
    drafts: Sequence[Path],
    project: Project,
    catalog: Catalog,
    today: date,
    progress: Callable[[], None] = lambda: None,
) -> dict[int, tuple[Path, Imported]]:
    """Read the new drafts; return them by the number of their document.

    Where a report has no printed index and is too long for the search for hints, its draft is not searched for an index
    either, which would take longer than everything else; that is reported.

    Raises:
        ConfigError: it is not certain which document a draft is of, or that document is edited where it lies.
        CouldNotCheckError: a draft cannot be read.
    """
    if all(map(is_source, project.report.documents)):
        raise _edited_in_place(project.report.documents[0])
    if any(document.indexes for document in project.report.documents) or not all(map(_is_long, drafts)):
        imported = import_sources(drafts, catalog, today)
    else:
        imported = [_without_index(draft, catalog) for draft in drafts]
    for _ in drafts:
        progress()
    chosen = documents_of(project, drafts, imported)
    for number in chosen:
        if is_source(document := project.report.documents[number]):
            raise _edited_in_place(document)
    return chosen


def is_source(document: Document) -> bool:
    """Whether a document is Markdown or Word: authors edit it in place, so it has no other draft."""
    return bool(source_type(document.path))


def _edited_in_place(document: Document) -> ConfigError:
    problem = message("it is a source that is edited in place, so it has no separate draft")
    hint = message(
        "Edit the file where it is; for a new text with the tags of this one, run: disclosure-index roll, "
        "or import the text and update that"
    )
    return ConfigError(problem, document.path, hint)


def _is_long(draft: Path) -> bool:
    return draft.suffix.lower() in (".xhtml", ".html", ".htm", ".md", ".txt") and draft.stat().st_size > 2 * LONGEST


def _without_index(draft: Path, catalog: Catalog) -> Imported:
    document, _ = read_source(draft, draft.as_posix(), catalog, shapes_of(catalog.frameworks, catalog.spellings))
    if not document.readable:
        unchecked = [finding for finding in document.findings if finding.unchecked]
        raise CouldNotCheckError.of_lines(error_lines(f.message, f.location, f.hint) for f in unchecked)
    sample = "\n".join(passage.text for passage in document.passages[:SAMPLE])
    language = known_language(document.language) or detected_language(sample)
    problem = message("No printed index was looked for: the report had none, and the draft is long")
    hint = message("If the draft prints one, import it into a folder of its own, and compare")
    told = Finding("DI616", problem, Location(document.path), hint)
    guess = Guess(language, document.title, "", None, None, {})
    marked = len(document.tags), len(document.omissions)
    return Imported(draft.name, document, guess, 0, (), (*document.findings, told), marked=marked)


def documents_of(
    project: Project, drafts: Sequence[Path], imported: Sequence[Imported]
) -> dict[int, tuple[Path, Imported]]:
    """Return the document of each draft, by its number: by the name of its source, else by its language.

    Raises:
        ConfigError: it is not certain.
    """
    documents = project.report.documents
    chosen: dict[int, tuple[Path, Imported]] = {}
    for draft, one in zip(drafts, imported, strict=True):
        fitting = [n for n, origin in enumerate(project.origins) if origin.source == draft.name]
        language = one.guess.language
        fitting = fitting or [n for n, document in enumerate(documents) if document.language == language]
        if len(documents) == 1:
            fitting = [0]
        fitting = [n for n in fitting if n not in chosen]
        if len(fitting) != 1:
            names = joined(COMMA, (origin.document for origin in project.origins))
            problem = message("it is not certain which document this is a draft of: {documents}", documents=names)
            raise ConfigError(problem, draft)
        chosen[fitting[0]] = draft, one
    return chosen
