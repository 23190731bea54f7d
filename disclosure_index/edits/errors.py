"""The error of an edit that cannot be made."""

from disclosure_index.errors import ReportedError
from disclosure_index.messages import message
from disclosure_index.model import Location


class EditError(ReportedError):
    """An edit that was refused; nothing was changed.

    Args:
        what: the action that failed.
        location: where.
        why: the reason.
        hint: what to do next.
        clash: whether the source has changed since it was read; reading it again loses nothing.

    """

    def __init__(self, what: str, location: Location, why: str, hint: str, *, clash: bool = False) -> None:
        super().__init__(message("{what}: {why}", what=what, why=why), location, hint)
        self.args = (what, location, why, hint)
        self.what, self.location, self.why, self.hint, self.clash = what, location, why, hint, clash
