"""Where one has been. Pure."""

REMEMBERED = 100
"""Places that can be gone back to."""


class History:
    """The disclosures, by their uids, that can be gone back to, and forward again."""

    def __init__(self) -> None:
        self._past: list[str] = []
        self._future: list[str] = []

    def remember(self, here: str) -> None:
        """Keep a place to come back to."""
        if here and self._past[-1:] != [here]:
            self._past = [*self._past, here][-REMEMBERED:]
            self._future = []

    def back(self, here: str) -> str:
        """Return the last place that was another; "" where there is none."""
        while self._past:
            if (there := self._past.pop()) != here:
                self._future.append(here)
                return there
        return ""

    def forward(self, here: str) -> str:
        """Return the place that was gone back from last; "" where there is none."""
        if not self._future:
            return ""
        self._past.append(here)
        return self._future.pop()
