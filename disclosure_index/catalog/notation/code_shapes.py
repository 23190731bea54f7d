r"""What codes look like, roughly: enough to find index pages and rows, which are then read with care.

Each framework says it in the table ``rough`` of its ``spelling.toml``; where it does not, its codes are taken as they
are written. What all the frameworks say is looked for together: a page may carry the index of any of them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from disclosure_index.catalog.notation.rough import DASH, Rough, read_rough
from disclosure_index.catalog.notation.schema import NOTHING

if TYPE_CHECKING:
    from disclosure_index.catalog.notation.rules import Spelling
    from disclosure_index.model import Framework

_NUMBER = re.compile(r"\d{1,2}[A-C]?[.:：]?")
_WORDS = re.compile(r"[^\W_]{2}|[^\W_]\W*$")
_BEFORE = "•●·▪◦*-–— |(（[【「『《"
_INDEX = (
    r"(?:\bindex\b|content table|cross.?reference|reference table|inhaltsindex|[íi]ndice\b|sum[áa]rio\b|tavola di"
    r"|tabella di|table de concordance|索引|对照|對照|対照)"
)
_INDEXED = re.compile(_INDEX, re.IGNORECASE)  # in every caption, and found in a fraction of the time
_CONTENT = ("ESG", "指标", "指標", "内容", "內容")
"""What an index is of, besides a framework."""


@dataclass(frozen=True)
class CodeShapes:
    """What the codes of some frameworks look like; `rough` holds the tables of all of them together."""

    rough: Rough

    @cached_property
    def code(self) -> re.Pattern[str]:
        """A code, with what may stand before it."""
        rough = self.rough
        return re.compile(rf"(?:{_any(rough.leads)})?\s?(?:{_any(rough.codes)})|{_any(rough.rows)}")

    @cached_property
    def quick(self) -> re.Pattern[str]:
        """What every line with several codes has, and is found in a third of the time."""
        return re.compile(_any(self.rough.quick))

    @cached_property
    def word(self) -> re.Pattern[str]:
        """The beginning of a code in one word."""
        return re.compile(_any(self.rough.words))

    @cached_property
    def caption(self) -> re.Pattern[str]:
        """What names an index of a framework."""
        names = _any((*map(re.escape, _CONTENT), *self.rough.names))
        return re.compile(rf"(?:{names})[^\n]{{0,60}}{_INDEX}|{_INDEX}[^\n]{{0,20}}(?:{names})", re.IGNORECASE)

    @cached_property
    def worded(self) -> re.Pattern[str]:
        """The name of a framework that is printed without codes."""
        return re.compile(_any(self.rough.worded), re.IGNORECASE)

    @cached_property
    def _item(self) -> re.Pattern[str]:
        return re.compile(_any(self.rough.items))

    @cached_property
    def _broken(self) -> re.Pattern[str]:
        return re.compile(_any(self.rough.broken))

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        return re.compile(rf".{{3,}}[(（\[【](?:{self.code.pattern})[)）\]】]\W*")

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any(self.rough.leads)})\s?\Z")

    @cached_property
    def _standard(self) -> re.Pattern[str]:
        return re.compile(_any(self.rough.standards))

    def starts_with_code(self, text: str) -> bool:
        """Whether a cell begins with what looks like a code."""
        text = text.lstrip(_BEFORE)
        return self.code.match(text) is not None or self._broken.fullmatch(text) is not None

    def starts_row(self, text: str) -> bool:
        """Whether a cell begins with a code, ends with one in brackets, or has what is one below a caption.

        That is a letter, a paragraph, a goal.
        """
        text = text.strip()
        return (
            self.starts_with_code(text)
            or self._item.match(text) is not None
            or self._behind.fullmatch(text) is not None
        )

    def tells_row(self, text: str) -> bool:
        """Whether a cell holds a code, or begins with what is one below a caption and has a number.

        A letter is one in any list.
        """
        if self.quick.search(text) is not None and self.code.search(text) is not None:
            return True
        item = self._item.match(text.strip().lstrip(_BEFORE))
        return item is not None and any(map(str.isdigit, item[0]))

    def tells_cells(self, text: str) -> bool:
        """Whether a line holds a code and words besides, as a row does, and no code that is set in the margin."""
        return self.tells_row(text) and _WORDS.search(self.code.sub("", text)) is not None

    def ends_in_lead(self, text: str) -> bool:
        """Whether a text ends in what stands before a code, which follows in the next line: "KPI A1.2, KPI"."""
        return self._lead.search(f"{text.rstrip()} ") is not None

    def names_standard(self, text: str) -> bool:
        """Whether a cell is the name of a Standard, below which its disclosures stand: "GRI 305: Emissions 2016"."""
        return self._standard.match(text.strip()) is not None

    def is_caption(self, text: str) -> bool:
        """Whether a text names an index of a framework."""
        return any(
            self.caption.search(text, text.rfind("\n", 0, found.start()) + 1, _end_of_line(text, found.end()))
            for found in _INDEXED.finditer(text)
        )


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def is_number(text: str) -> bool:
    """Whether a cell is a bare number, as of a paragraph or principle."""
    return _NUMBER.fullmatch(text.strip()) is not None


def shapes_of(frameworks: Mapping[str, "Framework"], spellings: Mapping[str, "Spelling"]) -> CodeShapes:
    """Return what the codes of these frameworks look like, all of them together."""
    return together(
        (
            _as_written(frameworks[id])
            if spelling.rough is None
            else read_rough(spelling.rough, f"{id}/spelling.toml"),
            spelling.called,
        )
        for id, spelling in spellings.items()
        if id in frameworks
    )


def together(tables: Iterable[tuple[Rough, Iterable[str]]]) -> CodeShapes:
    """Return the shapes of several frameworks, each given by its table and its names."""
    found: dict[str, list[str]] = {field.name: [] for field in fields(Rough)}
    for rough, called in tables:
        for name, patterns in found.items():
            patterns += getattr(rough, name)
        found["quick"] += () if rough.quick else rough.codes
        found["names"] += map(re.escape, called)
    filled = {
        name: tuple(pattern.replace("{dash}", DASH) for pattern in dict.fromkeys(patterns))
        for name, patterns in found.items()
    }
    return CodeShapes(Rough(**filled))


def _as_written(framework: "Framework") -> Rough:
    """Return what a framework's codes look like as they are; one that is a number alone needs its name before it."""
    codes = sorted(dict.fromkeys(d.printed or d.code for d in framework.disclosures), key=len, reverse=True)
    telling = [_loose(code) for code in codes if is_telling(code)]
    bare = [_loose(code) for code in codes if not is_telling(code)]
    names = _any(_loose(name) for name in dict.fromkeys((framework.short, framework.id)))
    own = (rf"(?<![\w.])(?:{_any(telling)})(?![\w%])",) if telling else ()
    led = (rf"(?:{names})[\s:.-]{{1,3}}(?:{_any(bare)})(?![\w%])",) if bare else ()
    return Rough(leads=(rf"(?:{names})[\s:-]{{0,3}}",), codes=own, rows=led, quick=own + led, words=own)


def is_telling(code: str) -> bool:
    """Whether a code is one at sight: it has a letter and a digit, or something between two of its parts.

    >>> is_telling("ENV-1"), is_telling("7"), is_telling("water"), is_telling("energy-use")
    (True, False, False, True)
    """
    return bool(re.search(r"[^\W\d_]", code) and re.search(r"\d|\w[-._/]\w", code))


def _loose(text: str) -> str:
    return re.escape(text).replace(r"\-", "{dash}").replace(r"\ ", r"\s?")


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or NOTHING
