"""The pages of imported documents as pictures, where the original PDF is available."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from disclosure_index.files.named_files import MAX_DOCUMENT, exists, is_folder, read_file
from disclosure_index.messages import message
from disclosure_index.model import Document, Message
from disclosure_index.project.file import Origin, read_project
from disclosure_index.project.paths import find_project
from disclosure_index.viewer.page_pictures import PagePictures
from disclosure_index.viewer.page_pictures.reading import MOST_BYTES, page_pictures

EXTRA = 'pip install "disclosure-index[pdf]"'


def imported_pages(
    path: Path,
    documents: Sequence[Document],
    sources: Sequence[Path],
    page_read: Callable[[Path, int, int], None],
    *,
    allow_outside: bool,
) -> dict[int, PagePictures]:
    """Return the pages of each document that was imported from a PDF, by its number; or why there are none.

    Args:
        path: the path of the report.
        documents: its documents, in the order of the project file.
        sources: files, and folders of files, from which documents may have been imported.
        page_read: called after each page with the file, and how many are done of how many.
        allow_outside: whether the report may name files outside its folder.

    """
    file = find_project(path, allow_outside=allow_outside)
    origins = read_project(file, allow_outside=allow_outside).origins
    imported = {n: origin for n, origin in enumerate(origins) if origin.source.lower().endswith(".pdf")}
    made = {}
    for number, origin in imported.items():
        document = documents[number]
        if document.readable:
            found = _found(origin, [*sources, file.parent])
            if isinstance(found, Path):
                made[number] = _pages(found, document, MOST_BYTES // len(imported), page_read)
            else:
                made[number] = PagePictures(origin.source, notes=(found,))
    return made


def _found(origin: Origin, places: Sequence[Path]) -> Path | Message:
    """Return the file that a document was imported from, identified by its digest; or why it is not available."""
    differs = False
    for file in _candidates(origin.source, places):
        if exists(file):
            if sha256(read_file(file, MAX_DOCUMENT)).hexdigest() == origin.sha256:
                return file
            differs = True
    if differs:
        return message(
            "{file} is not the file that this document was imported from: its text is shown, not its pages.",
            file=origin.source,
        )
    return message(
        "This document was imported from {file}, which is not at hand: its text is shown, not its pages. "
        "Name the file with --source.",
        file=origin.source,
    )


def _candidates(name: str, places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        if not is_folder(place):
            yield place
        elif Path(name).name == name:
            yield place / name


def _pages(file: Path, document: Document, most: int, page_read: Callable[[Path, int, int], None]) -> PagePictures:
    data = read_file(file, MAX_DOCUMENT)
    try:
        return page_pictures(data, file.name, document, most, lambda done, of: page_read(file, done, of))
    except ImportError:
        lacking = message("Its text is shown, not its pages: these need an extra. Run: {command}", command=EXTRA)
        return PagePictures(file.name, notes=(lacking,))
