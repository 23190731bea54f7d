"""Files are whole at any moment: written aside, then moved. Real files, real processes, real kills."""

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from disclosure_index.edits import EditError, recover, write_atomically, write_files
from disclosure_index.edits.journal import replace_all
from disclosure_index.edits.write_back import check_unchanged
from disclosure_index.files.atomic_write import is_free, write_folder
from disclosure_index.files.locks import hold
from tests.support.tiers import repeats

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOT_ROOT = pytest.mark.skipif(IS_ROOT, reason="root may write anywhere")


def test_new_bytes_old_mode(tmp_path):
    file = tmp_path / "r.xhtml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, "廢物\r\n".encode(), b"old")
    assert file.read_bytes() == "廢物\r\n".encode()
    assert file.stat().st_mode & 0o7777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_new(tmp_path):
    write_atomically(tmp_path / "r.xhtml", b"new")
    assert (tmp_path / "r.xhtml").read_bytes() == b"new"
    assert (tmp_path / "r.xhtml").stat().st_mode & 0o7777 == 0o644


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "r.xhtml", tmp_path / "link.xhtml"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write_atomically(link, b"new", b"old")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("how", ["link", "link to a link", "linked folder", "parent"])
def test_nothing_is_written_outside_the_folder(tmp_path, how):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "r.xhtml").write_bytes(b"old")
    file = inside / "r.xhtml"
    if how == "link":
        file.symlink_to(outside / "r.xhtml")
    elif how == "link to a link":
        (inside / "link").symlink_to("../outside/r.xhtml")
        file.symlink_to("link")
    elif how == "linked folder":
        (inside / "folder").symlink_to("../outside")
        file = inside / "folder" / "r.xhtml"
    else:
        file = inside / ".." / "outside" / "r.xhtml"
    own = inside / "own"
    own.write_bytes(b"old")
    before = {str(own): b"old", str(file): b"old"}
    after = {str(own): b"new", str(file): b"new"}
    with pytest.raises(EditError, match="--allow-outside") as refused:
        write_files(before, after, inside)
    assert not refused.value.clash
    assert (outside / "r.xhtml").read_bytes() == own.read_bytes() == b"old"
    with pytest.raises(EditError, match="--allow-outside"):
        write_atomically(file, b"new", None, inside)
    assert sorted(p.name for p in outside.iterdir()) == ["r.xhtml"]
    write_files(before, after)
    assert (outside / "r.xhtml").read_bytes() == b"new"


def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "r.xhtml")
    with pytest.raises(EditError, match="not a regular file"):
        write_files({str(tmp_path / "r.xhtml"): b"old"}, {str(tmp_path / "r.xhtml"): b"new"})


def test_what_somebody_else_wrote_stays(tmp_path):
    file = tmp_path / "r.xhtml"
    file.write_bytes(b"theirs")
    with pytest.raises(EditError, match="changed elsewhere") as refused:
        write_atomically(file, b"mine", b"old")
    assert refused.value.clash
    assert str(refused.value).startswith(f"{file}: error: cannot write the file: ")
    assert file.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [file]


def test_what_an_editor_saves_while_a_change_is_prepared_stays(tmp_path):
    """An editor knows nothing of the locks: the files are looked at once more when all is ready."""
    a, b = tmp_path / "a", tmp_path / "b"
    old, new = (dict.fromkeys((a, b), said) for said in (b"old", b"new"))
    for file in (a, b):
        file.write_bytes(b"old")

    def saved_meanwhile():
        b.write_bytes(b"theirs")
        check_unchanged(b, b"old")

    with pytest.raises(EditError, match="changed elsewhere"):
        replace_all(old, new, saved_meanwhile)
    assert (a.read_bytes(), b.read_bytes()) == (b"old", b"theirs")
    assert sorted(tmp_path.iterdir()) == [a, b]


def test_a_file_that_is_gone_is_not_made_anew(tmp_path):
    with pytest.raises(EditError, match="No such file"):
        write_atomically(tmp_path / "r.xhtml", b"mine", b"old")
    assert list(tmp_path.iterdir()) == []


