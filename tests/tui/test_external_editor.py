"""Editors are opened at a line and a column, each as it wants to be told."""

import os

import pytest

from disclosure_index.model import Location
from disclosure_index.tui.external_editor import chosen, command

AT = Location("a report.xhtml", 63, 7)


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vim", ["vim", "+call cursor(63,7)", "{path}"]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+call cursor(63,7)", "{path}"]),
        ("nano", ["nano", "+63,7", "{path}"]),
        ("emacsclient -t", ["emacsclient", "-t", "+63:7", "{path}"]),
        ("code --wait", ["code", "--wait", "--goto", "{path}:63:7"]),
        ("hx", ["hx", "{path}:63:7"]),
        ("ed", ["ed", "+63", "{path}"]),
    ],
)
def test_command(editor, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command(editor, AT) == [one.replace("{path}", f"{tmp_path}/a report.xhtml") for one in arguments]


@pytest.mark.parametrize(
    "editor", ["vim", "nvim", "emacs", "nano", "micro", "code --wait", "hx", "subl", "zed", "ed", "vi"]
)
@pytest.mark.parametrize(
    "path", ["+!touch PWNED", "-c:!id", "--cmd=!id", "-", "+", "+5", "scp://example.org/x", "file:///etc/hosts",
             "~/x", "$(id)", "{line}", "{0.__class__}", "a.xhtml:1:1", "./-x", "../-x", "+!id/../-x"],
)  # fmt: skip
def test_no_path_is_an_option_or_an_address(editor, path, tmp_path, monkeypatch):
    """It is text of a project file."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")
    arguments = command(editor, Location(path, 2, 3))
    assert arguments[-1].removesuffix(":2:3") == os.path.realpath(path)
    assert arguments[-1].startswith(f"{tmp_path}/")
    assert len(arguments) == len(command(editor, Location("plain.xhtml", 2, 3)))


def test_a_link_is_opened_where_it_leads(tmp_path):
    (tmp_path / "link.xhtml").symlink_to("report.xhtml")
    assert command("nano", Location(str(tmp_path / "link.xhtml"), 2, 3))[-1] == f"{tmp_path}/report.xhtml"


def test_a_path_that_no_file_can_have_opens_nothing():
    with pytest.raises(ValueError, match="null"):
        command("vim", Location("a\0b"))


def test_a_place_that_is_unknown_is_the_beginning(tmp_path):
    assert command("nano", Location(f"{tmp_path}/r")) == ["nano", "+1,1", f"{tmp_path}/r"]


def test_visual_before_editor_before_vi(monkeypatch):
    monkeypatch.setenv("VISUAL", "code")
    monkeypatch.setenv("EDITOR", "nano")
    assert chosen() == "code"
    monkeypatch.delenv("VISUAL")
    assert chosen() == "nano"
    monkeypatch.setenv("EDITOR", "")
    assert chosen() == "vi"
