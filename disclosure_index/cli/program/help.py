"""The help of commands in Chinese: click's layout needs spaces between words, and is English only."""

import inspect
import re
import sys
from collections.abc import Iterable, Iterator

import click

from disclosure_index.cli.program.language import chosen_language
from disclosure_index.cli.program.usage_sentences import typed_language
from disclosure_index.messages import COLON, SEMICOLON, joined, label, message, render
from disclosure_index.model import LANGUAGES, Message

_CLICK = {
    "Usage: ": joined(COLON, (label("help", "Usage"), "")),
    "Options": label("help", "Options"),
    "Commands": label("help", "Commands"),
    "Show the version and exit.": message("Show the version and exit."),
    "Show this message and exit.": message("Show this message and exit."),
    "required": label("help", "required"),
}
"""The words of click's help."""
_OPTION = re.compile(r"(?P<help>.*?)(?:(?:^|  )\[(?P<more>[^]]*)\])?", re.DOTALL)
_WORDS = re.compile(r"\s+|[^\s\u2e80-\uffef“]+|[“「（『《]?[\u2e80-\uffef][、。，；：？！）」』》”]*|.")
"""The units between which a line may break: a space, a Latin word, a Chinese character with the sign that closes it."""
_GAP, _WIDEST = 2, 30
"""The columns between an option and its text, and the most columns of an option, as in click."""


class HelpContext(click.Context):
    """Lays out the help of its command in the language of the run."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return click's own formatter for English."""
        language = chosen_language() or typed_language(sys.argv)
        if language in (None, "en") or language not in LANGUAGES:
            return super().make_formatter()
        return _ChineseFormatter(language, width=self.terminal_width, max_width=self.max_content_width)


class _ChineseFormatter(click.HelpFormatter):
    """Translates the texts from click, and breaks lines by display width."""

    def __init__(self, language: str, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, self._said(_CLICK[prefix or "Usage: "]))

    def write_heading(self, heading: str) -> None:
        self.write(" " * self.current_indent + self._said(joined(COLON, (_CLICK[heading], ""))).rstrip() + "\n")

    def write_text(self, text: str) -> None:
        blocks = ("\n".join(self._block(block)) for block in text.split("\n\n"))
        self.write("\n\n".join(blocks) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST, col_spacing: int = _GAP) -> None:
        rows = list(rows)
        first = min(max((len(name) for name, _ in rows), default=0), col_max) + col_spacing
        for name, text in rows:
            lines = _lines(self._option(text), self.width - first - self.current_indent)
            head = " " * self.current_indent + name
            if len(name) > first - col_spacing:
                self.write(f"{head}\n")
                head = ""
            for line in lines or [""]:
                self.write(f"{head:<{first + self.current_indent}}{line}".rstrip() + "\n")
                head = ""

    def _block(self, block: str) -> Iterator[str]:
        indent = " " * self.current_indent
        if block.startswith("\b"):
            yield from (indent + (self._said(_plain(line)) if line.endswith(":") else line) for line in _kept(block))
        else:
            yield from (indent + line for line in _lines(self._said(_plain(block)), self.width - len(indent)))

    def _option(self, text: str) -> str:
        found = _OPTION.fullmatch(text)
        assert found is not None  # it matches any text
        said = self._said(_CLICK.get(found["help"]) or _plain(found["help"]))
        if not found["more"]:
            return said
        more = self._said(joined(SEMICOLON, map(_more, found["more"].split("; "))))
        return f"{said}  [{more}]".lstrip()

    def _said(self, text: Message) -> str:
        return render(text, self.language)


def help_texts(command: click.Command) -> Iterator[str]:
    """Yield the texts of a command's help, and of its subcommands, for translation: paragraphs, options, heads."""
    for block in inspect.cleandoc(command.help or "").split("\n\n"):
        if block.startswith("\b"):
            yield from (line for line in _kept(block) if line.endswith(":"))
        else:
            yield _plain(block)
    yield from (_plain(option.help) for option in command.params if isinstance(option, click.Option) and option.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            yield from help_texts(inner) if inner else ()


def summary(command: click.Command) -> str:
    """Return the first paragraph of a command's help, whole."""
    return " ".join(inspect.cleandoc(command.help or "").partition("\n\n")[0].split())


def _kept(block: str) -> list[str]:
    """Return the lines of a block that keeps its layout."""
    return block.removeprefix("\b").strip("\n").split("\n")


def _plain(text: str) -> Message:
    said = " ".join(text.split())
    return Message(said, said, {})


def _more(text: str) -> Message:
    name, colon, value = text.partition(": ")
    if colon and name == "default":
        return message("default: {value}", value=value)
    return _CLICK.get(text) or Message(text, "", {})


def _lines(text: str, width: int) -> list[str]:
    """Return a text as lines of at most so many columns; a Chinese character takes two."""
    from rich.cells import cell_len  # here, as English help needs none

    lines, taken = [""], 0
    for word in _WORDS.findall(text):
        columns = cell_len(word)
        if taken and taken + cell_len(word.rstrip()) > width:
            lines, taken = [*lines, ""], 0
            if word.isspace():
                continue
        lines[-1] += word
        taken += columns
    return [line.rstrip() for line in lines]
