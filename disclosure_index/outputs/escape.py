"""Text of a report or of a project file, made harmless for the place it goes to: one function per target."""

import re
from collections.abc import Callable

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SEPARATOR = re.compile(r"[\u2028\u2029]")
"""What some programs, and Python, take for the end of a line."""

_NOT_IN_JSON = re.compile(f"{_CONTROL.pattern[:-1]}\u2028\u2029\ud800-\udfff]")
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)|()#(?=#(?:\[|vso\[|teamcity\[))", re.MULTILINE)
"""What a build server obeys in the log of a step: ``::error::`` behind the white space at the start of a line, and
``##[error]`` (GitHub), ``##vso[`` (Azure) or ``##teamcity[`` anywhere in it. The first sign is what is escaped."""

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = _XML | str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
"""Tables of our own: `xml.sax.saxutils` imports the network modules, which takes a tenth of a cold check."""

_NO_XML = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def for_terminal(text: str) -> str:
    """Show control characters, direction marks and workflow commands instead of letting them act.

    Line feeds stay; text that is to be on one line goes through `for_line`.
    """
    return _without_commands(_shown(text), lambda sign: f"\\x{ord(sign):02x}")


def for_line(text: str) -> str:
    """Return the text as `for_terminal` does, on one line."""
    return for_terminal(re.sub(r"[^\S\n]*\n\s*", " ", text))


def for_github_data(text: str) -> str:
    """Escape for the message of a workflow command."""
    return _shown(text).translate(_DATA)


def for_github_property(text: str) -> str:
    """Escape for a property of a workflow command."""
    return _shown(text).translate(_PROPERTY)


def for_json(document: str) -> str:
    """Escape in a JSON document what a terminal or build server would act on; its meaning stays the same."""
    escaped = _NOT_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", document)
    return _without_commands(escaped, lambda sign: f"\\u{ord(sign):04x}")


def for_xml(text: str) -> str:
    """Show characters that XML 1.0 forbids, and direction marks, for a library that writes the markup."""
    return _SEPARATOR.sub(" ", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)).translate(_NO_XML)


def for_xml_text(text: str) -> str:
    """Escape for the text of an element."""
    return _without_commands(for_xml(text).translate(_XML), _reference)


def for_xml_attribute(text: str) -> str:
    """Escape for the value of an attribute, and quote it."""
    value = for_xml(text).translate(_ATTRIBUTE)
    quoted = f"'{value}'" if '"' in value and "'" not in value else '"{}"'.format(value.replace('"', "&quot;"))
    return _without_commands(quoted, _reference)


def for_html(text: str) -> str:
    """Escape for text and for quoted attributes."""
    return _without_commands(for_xml(text).translate(_HTML), _reference)


def for_markdown_cell(text: str) -> str:
    """Escape for a cell of a pipe table: no markup of the text's own, no end of cell or line."""
    text = " ".join(_CONTROL.sub("", text).split())
    return re.sub(r"([\\`*_{}\[\]<>|#&~])", r"\\\1", text)


def for_csv(text: str) -> str:
    """Keep a spreadsheet from running the text: an apostrophe precedes what could begin a formula.

    A negative number is none. Control characters and commands are shown, as for a terminal: tables in this format are
    printed, too.
    """
    may_run = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{for_terminal(text)}" if may_run else for_terminal(text)


def _shown(text: str) -> str:
    shown = _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
    return _SEPARATOR.sub(lambda match: f"\\u{ord(match[0]):04x}", shown)


def _without_commands(text: str, escaped: Callable[[str], str]) -> str:
    return _COMMAND.sub(lambda m: f"{m[1]}{escaped(':')}" if m[1] is not None else escaped("#"), text)


def _reference(sign: str) -> str:
    return f"&#{ord(sign)};"
