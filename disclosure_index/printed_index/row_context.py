"""The context of a row, from the rows above: its Standard and edition, its aspect or pillar, its topic, its chapter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_DEPTH = 3  # group rows that still apply


@dataclass(slots=True)
class Context:
    """The context carried from row to row, and over the end of a page."""

    groups: tuple[str, ...] = ()  # group rows and side cells, the nearest first
    aspect: str = ""  # the code of the group above, in frameworks with codes for groups
    chapter: str = ""

    def enter(self, text: str) -> None:
        """Enter the group of a group row."""
        if text and (not self.groups or self.groups[0] != text):
            self.groups = (text, *self.groups)[:_DEPTH]

    def topic_beside(self, names: Iterable[str]) -> str:
        """Return the nearest group that is a topic instead of a Standard ("GRI 305: Emissions"), else the nearest."""
        standard = re.compile(rf"\W*(?:{'|'.join(map(re.escape, names))})\W*\d", re.IGNORECASE)
        return next((text for text in self.groups if not standard.match(text)), next(iter(self.groups), ""))
