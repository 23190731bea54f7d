"""In a real terminal: Chinese input, the mouse, folding, no colour, and what is asked of the keyboard."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

from tests.tui.conftest import SMALL

pytestmark = pytest.mark.sampled(2)

KITTY = re.compile(rb"\x1b\[>\d+u")
"""Asks a terminal for the keyboard protocol of kitty."""


def test_composed_chinese_arrives_whole(terminal):
    opened = terminal("alibaba-2024")
    opened.see("8 open")
    opened.press("slash")
    opened.see("Code, title or report")
    opened.type("有害廢棄物總量")
    opened.see("有害廢棄物總量")
    opened.see("HKEX A1.3")
    opened.press("escape")
    opened.wait(lambda seen: "有害廢棄物總量" not in seen, "the end of the search")
    opened.press("w")
    opened.see("Who is responsible for")
    opened.type("陈小姐（香港）")
    opened.see("陈小姐（香港）")


def test_the_mouse_chooses_and_scrolls(terminal):
    opened = terminal("alibaba-2024")
    opened.see("8 open")
    opened.press("m")
    opened.see("8 shown")
    line = next(n for n, text in enumerate(opened.seen.split("\n"), start=1) if " A1.4 " in text)
    opened.type(f"\x1b[<0;50;{line}M\x1b[<0;50;{line}m")
    opened.see("HKEX A1.4")
    opened.press("m")
    opened.wait(lambda seen: "8 shown" not in seen, "every disclosure")
    before = opened.seen
    opened.type("\x1b[<65;50;20M" * 3)
    opened.wait(lambda seen: seen != before, "other rows")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_small_terminals_are_of_use(terminal, language):
    opened = terminal("alibaba-2024", size=SMALL, language=language)
    opened.see("✗")
    opened.press("m", "G", "l")
    opened.see("HKEX B6.1")
    opened.press("q")
    opened.see("left with 0")


def test_no_colour(terminal):
    opened = terminal("alibaba-2024", NO_COLOR="1", COLORTERM="truecolor")
    opened.see("8 open")
    colours = {tuple(found) for found in re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", opened.painted)}
    assert colours
    assert [colour for colour in colours if len(set(colour)) > 1] == []


@pytest.mark.parametrize("chosen", [(), ("--no-kitty-keys",)], ids=["asked", "not asked"])
def test_kitty_keys(report, chosen, own_folders):
    """Whether the terminal is asked for them stands in the first bytes that it gets."""
    command = [sys.executable, "-m", "disclosure_index", "browse", str(report("alibaba-2024")), *chosen]
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        got, end = b"", time.monotonic() + 60
        while process.poll() is None and time.monotonic() < end:
            if not select.select([ours], [], [], 0.1)[0]:
                continue
            try:
                got += os.read(ours, 65536)
            except OSError:  # as Linux says that the other side is closed
                break
            if b"118/126" in got:  # the report is read, so keys are heard
                os.write(ours, b"q")
        if time.monotonic() >= end:
            process.kill()
    os.close(ours)
    assert process.returncode == 0, "it was not left by its key"
    assert bool(KITTY.search(got)) == (not chosen)


@pytest.mark.parametrize("width", [80, 110, 140])
def test_what_is_told_in_chinese_loses_no_character_at_a_border(terminal, width):
    opened = terminal("alibaba-2024", size=(width, 45), language="zh-Hans")
    opened.see("未完成 8")
    opened.press("u")
    opened.see("没有可撤销的修改")
