"""The native source: well-formed XHTML with ``data-disclosure`` and ``data-omission`` attributes.

One pass of expat gives structure and exact positions at once. (lxml has no columns and drifts past line 65,535.)
The file is untrusted: `xml.scan` holds the rules.
"""

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from disclosure_index.errors import note_errors, without_frames
from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location
from disclosure_index.reading.builder import NO_MARKS, DocumentBuilder, Kind
from disclosure_index.reading.ixbrl.facts import is_inline_xbrl
from disclosure_index.reading.marks.element_marks import KINDS, ROLE_KINDS, marks_of, suppression_of
from disclosure_index.reading.marks.misspelt_attributes import Attributes
from disclosure_index.reading.marks.page_labels import with_page_labels
from disclosure_index.reading.merged_cells import MergedCells
from disclosure_index.reading.superscripts import raised
from disclosure_index.reading.unreadable import RefusedError, not_read, unreadable
from disclosure_index.reading.unseen import STRUCK, PassedOver, Styles
from disclosure_index.reading.white_space import NEXT_CELL
from disclosure_index.reading.xml.scan import MAX_DEPTH, scan_xml, too_deep

if TYPE_CHECKING:
    from xml.parsers import expat

INLINE, CELL, ROW, HEADING, UNREAD = Kind.INLINE, Kind.CELL, Kind.ROW, Kind.HEADING, Kind.UNREAD

COVERING = frozenset({"rowspan", "colspan"})
MARKING = COVERING | {"id", "lang", "xml:lang", "role", "data-disclosure", "data-omission", "data-reviewed"}
"""The attributes that the reader uses."""


def read_xhtml(data: bytes, path: str, language: str) -> Document:
    """Read one tagged document.

    Args:
        data: the file's bytes, in any encoding that expat supports.
        path: the name of the file in findings.
        language: of the text if the file does not declare one.

    A file that cannot be read gives a document with ``readable=False`` and a DI601 finding, never an exception.

    """
    with note_errors(f"while reading {path}"):
        try:
            document = _read(data, path, language)
            return replace(document, findings=(*document.findings, _filed(path))) if is_inline_xbrl(data) else document
        except RefusedError as error:
            return unreadable(path, language, of_another_type(data, path) or error)
        except MemoryError as error:
            raise without_frames(error) from None


def _filed(path: str) -> Finding:
    """Return the finding on a filed report that is read as plain XHTML."""
    what = message("elements of inline XBRL")
    command = f"disclosure-index import {PurePath(path).name} -o FOLDER"
    hint = message("Import the filed report, and name the copy in the project file: {command}", command=command)
    return replace(not_read([what], Location(path, 1, 1)), hint=hint)


def of_another_type(data: bytes, path: str) -> RefusedError | None:
    """Return the refusal of a file that is not XHTML, by its first bytes or by its name."""
    suffix = next((name for mark, name in _MARKS.items() if data.startswith(mark)), path[path.rfind(".") :].lower())
    if suffix not in _TYPES:
        return None
    problem = message("it is {type}, and a report is checked as XHTML", type=_TYPES[suffix])
    command = f"disclosure-index import {PurePath(path).name} -o FOLDER"
    return RefusedError(
        problem, message("Turn it into XHTML, and name that in the project file: {command}", command=command)
    )


_MARKS = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx"}
_TYPES = {
    **dict.fromkeys((".md", ".markdown"), message("a Markdown file")),
    ".docx": message("an Office file"),
    ".xlsx": message("an Office file"),
    ".pdf": message("a PDF file"),
    ".txt": message("a text file"),
    ".csv": message("a CSV file"),
}


def _read(data: bytes, path: str, language: str) -> Document:
    """Read a document, or raise RefusedError.

    It is kept short because of `without_frames`.
    """
    builder = DocumentBuilder(path, language)
    title: list[str] = []
    passed: list[PassedOver] = []
    scan_xml(data, lambda parser: passed.append(_listen(parser, builder, title, path)))
    for finding in (finding for one in passed for finding in one.all_findings()):
        builder.report(finding)
    return with_page_labels(builder.finish(" ".join("".join(title).split())))


