"""Word (``.docx``): headings, lists, tables, pages and bookmarks, tagged by comments or content controls.

Comments have the form ``#disc gri:302-1; hkex-esg:A2.1`` or ``#omit hkex-esg:A1.1 not-material``; a content control has
the tag or title ``disc:gri:302-1``. ``#reviewed gri:302-1`` and ``#suppress DI103 reason: …`` are also comments. A tag
on a heading covers its section. An index that the program writes is a content control with the tag
``disclosure-index view=sections``. Tracked changes are read as accepted.

Word files have no lines: a location's line is the ordinal of the paragraph in the body (with those in tables; a row or
table has the line of its first one), and its column is 1. A file without page breaks has no pages.
"""

import re
import zipfile
from typing import TYPE_CHECKING

from disclosure_index.messages import message
from disclosure_index.model import Document, Location
from disclosure_index.reading.builder import Marks
from disclosure_index.reading.markup import Markup
from disclosure_index.reading.office_packages import open_package, parse_part, related
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, unreadable
from disclosure_index.reading.word.comments import place_comments, read_comments
from disclosure_index.reading.word.left_out import left_out
from disclosure_index.reading.word.links import links_of
from disclosure_index.reading.word.pages import Pages
from disclosure_index.reading.word.styles import Style, child, is_on, local, read_styles, run_style, style_of, value
from disclosure_index.reading.word.tables import control_marks, is_layout, read_rows, text_of
from disclosure_index.reading.word.tracked_changes import tracked_changes

if TYPE_CHECKING:
    from lxml import etree

REGION_TAG = re.compile(r"disclosure-index(?=\s|\Z)")
"""The beginning of a content control's tag where the program writes an index."""

MAX_BYTES = 128 * 2**20

_UNREAD = frozenset(
    ("pPr", "rPr", "sdtPr", "del", "moveFrom", "instrText", "Fallback", "rt", "footnoteReference", "annotationRef")
)  # deleted text, field codes, second versions of drawings, phonetic guides
_MADE = "_"
"""The prefixes of Word's own bookmarks, which count only as targets of links."""
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def read_word(data: bytes, path: str, language: str) -> Document:
    """Read a tagged Word document; `read_xhtml` describes arguments and errors."""
    try:
        limit_bytes(data, MAX_BYTES)
        with open_package(data) as archive:
            return _Reader(archive, path, language).read()
    except RefusedError as error:
        return unreadable(path, language, error)


