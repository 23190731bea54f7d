"""Stale figures: last year's figures, word for word in this year's text, while the text around them changed. Pure."""

from collections import Counter
from typing import NamedTuple

from disclosure_index.assessment.ties.grid import digits
from disclosure_index.carrying.alignment import Alignment, Way
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Fact, Passage

LEAST_DIGITS = 2
"""The fewest digits that make it unlikely for a figure to be the same in two years by chance."""
LEAST_MOVED = 0.5
"""The least share of the surrounding passages with figures whose figures must have changed."""


class StaleFigure(NamedTuple):
    """A figure that a passage kept from last year.

    Attributes:
        before: the passage, in last year's document.
        now: in this year's.
        fact: the figure, as this year's document has it.
        names_last_year: whether the passage names last year.
    """

    before: Passage
    now: Passage
    fact: Fact
    names_last_year: bool


def stale_figures(old: DocumentFacts, new: DocumentFacts, alignment: Alignment) -> tuple[StaleFigure, ...]:
    """Return the passages that kept last year's figure or year, while most figures around them have changed.

    Args:
        old: the facts of last year's document.
        new: of this year's.
        alignment: of the passages of both.
    """
    kept: list[tuple[object, StaleFigure]] = []
    around, moved = Counter[object](), Counter[object]()
    for before, match in enumerate(alignment.matches):
        if match is None or match.last - match.first != 1 or match.first in new.hidden:
            continue
        now = match.first
        facts = [fact for fact in new.of_passage(now) if fact.role == "" and fact.value is not None]
        if not facts:
            continue
        place = _place(new, now)
        around[place] += 1
        if match.way is not Way.SAME or old.document.passages[before].text != new.document.passages[now].text:
            moved[place] += 1
        elif stale := _kept(old, new, before, now, facts):
            kept.append((place, stale))
    return tuple(one for place, one in kept if moved[place] >= LEAST_MOVED * around[place])


def _kept(old: DocumentFacts, new: DocumentFacts, before: int, now: int, facts: list[Fact]) -> StaleFigure | None:
    """Return the figure that a passage kept: last year's by its words, or each report's own year."""
    passages = old.document.passages[before], new.document.passages[now]
    own = {(f.value, f.unit) for f in old.of_passage(before) if f.period == old.year and f.role == ""}
    for fact in facts:
        if digits(fact) >= LEAST_DIGITS and (fact.value, fact.unit) in own and _is_measured(fact):
            if fact.period == new.year:
                return StaleFigure(*passages, fact, names_last_year=False)
            if not fact.in_table and fact.period == old.year and fact.is_stated:
                return StaleFigure(*passages, fact, names_last_year=True)
    return None


def _is_measured(fact: Fact) -> bool:
    return fact.in_table or fact.unit not in ("", "1")


def _place(facts: DocumentFacts, passage: int) -> object:
    """Return the table of a passage, else its section."""
    table = facts.table_of.get(passage)
    return ("table", table) if table is not None else ("section", facts.document.passages[passage].section)
