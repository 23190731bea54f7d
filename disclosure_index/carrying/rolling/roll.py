"""Roll: last year's tagged report and this year's text -> this year's tagged report, for a person to review."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from disclosure_index.carrying.alignment import Candidate
from disclosure_index.carrying.anchors import elements_of, with_anchors
from disclosure_index.carrying.carriage import State, VersionAlignment
from disclosure_index.carrying.drafts import documents_of
from disclosure_index.carrying.index_claims import ClaimChanges
from disclosure_index.carrying.likeness import likeness
from disclosure_index.carrying.outcomes import Outcome, shown_candidate
from disclosure_index.carrying.passage_keys import tokens
from disclosure_index.carrying.project_entries import Source
from disclosure_index.carrying.rolling.edition_change import EditionChange
from disclosure_index.carrying.rolling.page_likeness import YearPages, labels_of
from disclosure_index.carrying.rolling.page_suggestions import PageSuggestions
from disclosure_index.carrying.rolling.roll_project import rolled_project
from disclosure_index.carrying.rolling.stale_figures import StaleFigure, stale_figures
from disclosure_index.carrying.spans import Spans
from disclosure_index.carrying.statements import LONGEST_TEXT, unique
from disclosure_index.carrying.text_change import changed_part, shortened
from disclosure_index.carrying.update import UpdatedDocument
from disclosure_index.catalog.store import Catalog
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.files.named_files import MAX_DOCUMENT, read_file
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.importing.printed_days import first_day
from disclosure_index.importing.source_texts import with_own_texts
from disclosure_index.importing.writer import write_xhtml
from disclosure_index.model import (
    Document,
    Omission,
    Pending,
    PendingCandidate,
    Span,
    Tag,
    parse_reference,
)
from disclosure_index.printed_index.placing.page_runs import page_runs
from disclosure_index.project.file import Project
from disclosure_index.project.paths import FILE_NAME

LIKE_PAGES = 3
"""The pages that a person is shown."""
LIKE = 10.0
"""The least likeness of a page worth showing."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """This year's report: its files by name, and the outcomes of last year's statements."""

    files: Mapping[str, str]
    documents: tuple[UpdatedDocument, ...]
    pending: tuple[Pending, ...]
    stale: tuple[StaleFigure, ...]  # figures of last year in this year's text
    left_out: tuple[str, ...]  # documents of last year without a new source
    unpinned: tuple[str, ...]  # frameworks whose edition was named, and now depends on the dates


def roll(
    project: Project,
    project_file: bytes,
    sources: Sequence[Path],
    year_end: date,
    catalog: Catalog,
    today: date,
    progress: Callable[[], None] = lambda: None,
) -> Rolled:
    """Return this year's tagged report; nothing is written.

    Args:
        project: of last year, with its documents read.
        project_file: the bytes of its project file.
        sources: this year's texts, one for each language.
        year_end: the last day of this financial year.
        catalog: of all frameworks, with their spellings.
        today: reports of years after this day are not expected.
        progress: called for each source when its statements are carried.

    Raises:
        ConfigError: it is not certain which document a source is of.
        CouldNotCheckError: a source cannot be read.
        EditError: the project file cannot be changed.
    """
    imported = import_sources(sources, catalog, today)
    chosen = documents_of(project, sources, imported)
    old = project.report
    claims = tuple(replace(claim, edition=None) for claim in old.claims)
    year = first_day(year_end), year_end
    new = replace(old, year_start=year[0], year_end=year[1], published=None, claims=claims, documents=())
    editions = EditionChange(old, new, catalog)
    files: dict[str, str] = {}
    documents: list[UpdatedDocument] = []
    pending: list[Pending] = []
    stale: list[StaleFigure] = []
    named: dict[str, tuple[str, Source]] = {}
    version = metadata.version("disclosure-index")
    for number, (source, one) in sorted(chosen.items()):
        rolled = _RolledDocument(old.documents[number], one, editions).rolled()
        facts = DocumentFacts(rolled.old, str(old.year)), DocumentFacts(rolled.new, str(new.year))
        stale += stale_figures(*facts, rolled.versions.alignment)
        progress()
        files[one.file] = with_own_texts(write_xhtml(rolled.document), (p.text for p in rolled.document.passages))
        documents.append(UpdatedDocument(one.file, source, tuple(rolled.outcomes), ClaimChanges(), (), 0, one.findings))
        pending += rolled.pending
        digest = sha256(read_file(source, MAX_DOCUMENT)).hexdigest()
        named[project.origins[number].document] = one.file, Source(source.name, digest, version)
    first = imported[0].guess.title or old.title.replace(str(old.year), str(new.year))
    not_read = [entry for _, one in chosen.values() for entry in one.not_read]
    made = rolled_project(project_file, str(project.file), first, year, named, pending, not_read, editions.codes)
    files[FILE_NAME] = made.decode()
    left = tuple(origin.document for n, origin in enumerate(project.origins) if n not in chosen)
    unpinned = tuple(claim.framework for claim in old.claims if claim.edition)
    return Rolled(files, tuple(documents), tuple(pending), tuple(stale), left, unpinned)


class _RolledDocument:
    """One document of last year, with its text of this year."""

    def __init__(self, old: Document, one: Imported, editions: EditionChange) -> None:
        self.old, self.file, self.new, self.editions = old, one.file, one.document, editions
        spans = [*(tag.span for tag in old.tags), *(omission.span for omission in old.omissions)]
        self.versions = VersionAlignment(Spans(old), Spans(self.new), spans)
        self.suggestions = PageSuggestions(editions.report, self.new, editions.catalog, editions.current)
        self.pages = YearPages(old, self.new, self.versions.alignment)
        self.outcomes: list[Outcome] = []
        self.pending: list[Pending] = []
        self.document = self.new
        self._runs = page_runs(self.new.passages, (), lambda passage: labels_of(self.new, passage)[0])
        self._claimed = {tag.text.partition("@")[0].casefold() for tag in self.new.tags}
        self._omitted = {omission.text.partition("@")[0].casefold() for omission in self.new.omissions}

    def rolled(self) -> "_RolledDocument":
        tags = [tag for old in self.old.tags for tag in self._tag(old)]
        for omission in self.old.omissions:
            self._omission(omission)
        elements = elements_of(self.versions.old)
        suppressions = [
            one._replace(location=target.location)
            for one in self.old.suppressions
            if (span := elements.get(one.location)) and (target := self.versions.carry(span).target)
        ]
        document = replace(
            self.new,
            tags=unique([*tags, *self.new.tags]),
            suppressions=(*suppressions, *self.new.suppressions),
        )
        self.document, _ = with_anchors(document, self.old, elements, self.versions)
        return self

    def _tag(self, old: Tag) -> list[Tag]:
        references = self.editions.references(old)
        choices = [] if references else self.editions.choices(old)
        if not references and not choices:
            self._leave("tag", old.text, old.span, State.LOST, ())
            return []
        found = self.versions.carry(old.span)
        if choices:
            near = [Candidate(found.target.first, found.target.last, found.score)] if found.target else found.candidates
            places = [shown_candidate(self.new, c) for c in near] or self._like_pages(old)
            state = State.TO_CONFIRM if places else State.LOST
            self._leave("tag", old.text, old.span, state, places[:LIKE_PAGES], choices=choices)
            return []
        if found.target is not None:
            was, now = self.versions.old.text(old.span), self.versions.new.text(found.target)
            shown = changed_part(was, now) if found.state is State.CHANGED else (shortened(was), shortened(now))
            for text in references:
                pages = old.span.page, found.target.page
                self.outcomes.append(Outcome("tag", text, found.state, *shown, *pages, found.score))
            return [Tag(text, parse_reference(text), found.target) for text in references]
        candidates = [shown_candidate(self.new, c) for c in found.candidates] + self._like_pages(old)
        for text in references:
            if text.partition("@")[0].casefold() not in self._claimed:
                state = State.TO_CONFIRM if candidates else State.LOST
                self._leave("tag", text, old.span, state, candidates[:LIKE_PAGES])
        return []

    def _omission(self, old: Omission) -> None:
        """Keep an omission to be explained anew: last year's reason may no longer be true."""
        found = self.versions.carry(old.span)
        target = found.target
        candidates = [shown_candidate(self.new, Candidate(target.first, target.last, found.score))] if target else []
        references = self.editions.references(old)
        choices = [] if references else self.editions.choices(old)
        for text in references or [old.text]:
            if text.partition("@")[0].casefold() not in self._omitted:
                said = old.explanation, old.reason
                self._leave("omission", text, old.span, State.TO_CONFIRM, candidates, *said, choices=choices)

    def _leave(
        self,
        kind: str,
        statement: str,
        span: Span,
        state: State,
        candidates: Sequence[PendingCandidate],
        was: str = "",
        reason: str = "",
        choices: Sequence[str] = (),
    ) -> None:
        was = (was or self.versions.old.text(span))[:LONGEST_TEXT]
        section = self.old.sections[span.section].title if span.section is not None else ""
        self.pending.append(
            Pending(
                self.file,
                state.value,
                kind,
                statement,
                was,
                section,
                span.page,
                reason=reason,
                candidates=tuple(candidates),
                successors=tuple(choices),
            )
        )
        score = candidates[0].score if candidates else 0.0
        shown = f"{statement} → {choices[0]} … {choices[-1]}" if choices else statement
        outcome = Outcome(kind, shown, state, shortened(was), "", span.page, "", score, tuple(candidates))
        self.outcomes.append(outcome)

    def _like_pages(self, tag: Tag) -> list[PendingCandidate]:
        """Return the content of the pages most like those of a tag, or suggested for its disclosure."""
        span, suggested = tag.span, self.suggestions.pages(self.editions.later(tag))
        reached = self.old.passages[span.first : span.last]
        labels = dict.fromkeys(label for passage in reached for label in labels_of(self.old, passage))
        like = [one for one in self.pages.like(labels, suggested) if one.score >= LIKE][:LIKE_PAGES]
        single = self.old.passages[span.first].text if span.last - span.first == 1 else ""
        places = [self._place_on(one.label, single) for one in like]
        scores = [min(round(one.score, 1), 100.0) for one in like]
        return [shown_candidate(self.new, Candidate(*at, score)) for at, score in zip(places, scores, strict=True)]

    def _place_on(self, label: str, single: str) -> tuple[int, int]:
        """Return the passages for a tag on a page: all of the page, or the passage most like a single one."""
        numbers = self.pages.new.passages[label]
        first, last = self._runs.get(label, (numbers[0], numbers[0] + 1))
        if not single:
            return first, last
        wanted = tokens(single)
        texts = {n: self.new.passages[n] for n in range(first, last) if self.new.passages[n].kind != "heading"}
        ranks = {n: (likeness(wanted, tokens(p.text)).both, len(p.text), -n) for n, p in texts.items()}
        best = max(ranks, key=lambda n: ranks[n], default=first)
        return best, best + 1
