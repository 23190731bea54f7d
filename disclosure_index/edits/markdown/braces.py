"""Attributes in braces, ``{#waste disclosure="gri:306-3"}``: read them, and write them with other values."""

import re
from collections.abc import Iterator

from disclosure_index.edits.start_tags import Attribute, StartTag, escaped
from disclosure_index.reading.markdown.inline_attributes import SHORT_NAMES

_ITEM = re.compile(
    r"""\s*(?:(?P<sign>[\#.][^\s{}"'=]+)|(?P<name>[A-Za-z][\w-]*)\s*=\s*(?P<value>"[^"]*"|“[^”]*”|'[^']*'|[^\s"'{}]+))"""
)
_QUOTES = (('"', '"'), ("'", "'"), ("“", "”"))


class QuoteError(ValueError):
    """A value that cannot be quoted: it contains a line break, or every kind of quotation mark."""


def read_braces(text: str) -> StartTag:
    """Return the start tag in XHTML that is equivalent to our attributes in braces.

    >>> str(read_braces('{#waste disclosure="gri:306-3"}'))
    '<p data-disclosure="gri:306-3">'
    """
    values = {name: value for name, value, _ in _ours(text)}
    return StartTag("p", tuple(Attribute(" ", n, "=", '"', escaped(v, '"')) for n, v in values.items()), ">")


def write_braces(text: str, tag: StartTag) -> str:
    """Return braces with the statements of a start tag, and the other attributes as they were; "" if nothing is left.

    >>> write_braces("{#waste disclosure=gri:306-3}", read_braces('{disclosure="gri:306-3 gri:306-4"}'))
    '{#waste disclosure="gri:306-3 gri:306-4"}'
    >>> write_braces('{ disclosure="gri:306-3" lang=en }', read_braces("{}"))
    '{ lang=en }'

    Raises:
        QuoteError: a value cannot be written.

    """
    wanted = {attribute.name: attribute.value for attribute in tag.attributes}
    written: set[str] = set()
    parts, at = [], 1
    for name, value, match in _ours(text):
        parts.append(text[at : match.start()])
        at = match.end()
        if name in wanted and name not in written:
            new = f"{text[match.start() : match.start('value')]}{_quoted(wanted[name], match['value'][0])}"
            parts.append(match[0] if wanted[name] == value else new)
            written.add(name)
    rest = text[at:-1]
    body = "".join(parts) + rest.rstrip()
    new = "".join(f" {n.removeprefix('data-')}={_quoted(v)}" for n, v in wanted.items() if n not in written)
    if not (body + new).strip():
        return ""
    body = body + new if body.strip() else new.lstrip()
    padded = text[1:2].isspace()
    return (
        "{"
        + (body if padded and body[:1].isspace() else (" " if padded else "") + body.lstrip())
        + (rest[len(rest.rstrip()) :] + "}")
    )


def _ours(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Yield our attributes by their long names, with value and match, which includes the blank before."""
    at = 1
    while match := _ITEM.match(text, at):
        at = match.end()
        name = match["name"]
        if name and (name in SHORT_NAMES or name in SHORT_NAMES.values()):
            value = match["value"]
            yield SHORT_NAMES.get(name, name), value[1:-1] if value[:1] in "\"'“" else value, match


def _quoted(value: str, like: str = '"') -> str:
    """Return a value in quotation marks: those that it had, where they can hold it."""
    for opening, closing in sorted(_QUOTES, key=lambda pair: pair[0] != like):
        if not set(value) & {opening, closing, "\n", "\r"}:
            return f"{opening}{value}{closing}"
    raise QuoteError(value)
