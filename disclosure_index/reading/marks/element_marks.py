"""The kind of each HTML element in the outline of a document, and the marks on it."""

from collections.abc import Mapping
from enum import IntEnum, auto
from typing import NamedTuple

from disclosure_index.model import DataSuppress, Location, known_language


class Kind(IntEnum):
    """The kind of an element in the outline."""

    INLINE = auto()
    CONTAINER = auto()
    SECTION = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    CAPTION = auto()
    ROW = auto()
    CELL = auto()
    UNREAD = auto()  # its text is not part of the report


INLINE, SECTION, HEADING, ROW, CELL = Kind.INLINE, Kind.SECTION, Kind.HEADING, Kind.ROW, Kind.CELL
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
    **dict.fromkeys(("head", "script", "style", "template", "noscript"), Kind.UNREAD),
}  # fmt: skip
"""The kind of each element in the outline; all others are inline."""

TABLE_ROLES = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    "rowgroup": "tbody",
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell"), "td"),
    **dict.fromkeys(("columnheader", "rowheader"), "th"),
}
"""The elements equivalent to the roles of a table (WAI-ARIA 1.2): screen readers present both alike."""
ROLE_KINDS = {role: KINDS[name] for role, name in TABLE_ROLES.items()}

PASSAGE_KINDS = tuple(
    {"HEADING": "heading", "ITEM": "list-item", "CAPTION": "table", "ROW": "table-row"}.get(kind.name, "paragraph")
    for kind in (Kind.INLINE, *Kind)  # a kind counts from 1
)
"""The name of an element's passage, by the kind of the element."""


class Marks(NamedTuple):
    """The marks on an element, in addition to its text."""

    anchor: str = ""
    language: str = ""
    disclosure: str | None = None
    omission: str | None = None
    reason: str = ""
    is_index: bool = False  # it holds a printed content index
    reviewed: str | None = None  # the references of the element that a person has reviewed

    @property
    def names(self) -> bool:
        """Whether it names a disclosure, as answered, omitted or reviewed."""
        return self.disclosure is not None or self.omission is not None or self.reviewed is not None


NO_MARKS = Marks()


def marks_of(attributes: Mapping[str, str]) -> Marks:
    """Return the marks in the attributes of an element."""
    get = attributes.get
    language, role = get("lang") or get("xml:lang"), get("role")
    return Marks(
        get("id", ""),
        known_language(language) if language else "",
        get("data-disclosure"),
        get("data-omission"),
        get("data-reason", ""),
        role is not None and "doc-index" in role.split(),
        get("data-reviewed"),
    )


def suppression_of(attributes: Mapping[str, str], at: Location) -> DataSuppress:
    """Return the suppression in the ``data-suppress`` attributes of an element."""
    facts = {what: attributes.get(f"data-suppress-{what}", "").strip() for what in ("reason", "owner", "until")}
    return DataSuppress(attributes["data-suppress"], location=at, anchor=attributes.get("id", ""), **facts)


def anchor_in(target: str) -> str:
    """Return the anchor in the same document that a link points to; "" for other links.

    ``#`` and ``#top`` are the beginning of the document by definition.
    """
    target = target.strip()
    if not target.startswith("#") or target[1:].lower() in ("", "top"):
        return ""
    return _unescaped(target[1:]) if "%" in target else target[1:]


def leads_out(target: str) -> bool:
    """Whether a link points outside its document."""
    return target.strip().lower().startswith(("http:", "https:", "www.", "mailto:"))


def _unescaped(anchor: str) -> str:
    from urllib.parse import unquote  # most documents have no escapes

    return unquote(anchor)
