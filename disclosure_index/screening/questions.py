"""The views over the data sets, and the saved questions: a file of SQL each, under its title in three languages."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from disclosure_index.messages import titled
from disclosure_index.model import Message, Titles

VIEWS, QUESTIONS = "views", "questions"
_TITLE = re.compile(r"^-- ([a-zA-Z-]+): (.+)$", re.MULTILINE)
_VIEW_ORDER = ("gaps", "omissions", "rated")
"""The views that others are made of."""


class Saved(NamedTuple):
    """A view or a question."""

    name: str
    titles: Titles
    sql: str

    @property
    def title(self) -> Message:
        """The title, in the language that is asked for."""
        return titled(self.titles, "en")


@cache
def saved(folder: str) -> tuple[Saved, ...]:
    """Return the views, in the order in which they can be made, or the questions."""
    found = [_read(path) for path in sorted((Path(__file__).parent / folder).glob("*.sql"))]
    return tuple(sorted(found, key=lambda one: (one.name not in _VIEW_ORDER, one.name)))


def _read(path: Path) -> Saved:
    text = path.read_text("utf-8")
    return Saved(path.stem, dict(_TITLE.findall(text)), _TITLE.sub("", text).strip())
