"""A fault of the program exits 70 with one line, and never looks like findings, nor like a fault of the report.

Each run is a process of its own, in which one function has been replaced by one that fails.
"""

import json
import os
import subprocess
import sys
import textwrap

import pytest

from disclosure_index.cli.program.internal_errors import VARIABLE

pytestmark = pytest.mark.sampled(6)

RUN = """
import importlib, json, sys

def plant(place, failing):
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner = importlib.import_module(module)
    for inner in owners:
        owner = getattr(owner, inner)
    setattr(owner, name, failing)

def fails(error):
    def failing(*_, **__):
        raise error
    return failing

from disclosure_index.cli import script
sys.argv = ["disclosure-index", *json.loads(sys.argv[1])]
{planted}
script()
"""
BUILDER = "disclosure_index.reading.xhtml:DocumentBuilder.start"


@pytest.fixture
def crash(root):
    def run(planted, *arguments, **options):
        code = RUN.replace("{planted}", textwrap.dedent(planted))
        command = [sys.executable, "-c", code, json.dumps([str(a) for a in arguments])]
        environment = {**{k: v for k, v in os.environ.items() if k != VARIABLE}, **options.pop("env", {})}
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=root, env=environment, timeout=120, **options
        )

    return run


def line_of(result, what="internal error, please report it"):
    """Return the one line that a run has printed on stderr."""
    assert result.returncode == 70, result.stderr
    (line,) = result.stderr.splitlines()
    assert line.startswith(what)
    return line


@pytest.mark.parametrize("error", ["KeyError('code')", "AssertionError()", "ZeroDivisionError('by zero\\nat all')",
                                   "EOFError('no more')"])  # fmt: skip
@pytest.mark.sampled(1)
def test_any_exception_in_a_check_exits_70_with_its_type_and_the_command(crash, make_report, error):
    folder = make_report()
    result = crash(f"plant('disclosure_index.session:assess', fails({error}))", "check", folder)
    line = line_of(result)
    assert error.partition("(")[0] in line
    assert f"check {folder}" in line
    assert result.stdout == ""


@pytest.mark.parametrize("verb", [["check"], ["index"], ["baseline", "create"]])
@pytest.mark.sampled(1)
def test_a_fault_in_reading_is_none_of_the_report_and_names_what_was_read(crash, make_report, verb):
    folder = make_report()
    line = line_of(crash(f"plant({BUILDER!r}, fails(KeyError('x')))", *verb, folder))
    assert f"while reading {folder / 'report.xhtml'}" in line
    assert "KeyError" in line


def test_a_fault_in_reading_a_workbook_is_none_of_the_workbook(crash, make_report, tmp_path):
    folder, book = make_report(), tmp_path / "index.xlsx"
    assert crash("", "export", folder, "-o", book).returncode == 0
    planted = "plant('disclosure_index.workbook_merge.reading:typed', fails(AttributeError('x')))"
    assert "AttributeError" in line_of(crash(planted, "merge", book, folder, "--dry-run"))


@pytest.mark.parametrize("suffix", [".xhtml", ".md", ".csv", ".docx"])
@pytest.mark.sampled(1)
def test_a_fault_in_importing_is_none_of_the_source_and_nothing_is_written(crash, tmp_path, suffix):
    source = tmp_path / f"report{suffix}"
    source.write_text("<html xmlns='http://www.w3.org/1999/xhtml'><body><p>GRI 2-1</p></body></html>", "utf-8")
    if suffix == ".docx":
        from docx import Document

        word = Document()
        word.add_paragraph("Text")
        word.save(str(source))
    planted = "plant('disclosure_index.reading.builder:DocumentBuilder.finish', fails(IndexError('x')))"
    line = line_of(crash(planted, "import", source, "-o", tmp_path / "new"))
    assert f"while reading {source}" in line
    assert not (tmp_path / "new").exists()


def test_a_fault_in_writing_names_what_was_written_and_keeps_what_was_there(crash, make_report, tmp_path):
    (tmp_path / "findings.txt").write_text("as it was", "utf-8")
    planted = "plant('disclosure_index.outputs.text:finding_lines', fails(TypeError('x')))"
    folder = make_report("<p>No tag.</p>")
    line = line_of(crash(planted, "check", folder, "-o", tmp_path / "findings.txt"))
    assert f"while writing {tmp_path / 'findings.txt'}" in line
    assert (tmp_path / "findings.txt").read_text("utf-8") == "as it was"


def test_a_package_that_lacks_exits_70(crash, make_report):
    line = line_of(crash("sys.modules['pydantic'] = None", "check", make_report()))
    assert "pydantic" in line


def test_recursion_without_end_exits_70(crash, make_report):
    planted = """
    def deeper(*a, **k):
        return deeper(*a, **k)
    plant('disclosure_index.session:assess', deeper)
    """
    assert "RecursionError" in line_of(crash(planted, "check", make_report()))


@pytest.mark.parametrize("form", ["text", "json"])
def test_too_little_memory_exits_70(crash, make_report, form):
    """Nothing is replaced: the process may have some 40 MB more than it has when all is imported."""
    resource = pytest.importorskip("resource")
    assert resource
    planted = """
    import resource
    import disclosure_index.cli.check, disclosure_index.session, disclosure_index.reading.xhtml
    size = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + 40 * 2**20,) * 2)
    """
    if not os.path.exists("/proc/self/statm"):  # noqa: PTH110
        pytest.skip("this system does not say how much memory a process has")
    folder = make_report("<p data-disclosure='ungc:1'>12 t of <em>waste</em>.</p>" * 400_000)
    line = line_of(crash(planted, "check", folder, "--format", form))
    assert "MemoryError" in line
    assert f"while reading {folder / 'report.xhtml'}" in line


