"""What is pending since an update, placed where a person says, or dropped."""

from collections.abc import Collection, Iterator, Mapping

from disclosure_index.carrying.project_entries import with_entries
from disclosure_index.edits import Edit, SetOmission, find_places
from disclosure_index.edits.history import apply_to_all
from disclosure_index.edits.text_identity import digest_of
from disclosure_index.errors import ConfigError
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Document, Location, Pending, parse_reference
from disclosure_index.project.file import Project
from disclosure_index.workbench.steps import TagStep, edits_of


def settled(
    project: Project, sources: Mapping[str, bytes], accepted: Mapping[int, int], dropped: Collection[int]
) -> dict[str, bytes]:
    """Return the files that change when some of what is pending is placed, and some is dropped.

    Args:
        project: with its documents read.
        sources: the bytes of its files, by path.
        accepted: by the number of an entry, from 1, the number of the candidate that it stands at.
        dropped: the numbers of entries that are wanted no longer.

    Raises:
        ConfigError: there is no such entry or candidate, or its text is not there exactly once.
        EditError: an element cannot be tagged, or the project file cannot be changed.
    """
    pending = project.report.pending
    for number in (*accepted, *dropped):
        if not 1 <= number <= len(pending):
            problem = message(
                "there is no pending statement {number}; there are {count}", number=number, count=len(pending)
            )
            raise ConfigError(problem, project.file)
    edits = [
        edit
        for number, candidate in accepted.items()
        for edit in _edits(project, sources, pending[number - 1], number, candidate)
    ]
    after, _ = apply_to_all(sources, edits)
    left = [one for number, one in enumerate(pending, start=1) if number not in accepted and number not in dropped]
    file = str(project.file)
    return {**after, file: with_entries(sources[file], file, left, {}, {})}


def _edits(project: Project, sources: Mapping[str, bytes], one: Pending, number: int, candidate: int) -> Iterator[Edit]:
    if one.kind == "suppression":
        why = message("statement {number} is a suppression: write it at its element, then drop it", number=number)
        raise ConfigError(why, project.file)
    if parse_reference(one.statement) is None:
        why = message(
            'statement {number}, "{statement}", is no disclosure; write it as hkex-esg:A1.3',
            number=number,
            statement=one.statement,
        )
        raise ConfigError(why, project.file)
    if one.successors:
        why = message(
            "statement {number} goes on as one of {codes}: tag the text with the right ones, then drop it",
            number=number,
            codes=joined(COMMA, one.successors),
        )
        raise ConfigError(why, project.file)
    if not 1 <= candidate <= len(one.candidates):
        why = message(
            "statement {number} has no candidate {candidate}; it has {count}",
            number=number,
            candidate=candidate,
            count=len(one.candidates),
        )
        raise ConfigError(why, project.file)
    names = [origin.document for origin in project.origins]
    if one.document not in names:
        raise ConfigError(message("the project file names no document {name}", name=one.document), project.file)
    document = project.report.documents[names.index(one.document)]
    places = places_of(document, one.candidates[candidate - 1].digests)
    if not places:
        why = message(
            "the text of candidate {candidate} of statement {number} is not there exactly once; tag it by hand",
            candidate=candidate,
            number=number,
        )
        raise ConfigError(why, document.path)
    if one.kind == "tag":
        yield from edits_of([TagStep(at, one.statement) for at in places], project.report, sources)
    else:
        for place in find_places(sources[document.path], document.path, places):
            yield SetOmission(place, (one.statement,), one.reason)


def places_of(document: Document, digests: Collection[str]) -> list[Location]:
    """Return where the passages of a candidate begin; nothing where they are not there exactly once."""
    wanted = list(digests)
    found = [digest_of(passage.text) for passage in document.passages] if wanted else []
    starts = [n for n in range(len(found) - len(wanted) + 1) if found[n : n + len(wanted)] == wanted] if wanted else []
    return [document.passages[starts[0] + n].location for n in range(len(wanted))] if len(starts) == 1 else []
