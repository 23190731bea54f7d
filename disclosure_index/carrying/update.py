"""Update: read a new draft of an imported document, carry every statement to it, and plan the changes of the files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from disclosure_index.carrying.carriage import State
from disclosure_index.carrying.drafts import read_drafts
from disclosure_index.carrying.index_claims import ClaimChanges, ClaimKey, claim_changes, claims_of, key_of
from disclosure_index.carrying.outcomes import Outcome
from disclosure_index.carrying.project_entries import Source, with_entries
from disclosure_index.carrying.same_report import LEAST, shared_text
from disclosure_index.carrying.statements import carry_statements
from disclosure_index.catalog.store import Catalog
from disclosure_index.checks.di614_imports import not_read_finding
from disclosure_index.checks.di630_carried_statements import is_reviewed_again
from disclosure_index.edits.marked_regions import END, Region, begin, find_regions
from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import MAX_DOCUMENT, read_file
from disclosure_index.importing.pipeline import Imported
from disclosure_index.importing.source_texts import source_texts, with_source_texts
from disclosure_index.importing.writer import write_xhtml
from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Omission, Pending, Tag
from disclosure_index.printed_index.reader import hints
from disclosure_index.project.file import Project


@dataclass(frozen=True, slots=True)
class UpdatedDocument:
    """One document with the outcomes of its statements.

    Attributes:
        name: as the project file has it.
        source: the path of the new draft.
        outcomes: of each statement.
        claims: the changes of the claims of the printed index.
        lost_anchors: ids in use that no element has any longer.
        emptied: the number of generated indexes that were left empty at the end.
        findings: of the import of the draft.
        knows_source: whether the tagged document has the checksums of its source.
        restored: the number of passages that had been removed from the tagged document alone, and are back.
    """

    name: str
    source: Path
    outcomes: tuple[Outcome, ...]
    claims: ClaimChanges
    lost_anchors: tuple[str, ...]
    emptied: int
    findings: tuple[Finding, ...]
    knows_source: bool = True
    restored: int = 0


@dataclass(frozen=True, slots=True)
class Update:
    """The plan of an update: the bytes of the files before and after, by path, and the documents."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    documents: tuple[UpdatedDocument, ...]
    pending: tuple[Pending, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no statement is to confirm or lost."""
        return all(one.state == State.CHANGED for one in self.pending)


def plan_update(
    project: Project,
    sources: Mapping[str, bytes],
    drafts: Sequence[Path],
    catalog: Catalog,
    today: date,
    progress: Callable[[], None] = lambda: None,
) -> Update:
    """Return the plan of an update; nothing is written.

    Args:
        project: with its documents read.
        sources: the bytes of its files, by path.
        drafts: the new drafts, one for each document that has one.
        catalog: of all frameworks, with their spellings.
        today: no report is about a year after this day's.
        progress: called twice for each draft: when it is read, and when its statements are carried.

    Raises:
            ConfigError: it is not certain which document a draft is of, it is of another report, or has no text; or the
            document is a Word or Markdown file.
        CouldNotCheckError: a draft cannot be read.
        EditError: the project file cannot be changed.
    """
    chosen = read_drafts(drafts, project, catalog, today, progress)
    after: dict[str, bytes] = {}
    documents: list[UpdatedDocument] = []
    left = {project.origins[number].document for number in chosen}
    pending = [p for p in project.report.pending if p.document not in left]
    printed_as = hints(catalog)
    for number, (draft, one) in chosen.items():
        old = project.report.documents[number]
        name = project.origins[number].document
        before = [p for p in project.report.pending if p.document == name]
        before = [p for p in before if p.state != State.CHANGED or not is_reviewed_again(p, project.report)]
        regions = _regions(sources[old.path], old.path)
        claimed = () if regions and not one.document.indexes else claims_of(old, printed_as)
        claims = claims_of(one.document, printed_as)
        known = {key_of(claim) for claim in claimed}
        new = _with_own_statements(one, known, old)
        source = source_texts(sources[old.path])
        generated = _generated(old, regions)
        carried = carry_statements(old, new, before, name, source, generated)
        _check_same_report(carried.outcomes, old, one.document, draft, name)
        progress()
        written = _with_regions(write_xhtml(carried.document), regions)
        after[old.path] = with_source_texts(written, carried.keys).encode()
        pending += carried.pending
        used = _used_anchors(project)
        documents.append(
            UpdatedDocument(
                name,
                draft,
                carried.outcomes,
                claim_changes(claimed, claims, carried.document),
                tuple(id for id in carried.lost_anchors if id in used),
                len(regions),
                tuple(f for f in one.findings if f.message not in _confirmed(project)),
                source is not None,
                carried.restored,
            )
        )
    file = str(project.file)
    version = metadata.version("disclosure-index")
    origins = {
        project.origins[number].document: Source(
            draft.name, sha256(read_file(draft, MAX_DOCUMENT)).hexdigest(), version
        )
        for number, (draft, _) in chosen.items()
    }
    lacking = {project.origins[number].document: one.not_read for number, (_, one) in chosen.items()}
    after[file] = with_entries(sources[file], file, pending, origins, lacking)
    return Update({name: sources[name] for name in after}, after, tuple(documents), tuple(pending))


def _check_same_report(outcomes: Sequence[Outcome], old: Document, new: Document, draft: Path, name: str) -> None:
    """Refuse a text unlike the document, unless it contains the text of most statements."""
    found = sum(one.state in (State.CARRIED, State.CHANGED) and not one.is_kept for one in outcomes)
    if 2 * found > len(outcomes) or not old.passages or (share := shared_text(old, new)) >= LEAST:
        return
    if new.passages:
        problem = message(
            "{share} of the text of {document} is in it; is it a draft of another report, or in another language?",
            share=f"{round(share)}%",
            document=name,
        )
    else:
        problem = message("no text was found in it, so every statement of {document} would be lost", document=name)
    hint = message("Check the file; if it is a new text altogether, import it into a folder of its own")
    raise ConfigError(problem, draft, hint)


def _confirmed(project: Project) -> set[str]:
    """Return the messages of an import about an index that a person has confirmed already."""
    found = (one for one in project.report.not_read if one.confirmed)
    return {not_read_finding(one, one.location, unread=True).message for one in found}


def _with_own_statements(one: Imported, known: set[ClaimKey], old: Document) -> Document:
    """Return a draft with its own statements, and with the claims that its index did not make before.

    Earlier claims are carried from their present places; a person may have corrected them.
    """
    tags, omissions = one.marked
    tagged = {tag.text.partition("@")[0].casefold() for tag in old.tags}

    def is_new(tag: Tag) -> bool:
        reference = tag.reference
        if reference is None:
            return False
        key = ClaimKey(reference.framework, reference.code.casefold(), reference.datapoints)
        return key not in known and tag.text.partition("@")[0].casefold() not in tagged

    document = one.document
    omitted = {omission.text.casefold() for omission in old.omissions}
    return replace(
        document,
        tags=(*document.tags[:tags], *(tag for tag in document.tags[tags:] if is_new(tag))),
        omissions=(
            *document.omissions[:omissions],
            *(
                o
                for o in document.omissions[omissions:]
                if o.text.casefold() not in omitted and not _is_known(o, known)
            ),
        ),
    )


def _is_known(statement: Omission, known: set[ClaimKey]) -> bool:
    reference = statement.reference
    return (
        reference is not None
        and ClaimKey(reference.framework, reference.code.casefold(), reference.datapoints) in known
    )


def _regions(source: bytes, path: str) -> list[Region]:
    """Return the generated indexes of a source; most have none, and are not parsed again."""
    marker = "disclosure-index:"
    named = (marker.encode(codec) in source for codec in ("utf-8", "utf-16-le", "utf-16-be"))
    return find_regions(source, path) if any(named) else []


def _generated(document: Document, regions: Sequence[Region]) -> frozenset[int]:
    """Return the passages of a document in generated indexes."""
    lines: set[int] = set()
    for region in regions:
        first = region.location.line
        lines.update(range(first, first + region.encoded.decode(region.content).count("\n") + 1))
    return frozenset(n for n, passage in enumerate(document.passages) if passage.location.line in lines)


def _with_regions(text: str, regions: Sequence[Region]) -> str:
    """Return a document with the empty markers of generated indexes at the end."""
    if not regions:
        return text
    options = [dict(option.split("=", 1) for option in region.options if "=" in option) for region in regions]
    markers = "\n".join(f"{begin(one)}\n{END}" for one in options)
    head, end = text.rsplit("</body>", 1)
    return f"{head}{markers}\n</body>{end}"


def _used_anchors(project: Project) -> set[str]:
    """Return the ids used by links, suppressions and a baseline."""
    used = {link.anchor for document in project.report.documents for link in document.links}
    used |= {suppression.anchor for suppression in project.policy.suppressions if suppression.anchor}
    if project.policy.baseline is not None:
        used |= {entry.anchor for entry in project.policy.baseline.entries if entry.anchor}
    return used
