"""What a program guessed for a project file: the comments that say so, and the lines that wait for a person. Pure."""

import re
from functools import cache
from typing import NamedTuple

from disclosure_index.messages import in_languages, message
from disclosure_index.model import Message

NOT_FOUND = message("not found in the report: correct it")
GUESSED = message("a guess: confirm")


def guessed_from(statement: object) -> Message:
    """Say from which words of the report a value was guessed."""
    return message("a guess: confirm; from {statement}", statement=statement)


def guessed_among(others: object) -> Message:
    """Say what else a value may be."""
    return message("a guess: confirm; or {others}", others=others)


def framework_from(statement: object, title: object) -> Message:
    """Say from which words a framework was guessed, and which one it is."""
    return message("a guess from {statement}: {title}", statement=statement, title=title)


def framework_from_tags(title: object) -> Message:
    """Say that a framework was guessed from the tags, and which one it is."""
    return message("a guess from the tags: {title}", title=title)


def board_named(other: object, statement: object) -> Message:
    """Say what else the board may be, and where the report names it; both lines are comments until it is confirmed."""
    return message(
        "or {other}; the report names it: {statement}; remove the # of both lines to confirm",
        other=other,
        statement=statement,
    )


class Guess(NamedTuple):
    """A guess in a project file.

    `first` is the number of its first line, from 1; `before` are its lines, and `after` is what they are once it is
    confirmed, empty where there is nothing to confirm. `value` is what was guessed, `why` what the comment says.
    """

    first: int
    value: str
    why: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


_SOMETHING = "\0"
_LINE = re.compile(r"""((?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*?)\s*#\s*(.*)""")
"""What a line of TOML says, and its comment."""


@cache
def _pattern(*said: Message) -> re.Pattern[str]:
    texts = (re.escape(text).replace(_SOMETHING, ".+") for one in said for text in in_languages(one))
    return re.compile("|".join(texts))


def guesses(text: str) -> tuple[Guess, ...]:
    """Return the guesses in the text of a project file, in its order, in whatever language it was written."""
    any_guess = _pattern(
        GUESSED,
        guessed_from(_SOMETHING),
        guessed_among(_SOMETHING),
        framework_from(_SOMETHING, _SOMETHING),
        framework_from_tags(_SOMETHING),
    )
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        says, why = _parts(line)
        if says and any_guess.fullmatch(why):
            value = lines[number].strip() if says.startswith("[[") and number < len(lines) else says
            found.append(Guess(number, value, why, (line,), (_ended_as(line, says),)))
        elif says and _pattern(NOT_FOUND).fullmatch(why):
            found.append(Guess(number, says, why, (line,)))
        elif not says and number > 1:
            board, why = _parts(why)
            if _pattern(board_named(_SOMETHING, _SOMETHING)).fullmatch(why):
                above = lines[number - 2]
                exchange = above.removeprefix("#").lstrip() if above.startswith("# exchange") else above
                found.append(Guess(number - 1, board, why, (above, line), (exchange, _ended_as(line, board))))
    return tuple(found)


def _parts(line: str) -> tuple[str, str]:
    """Return what a line says, and its comment; the comment is empty where there is none."""
    parts = _LINE.fullmatch(line.rstrip())
    return (parts[1].strip(), parts[2].strip()) if parts else (line.strip(), "")


def _ended_as(line: str, said: str) -> str:
    return said + "\r" * line.endswith("\r")
