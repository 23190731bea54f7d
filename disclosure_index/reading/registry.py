"""The readers by file type. Each is imported when needed: reading XHTML imports none of the others."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol, cast

from disclosure_index.errors import note_errors
from disclosure_index.files.named_files import MAX_DOCUMENT, RefusedFileError, exists, is_folder, read_file, reason
from disclosure_index.messages import message
from disclosure_index.model import Document
from disclosure_index.reading.unreadable import RefusedError, unreadable

if TYPE_CHECKING:
    from disclosure_index.catalog.notation.code_shapes import CodeShapes


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options for reading a document.

    Args:
        recognise: whether to recognise the text of pages that are pictures (extra ``ocr``); it may have errors.
        page_read: called after each page with the number of pages read and the number of all pages.

    """

    recognise: bool = False
    page_read: Callable[[int, int], None] | None = None


PLAIN = ReadOptions()
"""No recognition, and no progress."""


class Reader(Protocol):
    """A function from a file's bytes, its name in findings, and the language of its text if the file declares none.

    `shapes` are the forms of codes, by default of the shipped frameworks; `options` apply to PDF alone.
    """

    def __call__(
        self, data: bytes, path: str, language: str, shapes: "CodeShapes | None" = None, options: ReadOptions = PLAIN
    ) -> Document:
        """Return the document; for an unreadable file, a document with a finding."""


_XML = re.compile(
    rb"""\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<html[^>]*\sxmlns\s*=)""", re.I | re.S
)


def _lazy(module: str, name: str, *, by_codes: bool = False, by_pages: bool = False) -> Reader:
    """Return a reader that imports its module when it is called.

    `by_codes`: it finds index tables by their codes; `by_pages`: it reads pages in turn, with the options.
    """

    def read(
        data: bytes, path: str, language: str, shapes: "CodeShapes | None" = None, options: ReadOptions = PLAIN
    ) -> Document:
        reader = cast(Callable[..., Document], getattr(import_module(f"disclosure_index.reading.{module}"), name))
        return reader(data, path, language, *([shapes] if by_codes else []), *([options] if by_pages else []))

    return read


def _read_html(
    data: bytes, path: str, language: str, shapes: "CodeShapes | None" = None, options: ReadOptions = PLAIN
) -> Document:
    """Read HTML as XHTML if it is well-formed, for exact positions; otherwise as browsers do."""
    if _XML.match(data[:4096]):
        document = _lazy("xhtml", "read_xhtml")(data, path, language, shapes, options)
        if document.readable:
            return document
    return _lazy("html", "read_html")(data, path, language, shapes, options)


READERS: Mapping[str, Reader] = {
    ".xhtml": _lazy("xhtml", "read_xhtml"),
    ".html": _read_html,
    ".htm": _read_html,
    ".md": _lazy("markdown.reader", "read_markdown"),
    ".markdown": _lazy("markdown.reader", "read_markdown"),
    ".docx": _lazy("word.reader", "read_word"),
    ".xlsx": _lazy("sheets.reader", "read_sheet"),
    ".csv": _lazy("sheets.reader", "read_csv"),
    ".txt": _lazy("text.reader", "read_text", by_codes=True),
    ".pdf": _lazy("pdf.reader", "read_pdf", by_codes=True, by_pages=True),
}
"""The readers by suffix."""

EXTRAS = {".pdf": "pdf"}
"""The optional dependencies of a reader: ``pip install disclosure-index[pdf]``."""
_OF_RECOGNITION = ("rapidocr", "onnxruntime")
"""The package of the extra ``ocr``."""


NATIVE = (".xhtml", ".xml", ".html")
"""The suffixes of tagged XHTML."""
SOURCE_TYPES = {".docx": "word", ".md": "markdown", ".markdown": "markdown"}
"""The suffixes of the other sources, which are checked and edited in place."""
SOURCES = (*NATIVE, *SOURCE_TYPES)
"""The suffixes for which `init` writes a project file; files of the other readers are imported."""
_ABOUT = "readme"
_BESIDE = (".csv", ".xlsx", ".txt", ".md", ".markdown")
"""Files that usually accompany a report in its folder."""


