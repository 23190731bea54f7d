"""What a program guessed for a project file: the comments that say so, and the lines that wait for a person. Pure."""

import re
from collections.abc import Callable, Sequence
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


def words_on_page(page: object, words: object) -> Message:
    """Quote a page of the report."""
    return message('page {page} ("{words}")', page=page, words=words)


def words_of_report(words: object) -> Message:
    """Quote the report, where it has no pages."""
    return message('"{words}"', words=words)


class Guess(NamedTuple):
    """A guess in a project file.

    `first` is the number of its first line, from 1; `before` are its lines, and `after` is what they are once it is
    confirmed, empty where there is nothing to confirm. `value` is what was guessed, `why` what the comment says,
    whatever language it was written in.
    """

    first: int
    value: str
    why: Message
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


_LINE = re.compile(r"""((?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*?)\s*#\s*(.*)""")
"""What a line of TOML says, and its comment."""

_Template = tuple[Callable[..., Message], int]
"""What makes a message, and of how many values."""

_GUESSES: Sequence[_Template] = (
    (lambda: GUESSED, 0),
    (guessed_from, 1),
    (guessed_among, 1),
    (framework_from_tags, 1),  # before what its English would fit, too
    (framework_from, 2),
)
_NOT_FOUND: Sequence[_Template] = ((lambda: NOT_FOUND, 0),)
_BOARD: Sequence[_Template] = ((board_named, 2),)
_QUOTED: Sequence[_Template] = ((words_on_page, 2), (words_of_report, 1))


def guesses(text: str) -> tuple[Guess, ...]:
    """Return the guesses in the text of a project file, in its order, in whatever language it was written."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        says, comment = _parts(line)
        if says and (why := _understood(comment, _GUESSES)):
            value = lines[number].strip() if says.startswith("[[") and number < len(lines) else says
            found.append(Guess(number, value, why, (line,), (_ended_as(line, says),)))
        elif says and (why := _understood(comment, _NOT_FOUND)):
            found.append(Guess(number, says, why, (line,)))
        elif not says and number > 1:
            board, comment = _parts(comment)
            if why := _understood(comment, _BOARD):
                above = lines[number - 2]
                exchange = above.removeprefix("#").lstrip() if above.startswith("# exchange") else above
                found.append(Guess(number - 1, board, why, (above, line), (exchange, _ended_as(line, board))))
    return tuple(found)


def _understood(text: str, templates: Sequence[_Template]) -> Message | None:
    """Return a text of a template, in any of our languages, as the message that it was made of; None for another."""
    for number, (make, values) in enumerate(templates):
        for pattern in _patterns(templates, number):
            if found := pattern.fullmatch(text):
                read = [found[f"value{n}"] for n in range(values)]
                return make(*(_understood(one, _QUOTED) or one if templates is not _QUOTED else one for one in read))
    return None


@cache
def _patterns(templates: Sequence[_Template], number: int) -> tuple[re.Pattern[str], ...]:
    make, values = templates[number]
    made = make(*(f"\0{n}" for n in range(values)))
    texts = (re.escape(text) for text in in_languages(made))
    return tuple(re.compile(re.sub(r"\0(\d)", r"(?P<value\1>.+)", text)) for text in texts)


def _parts(line: str) -> tuple[str, str]:
    """Return what a line says, and its comment; the comment is empty where there is none."""
    parts = _LINE.fullmatch(line.rstrip())
    return (parts[1].strip(), parts[2].strip()) if parts else (line.strip(), "")


def _ended_as(line: str, said: str) -> str:
    return said + "\r" * line.endswith("\r")
