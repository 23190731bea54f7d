"""A start tag in its parts, each as written, so that joining them gives the same text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_SPACE = r"[ \t\r\n]"
_NAME = r"""[^ \t\r\n/>="'<]+"""
_EQUALS = rf"{_SPACE}*={_SPACE}*"
_VALUE = r"""(?:"[^"<]*"|'[^'<]*')"""
_ATTRIBUTE = re.compile(rf"({_SPACE}+)({_NAME})({_EQUALS})({_VALUE})")
START_TAG = re.compile(rf"<({_NAME})((?:{_SPACE}+{_NAME}{_EQUALS}{_VALUE})*+)({_SPACE}*/?>)")
"""A whole start tag of a well-formed source."""
END_TAG = re.compile("</[^>]+>")
"""The end tag of a well-formed source."""

_PIECE = re.compile(r"&#x(?P<hex>[0-9a-fA-F]+);|&#(?P<number>[0-9]+);|&(?P<name>\w+);|\r\n|.", re.DOTALL)
_NAMED = {"quot": '"', "apos": "'", "amp": "&", "lt": "<", "gt": ">"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute; `lead` is the white space before it, `raw` the value as written, without its quotes."""

    lead: str
    name: str
    equals: str
    quote: str
    raw: str

    def __str__(self) -> str:
        return f"{self.lead}{self.name}{self.equals}{self.quote}{self.raw}{self.quote}"

    @property
    def value(self) -> str:
        """The value, unescaped."""
        return "".join(said for _, said in pieces(self.raw))


@dataclass(frozen=True, slots=True)
class StartTag:
    """The start tag of an element, or an empty element."""

    name: str
    attributes: tuple[Attribute, ...]
    close: str  # ">" or "/>", with the white space before it

    def __str__(self) -> str:
        return f"<{self.name}{''.join(map(str, self.attributes))}{self.close}"

    @property
    def empty(self) -> bool:
        """Whether the tag closes itself."""
        return self.close.endswith("/>")

    def get(self, name: str) -> Attribute | None:
        """Return the attribute of that name."""
        return next((a for a in self.attributes if a.name == name), None)

    def put(self, name: str, raw: str | None) -> "StartTag":
        """Return the tag with a value from `escaped` for an attribute; None removes it with the space before it.

        A new attribute is added at the end, with the spacing and the quotes of the one before it.
        """
        if raw is None:
            return replace(self, attributes=tuple(a for a in self.attributes if a.name != name))
        if self.get(name):
            attributes = tuple(replace(a, raw=raw) if a.name == name else a for a in self.attributes)
            return replace(self, attributes=attributes)
        return replace(self, attributes=(*self.attributes, Attribute(self._lead, name, "=", self.quote(name), raw)))

    def rename(self, name: str, by: str) -> "StartTag":
        """Return the tag with an attribute renamed in place."""
        return replace(self, attributes=tuple(replace(a, name=by) if a.name == name else a for a in self.attributes))

    def quote(self, name: str) -> str:
        """Return the quotation mark of an attribute, or the one that a new attribute gets."""
        like = self.get(name) or (self.attributes[-1] if self.attributes else None)
        return like.quote if like else '"'

    @property
    def _lead(self) -> str:
        return self.attributes[-1].lead if self.attributes else " "


def read_start_tag(found: re.Match[str]) -> StartTag:
    """Return the start tag of a match of `START_TAG`."""
    name, attributes, close = found.groups()
    parts = (match.groups() for match in _ATTRIBUTE.finditer(attributes))
    return StartTag(name, tuple(Attribute(a, b, c, d[0], d[1:-1]) for a, b, c, d in parts), close)


def pieces(raw: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a raw value: each character or reference as written, with its meaning."""
    for match in _PIECE.finditer(raw):
        if match["hex"] or match["number"]:
            yield match[0], chr(int(match["hex"], 16) if match["hex"] else int(match["number"]))
        elif match["name"]:
            yield match[0], _NAMED[match["name"]]
        else:
            yield match[0], " " if match[0] in ("\r\n", "\t", "\r", "\n") else match[0]


def escaped(text: str, quote: str) -> str:
    """Return a text as a value for such quotes; a line break in it is kept."""
    signs = {"&": "&amp;", "<": "&lt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
    signs[quote] = "&quot;" if quote == '"' else "&apos;"
    return "".join(signs.get(character, character) for character in text)