def source_type(path: str) -> str:
    """Return the type of the source at a path, by its suffix: "word", "markdown"; "" for tagged XHTML."""
    return SOURCE_TYPES.get(PurePath(path).suffix.lower(), "")


def is_word(path: str) -> bool:
    """Whether the source at a path is a Word file, whose positions are paragraphs instead of lines."""
    return source_type(path) == "word"


def sources_in(files: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the sources among the files of a folder, and the files that accompany them.

    Tagged XHTML comes before Word, and Word before Markdown: a file of another type is more often notes or a copy
    than another document of the report. A README is about the folder.
    """
    known = [
        file
        for file in sorted(files)
        if file.suffix.lower() in SOURCES
        and file.name[:1] not in (".", "~")
        and (file.suffix.lower() in NATIVE or file.stem.lower() != _ABOUT)
    ]
    kinds = [SOURCE_TYPES.get(file.suffix.lower(), "") for file in known]
    first = next((kind for kind in ("", "word", "markdown") if kind in kinds), "")
    pairs = list(zip(known, kinds, strict=True))
    return [file for file, kind in pairs if kind == first], [file for file, kind in pairs if kind != first]


def published_at(path: Path) -> Path | None:
    """Return a report for `import`: the file itself, or the first one in a folder without sources."""
    if not is_folder(path):
        return path if path.suffix.lower() in READERS and path.suffix.lower() != ".xhtml" and exists(path) else None
    try:
        files = sorted(file for file in path.iterdir() if not is_folder(file))
    except OSError:
        return None
    if sources_in(files)[0]:
        return None
    found = [file for file in files if file.suffix.lower() in READERS and file.stem.lower() != _ABOUT]
    return min(found, key=lambda file: file.suffix.lower() in _BESIDE, default=None)


def read_source(data: bytes, path: str, language: str) -> Document:
    """Read a source of a report: Markdown and Word by their suffix, any other file as tagged XHTML.

    Args:
        data: the bytes of the file.
        path: the name of the file in findings.
        language: of its text if the file does not declare one.

    A file that cannot be read gives a document with ``readable=False`` and a DI601 finding, never an exception.

    """
    if not source_type(path):
        return _lazy("xhtml", "read_xhtml")(data, path, language)
    with note_errors(f"while reading {path}"):
        return READERS[PurePath(path).suffix.lower()](data, path, language)


def read_document(
    path: Path, name: str, language: str, shapes: "CodeShapes | None" = None, options: ReadOptions = PLAIN
) -> Document:
    """Read a file with the reader for its suffix.

    Args:
        path: of the file.
        name: the name of the file in findings.
        language: of its text if the file does not declare one.
        shapes: the forms of codes, by default of the shipped frameworks.
        options: for reading its pages.

    A file that is missing, of an unknown kind, or damaged gives a document with a DI601 finding, never an exception.

    """
    suffix = path.suffix.lower()
    try:
        with note_errors(f"while reading {name}"):
            return _reader(suffix)(read_file(path, MAX_DOCUMENT), name, language, shapes, options)
    except OSError as error:
        correct = message("Correct the path, or grant read permission")
        hint = error.hint if isinstance(error, RefusedFileError) else correct
        refused = RefusedError(reason(error), hint)
    except ImportError as error:
        extra = "ocr" if error.name in _OF_RECOGNITION else EXTRAS.get(suffix)
        command = f'pip install "disclosure-index[{extra}]"' if extra else f"pip install {error.name or 'it'}"
        needed = error.name or error
        refused = RefusedError(
            message("reading {suffix} requires {needed}, which is not installed", suffix=suffix, needed=needed),
            message("Run: {command}", command=command),
        )
    except RefusedError as error:
        refused = error
    return unreadable(name, language, refused)


def _reader(suffix: str) -> Reader:
    if suffix not in READERS:
        unknown = message("files of type {suffix} are not supported", suffix=suffix)
        what = unknown if suffix else message("its name has no suffix")
        raise RefusedError(what, message("Use one of {known}", known=" ".join(sorted(READERS))))
    return READERS[suffix]