def _listen(  # noqa: C901 - all in one function: each call of another is made a million times
    parser: "expat.XMLParserType", builder: DocumentBuilder, title: list[str], path: str
) -> PassedOver:
    """Set the handlers that expat calls, and return the record of text they leave out.

    They are closures for speed: a report has a million elements.
    """
    kinds: dict[str, Kind] = dict(KINDS)  # inline elements are added as they occur
    open_: list[bool] = []  # for each open element, whether the builder has it
    push, pop, text, start_builder, end_builder = open_.append, open_.pop, builder.text, builder.start, builder.end
    deepest = MAX_DEPTH
    merged = MergedCells(builder)
    covering: list[int] = []  # the depths of the open cells that cover others
    unread = 0  # depth inside elements that are not part of the text
    unseen = 0  # the depth of text that is not displayed
    sup = 0  # the depth of the open superscript
    styles, passed, spelling = Styles(), PassedOver(path), Attributes()
    fine = spelling.fine

    def here() -> Location:
        return Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def pass_over(name: str, attributes: dict[str, str]) -> None:
        """Leave out an element's text; page breaks in it count, because they are often not displayed."""
        nonlocal unread
        unread += 1
        push(False)
        if attributes:
            passed.element(attributes, here())
            if "doc-pagebreak" in attributes.get("role", ""):
                _page_break(builder, attributes, here())
            if "id" in attributes:
                builder.anchors.setdefault(attributes["id"], here())
        if unseen:
            passed.at = here()
            parser.CharacterDataHandler = passed.text
        elif name == "title":
            parser.CharacterDataHandler = title.append
        else:
            screen = name == "style" and "print" not in attributes.get("media", "")
            parser.CharacterDataHandler = styles.add if screen else None

    def start(name: str, attributes: dict[str, str]) -> None:  # noqa: C901 - see above
        nonlocal unread, unseen, sup
        kind = kinds.get(name)
        if kind is None:
            kind = kinds[name] = KINDS.get(name.rpartition(":")[2], INLINE)
        if attributes and "role" in attributes:
            kind = ROLE_KINDS.get(attributes["role"], kind)
        if len(open_) >= deepest:
            raise too_deep()
        if attributes and not fine.issuperset(attributes):
            for finding in spelling.findings(attributes, here()):
                builder.report(finding)
        if unread or kind is UNREAD:
            pass_over(name, attributes)
            return
        if (attributes or name in STRUCK or styles.by_name) and styles.hides(name, attributes):
            if kind is CELL and styles.keeps_its_place(name, attributes):
                text(NEXT_CELL)
            unseen = len(open_) + 1
            pass_over(name, attributes)
            return
        if name == "sup" and not sup:
            sup = len(open_) + 1
            parser.CharacterDataHandler = add_raised
        if attributes and "data-suppress" in attributes:
            at = Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            builder.suppressions.append(suppression_of(attributes, at))
        if kind is CELL and attributes and not COVERING.isdisjoint(attributes):
            covering.append(len(open_))
            merged.cover(attributes)
        elif merged.grid is not None:
            merged.start(kind, name)
        if (kind is INLINE or kind is CELL) and not (attributes and MARKING & attributes.keys()):
            push(False)
            if kind is CELL:
                text(NEXT_CELL)
            elif name == "br":
                builder.line_break()
            elif name == "img" and "alt" in attributes:
                builder.text(attributes["alt"])
            elif name == "a" and attributes:
                _link(builder, attributes, Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        else:
            push(True)
            location = Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            if attributes:
                level = int(name[-1]) if kind is HEADING else 0
                start_builder(kind, name.rpartition(":")[2], location, marks_of(attributes), level)
                if "doc-pagebreak" in attributes.get("role", ""):
                    _page_break(builder, attributes, location)
                if name == "a":
                    _link(builder, attributes, location)
                elif name == "img":
                    builder.text(attributes.get("alt", ""))
            else:
                start_builder(kind, name, location, NO_MARKS, int(name[-1]) if kind is HEADING else 0)

    def add_raised(data: str) -> None:
        text(raised(data, builder.before()))

    def end(name: str) -> None:
        nonlocal unread, unseen, sup
        if len(open_) == sup:
            sup = 0
            parser.CharacterDataHandler = builder.text
        if pop():
            if merged.grid is not None and kinds.get(name) is ROW:
                merged.end_row()
            end_builder()
            if covering and covering[-1] == len(open_):
                covering.pop()
                merged.end()
        elif unread:
            unread -= 1
            if len(open_) < unseen:
                unseen = 0
            reading = add_raised if sup else builder.text
            parser.CharacterDataHandler = passed.text if unseen else None if unread else reading

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.text
    return passed


def _page_break(builder: DocumentBuilder, attributes: dict[str, str], location: Location) -> None:
    label = attributes.get("aria-label", "").strip() or attributes.get("title", "").strip()
    if label:
        builder.page_break(label, location)
    else:
        builder.report(
            Finding(
                "DI604", message("This page break names no page"), location, message('Name the page: aria-label="25"')
            )
        )


def _link(builder: DocumentBuilder, attributes: dict[str, str], location: Location) -> None:
    """Keep the target of a link within the document, and the anchor of an ``a`` element."""
    if target := attributes.get("href"):
        builder.link(target, location)
    if name := attributes.get("name"):
        builder.anchors.setdefault(name, location)
