"""An escape character in pasted text is no key, in whatever pieces the text comes."""

import pytest
from textual.events import Paste
from textual.widgets import Input

from disclosure_index.tui.pasting import PasteFilter
from tests.tui.test_every_action import TO_A13

PASTE = "\x1b[200~one\x1bdr\x1b[A\x07 two\n\x1b[31mthree\x1b[201~"
CLEAN = "\x1b[200~onedr[A two\n[31mthree\x1b[201~"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
def test_control_characters_go_inside_a_paste_and_stay_outside(size):
    text, passed = f"a\x1b[B{PASTE}\x1bx{PASTE}", PasteFilter()
    said = "".join(passed(text[at : at + size]) for at in range(0, len(text), size))
    assert said == f"a\x1b[B{CLEAN}\x1bx{CLEAN}"


def test_an_escape_key_is_not_waited_for():
    assert PasteFilter()("\x1b") == "\x1b"


def test_pasted_lines_are_one_line_where_one_is_asked_for(browse):
    """Textual's own field takes the first line, which in what is copied from a table may be empty."""

    async def script(session):
        await session.press(*TO_A13, "w")
        field = session.app.screen.query_one(Input)
        field.post_message(Paste("\n Ada Lau\r\n\t(ESG team)\n"))
        await session.settle()
        assert field.value == "Ada Lau (ESG team)"
        await session.press("escape", "t")
        session.app.screen.query_one(Input).post_message(Paste("hazardous\nwaste"))
        await session.settle()
        assert session.app.screen.query_one(Input).value == "hazardous waste"

    browse(script)