@NOT_ROOT
def test_a_folder_that_may_not_be_written_to(tmp_path):
    file = tmp_path / "r.xhtml"
    file.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(EditError, match="Permission denied"):
            write_atomically(file, b"new", b"old")
    finally:
        tmp_path.chmod(0o700)
    assert file.read_bytes() == b"old"


def test_several_files_all_or_none(tmp_path):
    a, b, c = (tmp_path / name for name in "abc")
    for file in (a, b, c):
        file.write_bytes(b"old")
    before = {str(file): b"old" for file in (a, b, c)}
    write_files(before, {str(a): b"new", str(b): b"old", str(c): b"new"})
    assert [file.read_bytes() for file in (a, b, c)] == [b"new", b"old", b"new"]
    before = {str(a): b"new", str(b): b"old", str(c): b"stale"}
    with pytest.raises(EditError, match="changed elsewhere"):
        write_files(before, {str(a): b"1", str(b): b"2", str(c): b"3"})
    assert [file.read_bytes() for file in (a, b, c)] == [b"new", b"old", b"new"]
    c.unlink()
    with pytest.raises(EditError, match="No such file"):
        write_files(before, {str(a): b"1", str(c): b"3"})
    assert a.read_bytes() == b"new"


@pytest.mark.parametrize(
    "how",
    [
        pytest.param("read-only", marks=NOT_ROOT),
        "hard links",
        "hard links behind a link",
        pytest.param("read-only behind a link", marks=NOT_ROOT),
    ],
)
def test_a_file_that_must_not_be_replaced_is_refused_by_name_and_none_is_written(tmp_path, how):
    a, b = tmp_path / "a", tmp_path / "b"
    for file in (a, b):
        file.write_bytes(b"old")
    if how.startswith("hard links"):
        (tmp_path / "other").hardlink_to(b)
    else:
        b.chmod(0o444)
    if how.endswith("behind a link"):
        b.rename(tmp_path / "target")
        b.symlink_to("target")
    listed = sorted(tmp_path.iterdir())
    with pytest.raises(EditError, match="hard links" if how.startswith("hard") else "0444") as refused:
        write_files({str(a): b"old", str(b): b"old"}, {str(a): b"new", str(b): b"new"})
    assert refused.value.location.path == str(b)
    assert refused.value.hint
    assert a.read_bytes() == b.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == listed
    with pytest.raises(EditError):
        write_atomically(b, b"new")


@pytest.mark.skipif(sys.platform != "linux", reason="Python knows extended attributes on Linux")
def test_extended_attributes_stay(tmp_path):
    file, other = tmp_path / "r.xhtml", tmp_path / "s.xhtml"
    for one in (file, other):
        one.write_bytes(b"old")
        try:
            os.setxattr(one, "user.owner", b"sustainability")
        except OSError:
            pytest.skip("the file system has no extended attributes")
    write_files({str(file): b"old", str(other): b"old"}, {str(file): b"new", str(other): b"new"})
    write_atomically(file, b"newer", b"new")
    assert os.getxattr(file, "user.owner") == os.getxattr(other, "user.owner") == b"sustainability"


def test_what_a_killed_run_left_is_removed_and_what_runs_is_not(tmp_path):
    file = tmp_path / "r.xhtml"
    file.write_bytes(b"old")
    (tmp_path / ".disclosure-index-abcdefgh.tmp").write_bytes(b"half")
    (tmp_path / ".disclosure-index-abcdefgh.staged").write_bytes(b"half")
    (tmp_path / ".r.xhtml.tmp").write_bytes(b"somebody else's")
    with (tmp_path / ".disclosure-index-running1.tmp").open("wb") as running:
        assert hold(running.fileno())
        assert recover([file]) == ()
        left = {one.name for one in tmp_path.iterdir()}
        assert left == {"r.xhtml", ".r.xhtml.tmp", ".disclosure-index-running1.tmp"}
    write_atomically(file, b"new", b"old")
    assert {one.name for one in tmp_path.iterdir()} == {"r.xhtml", ".r.xhtml.tmp"}


STALE = ".disclosure-index-abcdefgh.folder"


