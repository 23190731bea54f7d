"""The native source: well-formed XHTML with ``data-disclosure`` and ``data-omission`` attributes.

One pass of expat gives structure and exact positions at once. (lxml knows no columns and drifts past line 65,535.)
The file is untrusted: no DTD beyond ``<!DOCTYPE html>``, so no entities; size and depth are capped.
"""

from typing import Any
from xml.parsers import expat

from disclosure_index.model import Document, Finding, Location, known_language
from disclosure_index.sources.builder import NO_MARKS, DocumentBuilder, Kind, Marks

MAX_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 500

KINDS = {
    "section": Kind.SECTION,
    **{f"h{n}": Kind.HEADING for n in range(1, 7)},
    **dict.fromkeys(("p", "dt", "dd", "blockquote", "pre", "figcaption", "address"), Kind.PARAGRAPH),
    "li": Kind.ITEM,
    "caption": Kind.CAPTION,
    "tr": Kind.ROW,
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(
        ("body", "main", "article", "div", "header", "footer", "nav", "aside", "ul", "ol", "dl", "figure", "form",
         "fieldset", "details", "summary", "hr", "table", "thead", "tbody", "tfoot", "colgroup"),
        Kind.CONTAINER,
    ),
}  # fmt: skip
"""What each element is to the outline; all others are inline."""

INLINE, CELL, HEADING = Kind.INLINE, Kind.CELL, Kind.HEADING

MARKING = frozenset({"id", "lang", "xml:lang", "role", "data-disclosure", "data-omission"})
"""The attributes that say something to us."""

UNREAD = frozenset({"head", "script", "style", "template", "noscript"})


class _RefusedError(Exception):
    """The file breaks a limit: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.why = (message, hint)


def read_xhtml(data: bytes, path: str, language: str) -> Document:
    """Read one tagged document.

    Args:
        data: the file's bytes, in any encoding that expat knows.
        path: how findings name the file.
        language: of the text where the file does not say.

    A file that cannot be read gives a document with ``readable=False`` and a DI601 finding, never an exception.

    """
    reader = _Reader(path, language)
    try:
        if len(data) > MAX_BYTES:
            raise _RefusedError(f"larger than {MAX_BYTES // 2**20} MiB", "split the report into documents")
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        return reader.unreadable(_explain(error), error.lineno, error.offset + 1)
    except (LookupError, ValueError) as error:  # of an encoding that is declared, and that expat does not know
        return reader.unreadable((str(error), "save the file as UTF-8"), *reader.position())
    except _RefusedError as error:
        return reader.unreadable(error.why, *reader.position())
    return reader.builder.finish(" ".join("".join(reader.title).split()))


class _Reader:
    """The handlers that expat calls."""

    def __init__(self, path: str, language: str) -> None:
        self.path = path
        self.language = language
        self.builder = DocumentBuilder(path, language)
        self.title: list[str] = []
        self.open: list[tuple[str, int, bool]] = []  # name, line, and whether the builder does not know of it
        self.unread = 0  # depth inside elements that are not part of the text
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.builder.text
        self.parser.StartDoctypeDeclHandler = self.doctype

    def position(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def unreadable(self, why: tuple[str, str], line: int, column: int) -> Document:
        message, hint = why
        if self.open:
            name, opened, _ = self.open[-1]
            message += f"; <{name}> from line {opened} is still open"
        finding = Finding("DI601", f"cannot be read: {message}", Location(self.path, line, column), hint, blind=True)
        return Document(self.path, self.language, findings=(finding,), readable=False)

    def doctype(self, name: str, system: str | None, public: str | None, subset: int) -> None:
        if subset or ((system or public) and not (system or "").startswith("about:")):
            raise _RefusedError("it has a DTD", "write <!DOCTYPE html> alone: a DTD can pull in entities and files")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        kind = KINDS.get(name)
        if kind is None:
            name = name.rpartition(":")[2]
            kind = KINDS.get(name, INLINE)
        if len(self.open) >= MAX_DEPTH:
            raise _RefusedError(f"elements nest more than {MAX_DEPTH} deep", "a report needs no more than a dozen")
        plain = (kind is CELL or kind is INLINE) and not (attributes and MARKING & attributes.keys())
        self.open.append((name, line, plain))
        if self.unread or name in UNREAD:
            self._start_unread(name)
        elif plain:
            if kind is CELL:
                self.builder.next_cell()
            elif name == "br":
                self.builder.line_break()
        else:
            location = Location(self.path, line, self.parser.CurrentColumnNumber + 1)
            marks = _marks(attributes) if attributes else NO_MARKS
            self.builder.start(kind, name, location, marks, int(name[1]) if kind is HEADING else 0)
            if attributes and "doc-pagebreak" in attributes.get("role", ""):
                self._page_break(attributes, location)

    def end(self, name: str) -> None:
        _, _, plain = self.open.pop()
        if self.unread:
            self.unread -= 1
            self.parser.CharacterDataHandler = None if self.unread else self.builder.text
        elif not plain:
            self.builder.end()

    def _start_unread(self, name: str) -> None:
        """Enter an element whose text is no passage; a title's is kept aside."""
        self.unread += 1
        self.parser.CharacterDataHandler = self.title.append if name == "title" else None

    def _page_break(self, attributes: dict[str, str], location: Location) -> None:
        label = attributes.get("aria-label", "").strip() or attributes.get("title", "").strip()
        if label:
            self.builder.page_break(label, location)
        else:
            self.builder.report(
                Finding("DI604", "page break without a page", location, 'name the page: aria-label="25"')
            )


def _marks(attributes: dict[str, Any]) -> Marks:
    get = attributes.get
    return Marks(
        get("id", ""),
        known_language(get("lang") or get("xml:lang") or ""),
        get("data-disclosure"),
        get("data-omission"),
        get("data-reason", ""),
        "doc-index" in get("role", "").split(),
    )


def _explain(error: expat.ExpatError) -> tuple[str, str]:
    """Say what expat means, and what to do."""
    message = expat.ErrorString(error.code) or "not well-formed"
    hints = {
        expat.errors.XML_ERROR_UNDEFINED_ENTITY: "XHTML has no named entities: write the character itself",
        expat.errors.XML_ERROR_TAG_MISMATCH: "close the elements in the order they were opened",
        expat.errors.XML_ERROR_UNKNOWN_ENCODING: "save the file as UTF-8",
        expat.errors.XML_ERROR_INVALID_TOKEN: "write & as &amp; and < as &lt; in text and attributes",
        expat.errors.XML_ERROR_NO_ELEMENTS: "the file is empty or cut off",
    }
    return message, hints.get(message, "a tagged report is well-formed XHTML")
