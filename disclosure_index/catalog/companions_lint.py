"""Lint the files beside the definitions; only `frameworks lint` runs this."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel

from disclosure_index.files.named_files import MAX_TEXT, read_file, reason
from disclosure_index.messages import INSIDE, joined, message
from disclosure_index.model import Disclosure, Finding, Framework, Location, Message
from disclosure_index.toml.reading import lines_of, read_toml


class Row(Protocol):
    """The texts of one disclosure; they hold for all editions of its part where none is named."""

    @property
    def code(self) -> str:
        """Of the disclosure."""

    @property
    def edition(self) -> str:
        """Of the disclosure, or ""."""


File = TypeVar("File", bound=BaseModel)
R = TypeVar("R", bound=Row)


def lint_rows(
    framework: Framework,
    paths: Sequence[Path],
    schema: type[File],
    table: str,
    rows_of: Callable[[File], tuple[str, Sequence[R]]],
    wrong_in: Callable[[R, Sequence[Disclosure]], Iterator[tuple[str, Message]]],
) -> Iterator[Finding]:
    """Report files that fit no part, rows whose code is unknown or repeated, and faults within rows.

    Args:
        framework: that the files stand beside.
        paths: of the files.
        schema: of a file.
        table: the key under which a file has its rows.
        rows_of: gives a file's part and rows.
        wrong_in: gives the rule and the message of each fault of a row, of which the disclosures are given.

    """
    for path in paths:
        name = f"{framework.id} {path.parent.name}/{path.name}"
        try:
            text = read_file(path, MAX_TEXT).decode("utf-8", "replace")
        except OSError as error:
            unread = message("{name} cannot be read: {why}", name=name, why=reason(error))
            yield Finding("DI501", unread, Location(str(path)), framework=framework.id)
            continue
        file, problems = read_toml(text, schema)
        for problem in problems:
            place = Location(str(path), problem.line, problem.column)
            where = joined(INSIDE, (name, problem.key)) if problem.key else name
            told = message("{where}: {what}", where=where, what=problem.message)
            yield Finding("DI501", told, place, message("See docs/definitions.md"), framework=framework.id)
        if file is None:
            continue
        part, rows = rows_of(file)
        seen: set[tuple[str, str]] = set()
        for row, line in zip(rows, lines_of(text, table, len(rows)), strict=True):
            key = (row.code.casefold(), row.edition)
            meant = [d for d in framework.disclosures if d.part == part and d.code.casefold() == key[0]]
            meant = [d for d in meant if row.edition in ("", d.edition)]
            wrong = [] if meant else [("DI505", message("is not defined in this part"))]
            wrong += [("DI502", message("is listed twice"))] if key in seen else []
            seen.add(key)
            for rule, what in (*wrong, *wrong_in(row, meant)):
                place = Location(str(path), line, 1)
                told = message("{where}: {what}", where=f"{name} > {row.code}", what=what)
                yield Finding(rule, told, place, message("Correct the row"), framework=framework.id, code=row.code)
