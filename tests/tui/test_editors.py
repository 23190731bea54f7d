"""Editors are opened at a line and a column, each as it wants to be told."""

import pytest

from disclosure_index.model import Location
from disclosure_index.tui.editors import chosen, command

AT = Location("a report.xhtml", 63, 7)


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vim", ["vim", "+call cursor(63,7)", "a report.xhtml"]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+call cursor(63,7)", "a report.xhtml"]),
        ("nano", ["nano", "+63,7", "a report.xhtml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+63:7", "a report.xhtml"]),
        ("code --wait", ["code", "--wait", "--goto", "a report.xhtml:63:7"]),
        ("hx", ["hx", "a report.xhtml:63:7"]),
        ("ed", ["ed", "+63", "a report.xhtml"]),
    ],
)
def test_command(editor, arguments):
    assert command(editor, AT) == arguments


def test_a_place_that_is_unknown_is_the_beginning():
    assert command("nano", Location("r")) == ["nano", "+1,1", "r"]


def test_visual_before_editor_before_vi(monkeypatch):
    monkeypatch.setenv("VISUAL", "code")
    monkeypatch.setenv("EDITOR", "nano")
    assert chosen() == "code"
    monkeypatch.delenv("VISUAL")
    assert chosen() == "nano"
    monkeypatch.setenv("EDITOR", "")
    assert chosen() == "vi"
