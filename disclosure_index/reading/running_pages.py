"""Page breaks inside the running passage, and the pages of its words."""

from bisect import bisect_right
from collections.abc import Sequence


class RunningPages:
    """The page breaks in a passage, each with the number of text pieces before it.

    White space is not a word, and neither is the repeated text of a merged cell, because it is not printed there.
    """

    def __init__(self, page: str) -> None:
        self._first = page  # until the first break
        self._at: list[int] = []
        self._labels: list[str] = []
        self._repeated: set[int] = set()

    def turn(self, pieces: int, label: str) -> None:
        """Start page `label` after this many pieces of text."""
        self._at.append(pieces)
        self._labels.append(label)

    def repeat(self, piece: int) -> None:
        """Note that a piece repeats the text of a merged cell."""
        self._repeated.add(piece)

    def span(self, pieces: Sequence[str], start: int = 0) -> tuple[str, str] | None:
        """Return the pages of the first and last words from piece `start` on; None without words."""
        words = self._words(pieces, start)
        return words and (self._page(words[0]), self._page(words[1]))

    def inside(self, pieces: Sequence[str], text: str) -> tuple[tuple[int, str], ...]:
        """Return the breaks between words, with their offsets in `text`: the pieces with white space folded."""
        words = self._words(pieces, 0)
        if words is None:
            return ()
        inked = [at for at, character in enumerate(text) if not character.isspace()]
        breaks: list[tuple[int, str]] = []
        done, before, page = 0, 0, self._page(words[0])
        for at, label in zip(self._at, self._labels, strict=True):
            before += sum(len(word) for piece in pieces[done:at] for word in piece.split())
            done = at
            if words[0] < at <= words[1] and label != page:
                breaks.append((inked[before], label))
                page = label
        return tuple(breaks)

    def _words(self, pieces: Sequence[str], start: int) -> tuple[int, int] | None:
        """Return the indexes of the first and last pieces with a word, from `start` on."""
        first = next((at for at in range(start, len(pieces)) if self._is_word(pieces, at)), None)
        if first is None:
            return None
        return first, next(at for at in range(len(pieces) - 1, start - 1, -1) if self._is_word(pieces, at))

    def _is_word(self, pieces: Sequence[str], at: int) -> bool:
        return at not in self._repeated and bool(pieces[at]) and not pieces[at].isspace()

    def _page(self, piece: int) -> str:
        """Return the page of a piece."""
        turned = bisect_right(self._at, piece)
        return self._labels[turned - 1] if turned else self._first
