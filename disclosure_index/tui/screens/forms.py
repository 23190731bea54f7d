"""What the screens share that ask for something: they lie over the one below, are saved, or left."""

from abc import abstractmethod
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import getters
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Checkbox, RadioButton, Select

from disclosure_index.messages import message
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.report_app import ReportApp

T = TypeVar("T")

HOW = message("space ticks or chooses, tab goes to the next field")
"""In the border of a form with several fields: what Textual's fields take, which the footer does not say."""


class Form(ModalScreen[T]):
    """Gives what was asked for, or None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FORM)]
    app = getters.app(ReportApp)

    @abstractmethod
    def action_save(self) -> None:
        """Return what was asked for."""

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


class Fields(VerticalScroll):
    """The fields of a form, and in their border how they are filled in."""

    def __init__(self, how: str) -> None:
        super().__init__(classes="form", can_focus=False)
        self.border_subtitle = how


class Tick(Checkbox):
    """A box whose tick is a sign, not only a colour."""

    BUTTON_LEFT = BUTTON_RIGHT = ""  # Textual draws them as the edges of a coloured patch

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802
        """The box."""
        return "[x]" if self.value else "[ ]"


class OneOf(RadioButton):
    """One of some choices; which one is taken is shown by a sign, not only by a colour."""

    BUTTON_LEFT = BUTTON_RIGHT = ""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802
        """The circle."""
        return "(x)" if self.value else "( )"


def plain(text: str) -> Text:
    """Return a text in which nothing is markup."""
    return Text(text)


def chosen(select: Select[str]) -> str:
    """Return what a list of choices stands on; "" where it stands on nothing."""
    return select.value if isinstance(select.value, str) else ""
