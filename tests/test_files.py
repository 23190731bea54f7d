"""Files are read under limits: regular ones, of a bounded size, inside a folder where they have to be."""

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from disclosure_index.files.named_files import is_inside, read_file, read_text

SOON = 5
"""Seconds after which a file that is not read counts as waited for."""


@pytest.fixture(name="special")
def special_fixture(tmp_path, monkeypatch):
    """Make what is not a file to read; gives its path."""
    monkeypatch.chdir(tmp_path)  # the path of a socket is short

    def make(kind):
        path = Path(kind) if kind.startswith("/") else tmp_path / kind
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        elif kind == "socket":
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(kind)
        elif kind == "link":
            os.mkfifo(tmp_path / "behind")
            path.symlink_to("behind")
        elif not path.exists():
            pytest.skip(f"no {kind} here")
        return path

    return make


@pytest.mark.parametrize("kind", ["pipe", "socket", "link", "/dev/zero", "/dev/null", "/dev/tty", "folder"])
def test_what_is_not_a_regular_file_is_refused_at_once(special, kind):
    begun = time.monotonic()
    with pytest.raises(OSError, match=r"not a regular file|Is a directory|No such device"):
        read_file(special(kind), 100)
    assert time.monotonic() - begun < SOON


def test_a_pipe_that_somebody_writes_to_is_refused_too(special):
    pipe = special("pipe")
    writer = threading.Thread(target=lambda: os.close(os.open(pipe, os.O_WRONLY)), daemon=True)
    writer.start()
    time.sleep(0.1)
    with pytest.raises(OSError, match="a pipe"):
        read_file(pipe, 100)
    writer.join(SOON)


@pytest.mark.parametrize(("size", "most"), [(0, 0), (0, 10), (10, 10), (3 * 2**20, 4 * 2**20)])
def test_a_file_within_the_limit_is_read_whole(tmp_path, size, most):
    (tmp_path / "a").write_bytes(b"x" * size)
    assert read_file(tmp_path / "a", most) == b"x" * size


@pytest.mark.parametrize("size", [11, 2**21, 2**40])
def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path, size):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(size)
    with pytest.raises(OSError, match="larger than"):
        read_file(tmp_path / "a", 10)


def test_the_limit_holds_for_a_file_that_has_more_than_its_size_says():
    """As one that grows while it is read; files of the kernel have no size at all."""
    file = Path("/proc/self/maps")
    if not file.exists():
        pytest.skip("no such file on this system")
    assert len(read_file(file, 2**20)) > 100
    with pytest.raises(OSError, match="larger than"):
        read_file(file, 100)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "a" * 300, "a/" * 3000 + "b"], ids=range(4))
def test_a_path_that_no_file_can_have(tmp_path, name):
    for within in (None, tmp_path):
        with pytest.raises(OSError, match=r"no file can have|too long"):
            read_file(tmp_path / name, 10, within)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("a", True),
        ("sub/../a", True),
        ("link-inside", True),
        ("", True),
        ("not-there/b", True),
        ("../folder/a", True),
        ("..", False),
        ("../outside", False),
        ("../folder-too/a", False),
        ("link-outside", False),
        ("folder-outside/a", False),
        ("folder-outside/../a", False),  # of the folder that the link leads to
        ("/", False),
        ("loop", True),
    ],
)
def test_inside_is_told_when_links_are_resolved(tmp_path, name, inside):
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "folder-too" / "deep").mkdir(parents=True)
    for path in (folder / "a", tmp_path / "outside", tmp_path / "folder-too" / "deep" / "a"):
        path.write_bytes(b"x")
    (folder / "link-inside").symlink_to("a")
    (folder / "link-outside").symlink_to("../outside")
    (folder / "folder-outside").symlink_to("../folder-too/deep")
    (folder / "loop").symlink_to("loop")
    (tmp_path / "by-link").symlink_to("folder")
    assert is_inside(folder / name, folder) is inside
    assert is_inside(tmp_path / "by-link" / name, folder) is inside
    if not inside:
        with pytest.raises(OSError, match="outside the folder"):
            read_file(folder / name, 10, folder)


def test_text_is_read_as_python_reads_it(tmp_path):
    (tmp_path / "a").write_bytes("標題\r\nb\rc\n".encode())
    assert read_text(tmp_path / "a") == "標題\nb\nc\n"
    (tmp_path / "a").write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        read_text(tmp_path / "a")