def test_a_new_folder_is_there_with_all_its_files_and_nothing_else(tmp_path):
    (tmp_path / STALE).mkdir()
    (tmp_path / STALE / "half").write_bytes(b"half")
    write_folder(tmp_path / "deep" / "new", {"a": b"1"})
    write_folder(tmp_path / "new", {"a": b"1", "b": b"2"})
    assert {one.name: one.read_bytes() for one in (tmp_path / "new").iterdir()} == {"a": b"1", "b": b"2"}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["deep", "new"]
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_that_is_there_stays_and_is_filled(tmp_path):
    number = tmp_path.stat().st_ino
    assert is_free(tmp_path)
    write_folder(tmp_path, {"a": b"1", "b": b"2"})
    assert tmp_path.stat().st_ino == number
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}
    assert {one.stat().st_nlink for one in tmp_path.iterdir()} == {1}
    assert not is_free(tmp_path)


@pytest.mark.parametrize("placed", [0, 1, 2])
def test_a_folder_that_a_killed_run_was_filling_is_undone_unless_all_is_there(tmp_path, placed):
    (tmp_path / STALE).mkdir()
    for name in "ab":
        (tmp_path / STALE / name).write_bytes(b"x")
    for name in "ab"[:placed]:
        (tmp_path / name).hardlink_to(tmp_path / STALE / name)
    assert is_free(tmp_path) == (placed < 2)
    assert sorted(one.name for one in tmp_path.iterdir()) == (["a", "b"] if placed == 2 else [])


