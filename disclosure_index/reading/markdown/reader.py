"""Markdown (CommonMark with tables and HTML), tagged by attributes or comments.

``{disclosure="gri:305-1"}``, ``{omission="…" reason="…"}`` and ``{#anchor}`` stand at the end of a heading, paragraph,
list item or cell, after a ``[span]``, or alone on the line before a block. For a table row they stand after its last
bar or alone in a cell; alone in a row they belong to the table. A tag on a heading covers its section. A comment
``<!-- disclosure: gri:305-1 -->`` or ``<!-- omission: hkex-esg:A1.1 reason: not-material -->`` belongs to the next
block, or to the block whose text contains it.
"""

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location
from disclosure_index.reading.decoding import decode_report
from disclosure_index.reading.markdown.attributes import assign, comment_text
from disclosure_index.reading.markdown.heading_anchors import with_heading_anchors
from disclosure_index.reading.markdown.html_tags import feed
from disclosure_index.reading.markdown.inline_attributes import NOT_UNDERSTOOD, add_rules
from disclosure_index.reading.markdown.page_markers import find_pages
from disclosure_index.reading.markdown.positions import Locate, Positions, shifted
from disclosure_index.reading.marks.comment_tags import read_statements
from disclosure_index.reading.marks.element_marks import marks_of
from disclosure_index.reading.markup import Markup
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, unreadable

MAX_BYTES = 32 * 2**20
MAX_NESTING = 100
MAX_LINES = 200_000
"""A report of a thousand pages has a tenth of that."""