PRINTS = {
    "a piece of the output": "plant('disclosure_index.cli.program.output:click.echo', fails(MemoryError()))",
    "every line on stderr": """
        plant('disclosure_index.session:assess', fails(MemoryError()))
        sys.stderr.write = fails(MemoryError())
        """,
    "the message of a mistake": """
        from disclosure_index.errors import ConfigError
        plant('disclosure_index.session:assess', fails(ConfigError('x')))
        plant('disclosure_index.cli.program.running:click.echo', fails(MemoryError()))
        """,
    "what escapes the line": """
        plant('disclosure_index.session:assess', fails(MemoryError()))
        plant('disclosure_index.outputs.escape:for_terminal', fails(MemoryError()))
        """,
}


@pytest.mark.parametrize("planted", PRINTS.values(), ids=PRINTS)
@pytest.mark.sampled(1)
def test_no_memory_while_printing_exits_70(crash, make_report, planted):
    if "sys.stderr.write" in planted:
        planted = planted.replace(
            "sys.stderr.write = fails(MemoryError())",
            "sys.stderr = type('Full', (), {'write': fails(MemoryError()), 'flush': lambda self: None})()",
        )
    assert "MemoryError" in line_of(crash(planted, "check", make_report()))


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["--debug", "check", "FOLDER"], {}),
        (["check", "--debug", "FOLDER"], {}),
        (["check", "FOLDER", "--debug"], {}),
        (["check", "FOLDER"], {VARIABLE: "1"}),
        (["baseline", "create", "FOLDER", "--debug"], {}),
    ],
)
@pytest.mark.sampled(1)
def test_the_traceback_is_printed_when_it_is_asked_for(crash, make_report, arguments, env):
    folder = make_report()
    planted = "plant('disclosure_index.session:assess', fails(KeyError('x')))"
    result = crash(planted, *(folder if a == "FOLDER" else a for a in arguments), env=env)
    assert result.returncode == 70
    assert "Traceback (most recent call last)" in result.stderr
    assert "assess_project" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("internal error, please report it")


def test_the_option_and_the_variable_change_nothing_else(script, make_report):
    folder = make_report()
    plain = script("check", folder)
    for arguments, env in ((["--debug", "check", folder], {}), (["check", folder, "--debug"], {}),
                           (["check", folder], {VARIABLE: "1"})):  # fmt: skip
        found = script(*arguments, **env)
        assert (found.returncode, found.stdout, found.stderr) == (plain.returncode, plain.stdout, plain.stderr)


def test_what_a_report_says_is_not_obeyed_in_the_line(crash, make_report):
    planted = "plant('disclosure_index.session:assess', fails(KeyError('\\x1b]0;owned\\x07\\u202e\\n::error::x')))"
    for arguments in ([], ["--debug"]):
        result = crash(planted, "check", make_report(), *arguments)
        assert result.returncode == 70
        assert not {"\x1b", "\x07", "\u202e"} & set(result.stderr)
        assert not any(line.startswith("::") for line in result.stderr.splitlines())


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        ("PermissionError(13, 'Permission denied', 'notes.toml')", 3, "notes.toml: error: cannot be read: Permission"),
        ("IsADirectoryError(21, 'Is a directory', b'folder')", 3, "folder: error: cannot be read: Is a directory"),
        ("OSError(36, 'File name too long', 'aaa')", 3, "aaa: error: cannot be read: File name too long"),
        ("OSError(28, 'No space left on device', 'o.xlsx')", 2, "o.xlsx: error: cannot be written: No space left"),
        ("OSError(30, 'Read-only file system', 'a', None, 'b')", 2, "b: error: cannot be written: Read-only"),
        ("OSError(5, 'Input/output error')", 70, "internal error, please report it"),
        ("OSError('of no kind')", 70, "internal error, please report it"),
    ],
)
@pytest.mark.sampled(2)
def test_an_error_of_another_file_is_not_blamed_on_stdout(crash, make_report, error, code, told):
    result = crash(f"plant('disclosure_index.session:assess', fails({error}))", "check", make_report())
    assert result.returncode == code
    (line,) = result.stderr.splitlines()
    assert line.startswith(told)
    assert "stdout" not in line


@pytest.mark.parametrize("code", ["'text'", "[1]", "1.5"])
@pytest.mark.sampled(1)
def test_a_verb_that_leaves_with_no_number_exits_70(crash, make_report, code):
    assert line_of(crash(f"plant('disclosure_index.session:assess', lambda *_, **__: sys.exit({code}))", "check",
                         make_report()))  # fmt: skip


def test_ctrl_c_stays_130(crash, make_report):
    result = crash("plant('disclosure_index.session:assess', fails(KeyboardInterrupt()))", "check", make_report())
    assert (result.returncode, result.stderr.strip()) == (130, "interrupted: no result")


def test_what_was_printed_before_is_not_lost(crash, make_report):
    planted = """
    def failing(*_, **__):
        print("before", flush=False)
        raise KeyError
    plant('disclosure_index.session:assess', failing)
    """
    result = crash(planted, "check", make_report())
    assert (result.returncode, result.stdout) == (70, "before\n")


@pytest.mark.parametrize("verb", [["rules", "list"], ["frameworks", "list"], ["frameworks", "show", "gri"], ["--help"],
                                  ["rules", "show", "DI101"]])  # fmt: skip
@pytest.mark.sampled(1)
def test_a_reader_that_leaves_is_no_finding(root, verb):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "disclosure_index", *verb]
    result = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=root, timeout=60, check=False)
    os.close(write)
    assert result.returncode not in (1, 70)
    assert b"Traceback" not in result.stderr
