"""The history of visited disclosures: back and forward. Pure."""

REMEMBERED = 100
"""The most disclosures that are remembered."""


class History:
    """The visited disclosures, by uid, to go back and forward to."""

    def __init__(self) -> None:
        self._past: list[str] = []
        self._future: list[str] = []

    def remember(self, here: str) -> None:
        """Remember a disclosure to come back to."""
        if here and self._past[-1:] != [here]:
            self._past = [*self._past, here][-REMEMBERED:]
            self._future = []

    def back(self, here: str) -> str:
        """Return the previous disclosure that differs from the present one; "" where there is none."""
        while self._past:
            if (there := self._past.pop()) != here:
                self._future.append(here)
                return there
        return ""

    def forward(self, here: str) -> str:
        """Return the disclosure that was left by going back; "" where there is none."""
        if not self._future:
            return ""
        self._past.append(here)
        return self._future.pop()