_FRONT = re.compile(r"\A---[ \t]*\n(?:.*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(r"""^(title|lang)\s*:\s*["']?(.*?)["']?\s*$""", re.MULTILINE)
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

_NAMES = {"paragraph": "p", "list_item": "li", "bullet_list": "ul", "ordered_list": "ol"}
_TEXTS = {"text", "text_special", "code_inline", "attributes"}


def read_markdown(data: bytes, path: str, language: str) -> Document:
    """Read a tagged Markdown document; `read_xhtml` describes arguments and errors."""
    try:
        limit_bytes(data, MAX_BYTES)
        return MarkdownReader(data, path, Markup(path, language), language).read()
    except RefusedError as error:
        return unreadable(path, language, error)


class MarkdownReader:
    """Passes markdown-it's tokens on to `Markup` as elements of HTML."""

    def __init__(self, data: bytes, path: str, markup: Markup, language: str) -> None:
        decoded = decode_report(data, language)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        if text.count("\n") > MAX_LINES:
            raise RefusedError(
                message("it has more than {most} lines", most=f"{MAX_LINES:,}"),
                message("Split the report into documents"),
            )
        front = _FRONT.match(text)
        self.facts = dict(_FACT.findall(front[0])) if front else {}
        if front:
            text = "\n" * front[0].count("\n") + text[front.end() :]
        self.path = path
        self.positions = Positions(text.split("\n"))
        self.markup = markup
        for finding in decoded.finding(path):
            self.markup.builder.report(finding)
        md = (
            MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
            .enable(["table", "strikethrough"])
            .disable(["inline", "text_join"])
        )
        add_rules(md)
        self.tokens = md.parse(text)
        for token in self.tokens:
            if token.level >= MAX_NESTING - 1:
                line = token.map[0] + 1 if token.map else 0
                raise RefusedError(
                    message("lists and quotes are nested too deep"),
                    message("Reduce the nesting to about a dozen levels"),
                    line,
                )
        assign(self.tokens, self.positions.lines, md)
        self.spans: list[str] = []  # the open inline elements: their names if they are tagged or struck
        self.skipped: list[bool] = []  # for each open paragraph, whether it is its list item's own text
        self.at = (1, 1)  # of the block whose text comes next
        self.in_cell = False

    def read(self) -> Document:
        """Read the whole text."""
        if language := self.facts.get("lang"):
            self.markup.start("body", {"lang": language}, 1, 1)
        pages = find_pages(self.tokens)
        for index, token in enumerate(self.tokens):
            if label := pages.starts.get(index):
                self.markup.page(label, *self.positions.of(token))
            if index not in pages.markers:
                self.block(index, token)
        document = self.markup.finish()
        first = next((section.title for section in document.sections if section.level == 1), "")
        document = replace(document, anchors=with_heading_anchors(document))
        return replace(document, title=self.facts.get("title") or document.title or first)

    # --- blocks ---

    def block(self, index: int, token: Token) -> None:
        """Read a token of a block."""
        if token.type == "inline":
            inside = self.positions.inside
            self.text(token, self.positions.inside_cell(self.at) if self.in_cell else inside(token, self.at))
        elif token.type == "html_block":
            feed(self.markup, token.content, self.path, self.positions.inside(token, self._html_start(token)))
        elif token.type in ("fence", "code_block"):
            self.markup.start("pre", {}, *self.positions.of(token))
            self.markup.text(token.content)
            self.markup.end("pre")
        elif token.nesting == 1:
            self.open(index, token)
        elif token.nesting == -1:
            self.close(token)

    def open(self, index: int, token: Token) -> None:
        """Open a block."""
        if token.type in ("th_open", "td_open"):
            self.at, self.in_cell = self.positions.next_cell(), True
        else:
            self.at = self.positions.of(token)
        if token.type == "tr_open":
            self.positions.start_row(token)
        attributes, statements = token.meta.get("attributes", {}), token.meta.get("statements", ())
        if token.type == "heading_open":
            if token.level == 0:
                self.markup.end("table")  # a table left open in HTML
            self.markup.heading(int(token.tag[1]), attributes, *self.at, statements)
        elif token.type == "paragraph_open":
            self.skipped.append("next" in token.meta or self.tokens[index - 1].type == "list_item_open")
            if "next" in token.meta:
                self.markup.expect(marks_of(token.meta["next"]), *self.at)
            elif not self.skipped[-1]:
                self.markup.start("p", attributes, *self.at, statements)
        else:
            self.markup.start(_name(token), attributes, *self.at, statements)
        if token.type in ("blockquote_open", "list_item_open"):
            self.positions.around.append(token)
        if token.type == "heading_open" or token.type == "paragraph_open":
            self.at = self._text_start(token)

    def close(self, token: Token) -> None:
        """Close a block."""
        if token.type in ("blockquote_close", "list_item_close"):
            self.positions.around.pop()
        if token.type in ("th_close", "td_close"):
            self.in_cell = False
        if token.type != "paragraph_close" or not self.skipped.pop():
            self.markup.end(token.tag if token.type == "heading_close" else _name(token))

    def _text_start(self, token: Token) -> tuple[int, int]:
        """Return the position of a block's text: after the marks of a heading."""
        line, column = self.at
        if token.type == "heading_open" and token.markup.startswith("#"):
            source = self.positions.lines[line - 1]
            behind = source[column - 1 + len(token.markup) :]
            column = len(source) - len(behind.lstrip()) + 1
        return line, column

    def _html_start(self, token: Token) -> tuple[int, int]:
        """Return the position of an HTML block's text, whose first line keeps its indentation."""
        line, column = self.positions.of(token)
        return line, column - (len(token.content) - len(token.content.lstrip(" \t")))

    # --- text ---

    def text(self, token: Token, locate: Locate) -> None:
        """Read the text of a block; `locate` returns the line and column of an offset in its content."""
        last = ""
        children = token.children or []
        for index, child in enumerate(children):
            if child.type in _TEXTS:
                last = child.content
                self.markup.text(last)
                self.warn(child)
            elif child.type == "softbreak":
                following = children[index + 1].content if index + 1 < len(children) else ""
                if not (_WIDE.match(last[-1:]) and _WIDE.match(following)):
                    self.markup.text("\n")
            elif child.type == "hardbreak":
                self.markup.text("\n")
            elif child.type == "html_inline":
                if not read_statements(comment_text(child.content)):
                    feed(self.markup, child.content, self.path, shifted(locate, child.meta["at"]))
            elif child.type == "image":
                self.markup.start("img", {"alt": child.content}, *self.at)
                self.markup.end("img")
            elif child.nesting == 1:
                self.open_inline(child, locate)
            elif child.nesting == -1 and (name := self.spans.pop()):
                self.markup.end(name)

    def open_inline(self, child: Token, locate: Locate) -> None:
        """Open an inline element."""
        if child.type == "link_open":
            self.markup.builder.link(str(child.attrs.get("href", "")), Location(self.path, *self.at))
        name = "s" if child.type == "s_open" else "span"
        self.spans.append(name if name == "s" or "attributes" in child.meta else "")
        if self.spans[-1]:
            at = locate(child.meta["at"]) if "at" in child.meta else self.at
            self.markup.start(name, child.meta.get("attributes", {}), *at)

    def warn(self, child: Token) -> None:
        """Report attributes that are not read, so that no tag is lost silently."""
        if found := NOT_UNDERSTOOD.search(child.content):
            problem = message('"{text}…" is not read as attributes', text=found[0])
            hint = message('Write {{disclosure="gri:305-1"}} at the end of the block, or directly after a [span]')
            self.markup.builder.report(Finding("DI210", problem, Location(self.path, *self.at), hint))


def _name(token: Token) -> str:
    """Return the HTML name of a block."""
    kind = token.type.removesuffix("_open").removesuffix("_close")
    return _NAMES.get(kind, kind if kind not in ("th", "td", "tr") else token.tag)