def test_a_file_of_somebody_else_is_not_taken_out_with_what_a_killed_run_left(tmp_path):
    (tmp_path / STALE).mkdir()
    (tmp_path / STALE / "a").write_bytes(b"x")
    (tmp_path / "a").write_bytes(b"x")
    assert not is_free(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_folder_whose_files_cannot_all_be_written_is_not_there(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_folder(tmp_path / "new", {"a": b"1", "no/such": b"2"})
    assert list(tmp_path.iterdir()) == []


KILLED = """
import sys
from pathlib import Path
from disclosure_index.edits import journal, recover, write_files

files = [Path(name) for name in sys.argv[2:]]
recover(files)
old, new = (dict.fromkeys(map(str, files), text) for text in (b"old" * 9999, b"new" * 9999))
place, count = Path.replace, 0
def replace(self, target):
    global count
    count += 1
    if count > int(sys.argv[1]):
        import os
        os.kill(os.getpid(), 9)
    return place(self, target)
Path.replace = replace
write_files(old, new)
"""


@pytest.mark.parametrize("moves", range(5))
@pytest.mark.parametrize("folders", [1, 2])
def test_a_change_of_three_files_is_whole_after_the_next_start(tmp_path, moves, folders):
    """Killed before the journal, after it, between the files, and never."""
    folder = tmp_path / "other" if folders > 1 else tmp_path
    folder.mkdir(exist_ok=True)
    files = [tmp_path / "a", tmp_path / "b", folder / "c"]
    for file in files:
        file.write_bytes(b"old" * 9999)
    subprocess.run([sys.executable, "-c", KILLED, str(moves), *map(str, files)], check=False)
    told = recover(files)
    assert len({file.read_bytes() for file in files}) == 1
    assert files[0].read_bytes() == (b"new" if moves else b"old") * 9999
    assert bool(told) == (moves in (1, 2, 3))
    assert sorted(one for one in tmp_path.rglob("*") if one.is_file()) == sorted(files)
    assert recover(files) == ()


FAILING = """
import errno
import sys
from pathlib import Path
from disclosure_index.edits import EditError, write_files

works, files = {int(n) for n in sys.argv[1].split(",")}, sys.argv[2:]
old, new = (dict.fromkeys(files, text) for text in (b"old" * 9999, b"new" * 9999))
place, count = Path.replace, 0
def replace(self, target):
    global count
    count += 1
    if count not in works:
        raise OSError(errno.EIO, "Input/output error", str(self))
    return place(self, target)
Path.replace = replace
try:
    write_files(old, new)
except EditError:
    sys.exit(7)
"""


@pytest.mark.parametrize(
    ("works", "content", "told"),
    [
        ("0", b"old", False),  # not even the journal
        ("1", b"old", False),  # the first file
        ("1,2,4", b"old", False),  # the second one, and the first is put back
        ("1,2,3,5,6", b"old", False),
        ("1,2", b"new", True),  # the second one, and the first cannot be put back: the next run ends the change
        ("1,2,3", b"new", True),
    ],
)
def test_a_disk_that_fails_in_a_change_leaves_all_or_none_after_the_next_start(tmp_path, works, content, told):
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_bytes(b"old" * 9999)
    failed = subprocess.run([sys.executable, "-c", FAILING, works, *map(str, files)], check=False)
    assert failed.returncode == 7
    if told:
        with pytest.raises(EditError, match="has to be completed first"):
            write_files({str(files[0]): files[0].read_bytes()}, {str(files[0]): b"other"})
    assert bool(recover(files)) == told
    assert [file.read_bytes() for file in files] == [content * 9999] * 3
    assert sorted(tmp_path.iterdir()) == files


def test_a_journal_that_somebody_planted_touches_nothing_else(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    file, secret, staged = inside / "r.xhtml", outside / "secret", outside / ".disclosure-index-abcdefgh.staged"
    for one, data in ((file, b"own"), (secret, b"secret"), (staged, b"planted")):
        one.write_bytes(data)
    sums = [sha256(data).hexdigest() for data in (b"secret", b"planted")]
    entry = {"file": "../out/secret", "staged": f"../out/{staged.name}", "before": sums[0], "after": sums[1]}
    (inside / ".disclosure-index-journal.json").write_text(json.dumps([entry]))
    assert recover([file]) == ()
    assert secret.read_bytes() == b"secret"
    assert file.read_bytes() == b"own"


WRITER = """
import sys
from pathlib import Path
from disclosure_index.edits import EditError, write_files

name, own, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
done = 0
while done < count:
    data = Path(name).read_bytes()
    try:
        write_files({name: data}, {name: data + f"{own} {done}\\n".encode()})
    except EditError as error:
        assert error.clash, error
    else:
        done += 1
"""


def test_two_writers_in_tight_loops_lose_nothing(tmp_path):
    file, count = tmp_path / "r", repeats(150)
    file.write_bytes(b"")
    command = [sys.executable, "-c", WRITER, str(file)]
    writers = [subprocess.Popen([*command, own, str(count)]) for own in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert sorted(file.read_text().split("\n")[:-1]) == sorted(f"{own} {n}" for own in "ab" for n in range(count))
    assert list(tmp_path.iterdir()) == [file]


EDITOR = """
import sys
from pathlib import Path
from disclosure_index.edits import History, SetOmission, find_place, write_files
from disclosure_index.model import Location

name, n = sys.argv[1], 0
print("ready", flush=True)
while True:
    sources = {name: Path(name).read_bytes()}
    place = find_place(sources[name], Location(name, 3, 1))
    change = History().do(sources, [SetOmission(place, ("a:1",), "o" * (n % 5) + "x")])
    write_files(change.before, change.after)
    n += 1
"""


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file_whole(tmp_path):
    file = tmp_path / "report.xhtml"
    tail = b"<p>" + "廢物".encode() * 50_000 + b"</p>\n</body></html>\n"
    file.write_bytes(b"<html>\n<body>\n<p>x</p>\n" + tail)
    whole = {b"<html>\n<body>\n<p>x</p>\n" + tail}
    whole |= {
        f'<html>\n<body>\n<p data-omission="a:1" data-reason="{"o" * n}x">x</p>\n'.encode() + tail for n in range(5)
    }
    owners = set()
    kills = repeats(20)
    for number in range(10 * kills):
        if number >= kills and len(owners) > 1:  # on a busy machine the first kills may all fall before a write
            break
        with subprocess.Popen([sys.executable, "-c", EDITOR, str(file)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(0.002 + 0.074 * number / kills)
            process.send_signal(signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        data = file.read_bytes()
        assert data in whole
        owners.add(data)
    assert len(owners) > 1  # the kills fell into writing
    assert all(left == file or Path(left).suffix == ".staged" for left in tmp_path.iterdir())
