"""The meaning of Word's paragraph styles: heading level, title, list item, table of contents.

The outline level decides, because it is the same in every language; then the style's name, which Word writes in English
and other programs in the user's language.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(
    r"(?:heading|标题|標題|überschrift|titre|título|titolo|rubrik|kop|見出し|제목)\s*([1-9])(?!\d)", re.IGNORECASE
)
_TITLE = re.compile(r"(?:title|标题|標題|titel|书名|書名)", re.IGNORECASE)
_LIST = re.compile(r"list\b|列表|清單|清单|項目符號|项目符号", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*\d", re.IGNORECASE)
_BODY = 9  # the outline level of body text


@dataclass(frozen=True, slots=True)
class Style:
    """The meaning of a paragraph's style; `level` is 0 for text other than headings."""

    level: int = 0
    title: bool = False
    item: bool = False
    contents: bool = False
    hidden: bool = False  # its text is hidden or struck
    raised: bool = False  # its text is superscript


def local(element: "etree._Element") -> str:
    """Return an element's name without its namespace (Word writes two, LibreOffice one of them)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: "etree._Element | None", *path: str) -> "etree._Element | None":
    """Return the first child with the first name, its first child with the second name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def value(element: "etree._Element | None", name: str = "val") -> str:
    """Return an attribute, whatever its namespace; "" without one."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def number(text: str, otherwise: int = 0) -> int:
    """Read a number in a file; an invalid one gives `otherwise`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def read_styles(root: "etree._Element") -> dict[str, Style]:
    """Read ``styles.xml``; a style inherits from its base."""
    elements = {value(e, "styleId"): e for e in root if local(e) == "style"}
    found: dict[str, Style] = {}
    for name in elements:
        chain: list[etree._Element] = []
        base = name
        while base in elements and elements[base] not in chain and len(chain) < 20:
            chain.append(elements[base])
            base = value(child(elements[base], "basedOn"))
        found[name] = _style(chain)
    return found


def _style(chain: "list[etree._Element]") -> Style:
    names = [value(child(element, "name")) for element in chain]
    levels = [number(outline, _BODY) for e in chain if (outline := value(child(e, "pPr", "outlineLvl")))]
    lists = [kept for e in chain if (kept := value(child(e, "pPr", "numPr", "numId")))]
    named = next((int(match[1]) for name in names if (match := _HEADING.fullmatch(name))), 0)
    title = bool(names) and _TITLE.fullmatch(names[0]) is not None
    level = (levels[0] + 1 if levels[0] < _BODY else 0) if levels else named
    return Style(
        0 if title else level,
        title,
        (bool(lists) and lists[0] != "0") or any(_LIST.match(name) for name in names),
        any(_CONTENTS.match(name) for name in names),
        any(_first(chain, name) for name in _CONCEALING),
        next((align for e in chain if (align := value(child(e, "rPr", "vertAlign")))), "") == "superscript",
    )


_CONCEALING = ("vanish", "strike", "dstrike")
"""The switches that hide a run or strike it out."""


def is_on(element: "etree._Element | None") -> bool:
    """Whether a switch is on: a switch without a value is."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


def _first(chain: "list[etree._Element]", name: str) -> bool:
    """Whether the first style that has the switch turns it on."""
    return next((is_on(switch) for e in chain if (switch := child(e, "rPr", name)) is not None), False)


def run_style(run: "etree._Element", styles: dict[str, Style], around: Style) -> tuple[bool, bool]:
    """Return whether a run is hidden and whether it is raised: by itself, by its style, or by its paragraph."""
    properties = child(run, "rPr")
    if properties is None:
        return around.hidden, around.raised
    style = styles.get(value(child(properties, "rStyle")), around)
    switches = [child(properties, name) for name in _CONCEALING]
    hidden = any(map(is_on, switches)) or (style.hidden and all(s is None for s in switches))
    align = value(child(properties, "vertAlign"))
    return hidden, align == "superscript" if align else style.raised


def style_of(paragraph: "etree._Element", styles: dict[str, Style]) -> Style:
    """Return the style of a paragraph; its own properties override those of its named style."""
    properties = child(paragraph, "pPr")
    name = value(child(properties, "pStyle"))
    style = styles.get(name, Style())
    outline, list_number = value(child(properties, "outlineLvl")), value(child(properties, "numPr", "numId"))
    level = style.level
    if outline:
        level = number(outline, _BODY) + 1 if number(outline, _BODY) < _BODY else 0
    elif name not in styles and (match := _HEADING.fullmatch(name)):
        level = int(match[1])
    item = list_number != "0" if list_number else style.item
    return replace(style, level=level, item=item)
