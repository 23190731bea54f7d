"""Translate the usage errors of click, which are in English only, into our messages."""

import re
from collections.abc import Callable

import click

from disclosure_index.messages import COMMA, OR, foreign, joined, message
from disclosure_index.model import Message

_QUOTED = r"'(?P<value>.*)'"


def _names(listed: str) -> Message:
    return joined(COMMA, re.findall(r"'([^']*)'", listed))


_SENTENCES: tuple[tuple[str, Callable[[re.Match[str]], Message]], ...] = (
    (
        rf"{_QUOTED} is not one of (?P<known>'.*')\.",
        lambda m: message('"{value}" is not one of {known}', value=m["value"], known=_names(m["known"])),
    ),
    (rf"{_QUOTED} is not (?P<known>'[^']*')\.", lambda m: message('"{value}" is not {known}', **m.groupdict())),
    (rf"{_QUOTED} is not a valid \w+( range)?\.", lambda m: message('"{value}" is not a number', value=m["value"])),
    (
        r"(?P<value>\S+) is not in the range (?P<range>.+)\.",
        lambda m: message("{value} is not in the range {range}", **m.groupdict()),
    ),
    (r"\w+ '(?P<path>.*)' does not exist\.", lambda m: message("{path} does not exist", path=m["path"])),
    (r"\w+ '(?P<path>.*)' is a file\.", lambda m: message("{path} is a file; name a folder", path=m["path"])),
    (r"\w+ '(?P<path>.*)' is a directory\.", lambda m: message("{path} is a folder; name a file", path=m["path"])),
    (
        r"\w+ '(?P<path>.*)' is not (?:readable|writable|executable)\.",
        lambda m: message("{path} is not accessible", path=m["path"]),
    ),
    (r"Got unexpected extra arguments? \((?P<more>.*)\)", lambda m: message("unexpected: {more}", more=m["more"])),
    (r"Option '(?P<name>.*)' requires .*\.", lambda m: message("{option} needs a value", option=m["name"])),
    (r"Option '(?P<name>.*)' does not take a value\.", lambda m: message("{option} takes no value", option=m["name"])),
    (r"Argument '(?P<name>.*)' takes \d+ values\.", lambda m: message("{option} needs more values", option=m["name"])),
    (r"Missing command\.", lambda _: message("name what to do")),
)


def sentence(error: click.ClickException) -> Message:
    """Return the error as a message; an error of click that is unknown here stays in English."""
    if isinstance(error.message, Message):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return _no_such(message("no such option: {name}", name=error.option_name), error.possibilities)
    if isinstance(error, click.MissingParameter):
        name = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
        shown = name if isinstance(name, str) else " / ".join(name)
        return message("missing: {name}", name=shown.replace("'", ""))
    if unknown := re.fullmatch(r"No such command '(?P<name>.*)'\..*", error.message):
        return message('no such command "{name}"', name=unknown["name"])
    for pattern, said in _SENTENCES:
        if match := re.fullmatch(pattern, error.message, re.DOTALL):
            return said(match)
    return foreign(error.message, message("it is not used so ({error})", error=error.message))


def _no_such(problem: Message, near: object) -> Message:
    listed = list(near) if isinstance(near, (list, tuple)) else []
    return message("{problem}; the nearest is {near}", problem=problem, near=joined(OR, listed)) if listed else problem


def typed_language(arguments: list[str]) -> str | None:
    """Return the language that a command line requests: click may find an error before it has parsed the option."""
    for at, argument in enumerate(arguments):
        if argument == "--language" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    return None