class _Reader:
    """Walks the body and passes its content to `Markup`."""

    def __init__(self, archive: zipfile.ZipFile, path: str, language: str) -> None:
        main = related(archive, "").get("officeDocument", "word/document.xml")
        parts = related(archive, main)
        body = child(parse_part(archive, main), "body")
        if body is None:
            raise RefusedError(message("it contains no Word document"), message("Use the .docx itself"))
        self.body = body
        self.path = path
        self.styles = read_styles(parse_part(archive, parts["styles"])) if "styles" in parts else {}
        comments = read_comments(parse_part(archive, parts["comments"])) if "comments" in parts else {}
        self.statements: dict[etree._Element, list[Marks]] = {}
        self.suppressed: dict[etree._Element, dict[str, str]] = {}
        for key, elements in place_comments(body, comments):
            for element in elements:
                self.statements.setdefault(element, []).extend(comments[key].marks)
                if comments[key].suppressed:
                    self.suppressed[element] = comments[key].suppressed
        self.markup = Markup(path, language)
        self.pages = Pages(self.markup, body)
        for finding in (*left_out(archive, parts, body, path), *tracked_changes(body, path)):
            self.markup.builder.report(finding)
        self.title = ""
        paragraphs = (element for element in body.iter() if local(element) == "p")
        self.ordinals = {paragraph: n for n, paragraph in enumerate(paragraphs, 1)}
        self.ordinal = 1  # of the last paragraph read
        self.anchors: list[str] = []  # bookmarks between blocks, for the next one
        self.links = links_of(body)
        self.boxes: list[etree._Element] = []  # text boxes anchored in the running paragraph

    def read(self) -> Document:
        self.blocks(self.body)
        for marks in [marks for unused in self.statements.values() for marks in unused]:
            self.markup.expect(marks, self.ordinal, 1)
        return self.markup.finish(self.title)

    def blocks(self, parent: "etree._Element") -> None:
        for element in parent:
            match local(element):
                case "p":
                    self.paragraph(element)
                case "tbl":
                    self.table(element)
                case "sdt":
                    self.control(element)
                case "bookmarkStart":
                    self.anchors += _bookmarks(element)
                case "customXml" | "ins" | "moveTo" | "smartTag":
                    self.blocks(element)

    def control(self, element: "etree._Element") -> None:
        """Read a content control; statements about a single block apply to that block."""
        content = child(element, "sdtContent")
        marks = [*control_marks(element), *self.statements.pop(element, ())]
        if content is None:
            return
        if REGION_TAG.match(value(child(element, "sdtPr", "tag"))):
            self.markup.start("div", {"role": "doc-index"}, self.first(element), 1)
            self.blocks(content)
            self.markup.end("div")
            return
        inner = [block for block in content if local(block) in ("p", "tbl")]
        if len(inner) == 1:
            self.statements[inner[0]] = [*marks, *self.statements.get(inner[0], ())]
        elif marks:
            self.markup.start("div", {}, self.first(element), 1, marks)
            self.blocks(content)
            self.markup.end("div")
            return
        self.blocks(content)

    def paragraph(self, element: "etree._Element") -> None:
        self.ordinal = self.ordinals[element]
        style = style_of(element, self.styles)
        if style.contents:
            for inner in element.iter():
                self.pages.pass_by(inner, self.ordinal)
            return
        if (before := child(element, "pPr", "pageBreakBefore")) is not None:
            self.pages.pass_by(before, self.ordinal)
        anchors = [*self.anchors, *_bookmarks(element)]
        self.anchors.clear()
        bookmarks = [anchor for anchor in anchors if not anchor.startswith(_MADE)]
        attributes = {"id": bookmarks[0]} if bookmarks else {}
        attributes |= self.suppressed.pop(element, {})
        marks = self.statements.pop(element, [])
        if marks and self.is_hidden(element, style):
            self.markup.pass_over(marks, Location(self.path, self.ordinal, 1))
            marks = []
        name = f"h{min(style.level, 6)}" if style.level else "li" if style.item else "p"
        if style.level:
            self.markup.heading(style.level, attributes, self.ordinal, 1, marks)
        else:
            self.markup.start(name, attributes, self.ordinal, 1, marks)
        linked = (anchor for anchor in anchors if anchor.startswith(_MADE) and f"#{anchor}" in self.links.values())
        for anchor in (*bookmarks[1:], *linked):
            self.markup.start("a", {"id": anchor}, self.ordinal, 1)
            self.markup.end("a")
        self.inline(element, style)
        self.markup.end(name)
        if (style.title or style.level == 1) and not self.title:
            self.title = text_of(element)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def is_hidden(self, paragraph: "etree._Element", style: Style) -> bool:
        """Whether a paragraph has words, all of them in hidden runs."""
        runs = [run for run in paragraph.iter() if local(run) == "r" and text_of(run)]
        return bool(runs) and all(run_style(run, self.styles, style)[0] for run in runs)

    def layout(self, element: "etree._Element") -> None:
        """Read the cells of a layout table in order, without the table."""
        self.markup.start("div", {}, self.first(element), 1, self.statements.pop(element, ()))
        for row in read_rows(element):
            statements = [*row.marks, *self.statements.pop(row.element, ())]
            self.markup.start("div", {}, self.first(row.element), 1, statements)
            for cell in row.cells:
                if cell.element is not None:
                    marks = [*cell.marks, *self.statements.pop(cell.element, ())]
                    self.markup.start("div", {}, self.first(cell.element), 1, marks)
                    self.blocks(cell.element)
                    self.markup.end("div")
            self.markup.end("div")
        self.markup.end("div")

    def table(self, element: "etree._Element") -> None:
        if is_layout(element):
            self.layout(element)
            return
        self.markup.start("table", {}, self.first(element), 1, self.statements.pop(element, ()))
        for row in read_rows(element):
            statements = [*row.marks, *self.statements.pop(row.element, ())]
            line = self.first(row.element)
            attributes = {"hidden": ""} if is_on(child(row.element, "trPr", "hidden")) else {}
            self.markup.start("tr", attributes | self.suppressed.pop(row.element, {}), line, 1, statements)
            for cell in row.cells:
                if cell.element is None:
                    self.markup.start("td", {}, line, 1)
                else:
                    marks = [*cell.marks, *self.statements.pop(cell.element, ())]
                    self.markup.start("td", cell.spans, self.first(cell.element), 1, marks)
                    self.blocks(cell.element)
                self.markup.end("td")
            self.markup.end("tr")
        self.markup.end("table")

    def first(self, element: "etree._Element") -> int:
        """Return the ordinal of the first paragraph in an element."""
        return next((self.ordinals[e] for e in element.iter() if e in self.ordinals), self.ordinal)

    def inline(self, parent: "etree._Element", style: Style) -> None:
        for element in parent:
            name = local(element)
            if target := self.links.get(element):
                self.markup.start("a", {"href": target}, self.ordinal, 1)
                self.markup.end("a")
            if name == "t":
                self.markup.text(element.text or "")
            elif name in _SIGNS:
                self.markup.text(_SIGNS[name])
            elif name == "lastRenderedPageBreak" or name == "br":
                self.markup.text("\n" if name == "br" else "")
                self.pages.pass_by(element, self.ordinal)
            elif name == "sdt":
                self.markup.start("span", {}, self.ordinal, 1, control_marks(element))
                self.inline(element, style)
                self.markup.end("span")
            elif name == "txbxContent":
                self.boxes.append(element)
            elif name == "r":
                self.run(element, style)
            elif name not in _UNREAD:
                self.inline(element, style)

    def run(self, element: "etree._Element", style: Style) -> None:
        """Read a run: hidden or struck text is left out, raised text is a footnote mark or a power."""
        hidden, raised = run_style(element, self.styles, style)
        name = "s" if hidden else "sup" if raised else ""
        if name:
            self.markup.start(name, {}, self.ordinal, 1)
        boxes = len(self.boxes)
        self.inline(element, style)
        if hidden:
            del self.boxes[boxes:]
        if name:
            self.markup.end(name)


def _bookmarks(element: "etree._Element") -> list[str]:
    """Return the names of bookmarks."""
    names = (value(e, "name") for e in element.iter() if local(e) == "bookmarkStart")
    return [name for name in names if name]
