"""Why an edit was not made."""

from disclosure_index.errors import ReportedError
from disclosure_index.messages import message
from disclosure_index.model import Location


class EditError(ReportedError):
    """An edit that was refused; nothing was changed.

    Args:
        what: was to be done.
        location: where.
        why: it was not.
        hint: what to do next.
        clash: the source is no longer what was read; read it again, and nothing is lost.

    """

    def __init__(self, what: str, location: Location, why: str, hint: str, *, clash: bool = False) -> None:
        super().__init__(message("{what}: {why}", what=what, why=why), location, hint)
        self.args = (what, location, why, hint)
        self.what, self.location, self.why, self.hint, self.clash = what, location, why, hint, clash
