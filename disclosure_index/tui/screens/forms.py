"""Shared parts of forms, which lie over the screen below until they are saved or cancelled."""

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
"""The border text of a form with several fields: keys of Textual's fields that the footer does not show."""


class Form(ModalScreen[T]):
    """A form that returns its input, or None if it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FORM)]
    app = getters.app(ReportApp)

    @abstractmethod
    def action_save(self) -> None:
        """Return the input."""

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


class Fields(VerticalScroll):
    """The fields of a form, with instructions in their border."""

    def __init__(self, how: str) -> None:
        super().__init__(classes="form", can_focus=False)
        self.border_subtitle = how


class Tick(Checkbox):
    """A box whose tick is a sign, not only a colour."""

    BUTTON_LEFT = BUTTON_RIGHT = ""  # Textual draws them as the edges of a coloured area

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802
        """The box."""
        return "[x]" if self.value else "[ ]"


class OneOf(RadioButton):
    """A radio button; a sign shows the chosen one, not only a colour."""

    BUTTON_LEFT = BUTTON_RIGHT = ""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802
        """The circle."""
        return "(x)" if self.value else "( )"


def plain(text: str) -> Text:
    """Return a text in which nothing is markup."""
    return Text(text)


def chosen(select: Select[str]) -> str:
    """Return the chosen value of a list; "" for none."""
    return select.value if isinstance(select.value, str) else ""
