"""Why an edit was not made."""

from disclosure_index.model import Location


class EditError(Exception):
    """An edit that was refused; nothing was changed.

    Args:
        what: was to be done.
        location: where.
        why: it was not.
        hint: what to do next.
        clash: the source is no longer what was read; read it again, and nothing is lost.

    """

    def __init__(self, what: str, location: Location, why: str, hint: str, *, clash: bool = False) -> None:
        super().__init__(what, location, why, hint)
        self.what, self.location, self.why, self.hint, self.clash = what, location, why, hint, clash

    def __str__(self) -> str:
        return f"{self.location}: error: {self.what}: {self.why}\n  help: {self.hint}"
