"""An error of this program on one page of a PDF costs the table of that page, is told as what it is, and no more.

Each run is the program itself, in which one of our own functions fails on the second of three pages.
"""

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from disclosure_index.messages import render
from disclosure_index.reading import page_boundary
from disclosure_index.reading.pdf import page as page_module
from disclosure_index.reading.pdf import tables
from disclosure_index.reading.pdf.reader import read_pdf
from tests.reading.test_pdf import ROWS, make, table

PAGES = 3


@pytest.fixture
def boundary(monkeypatch):
    """Let the boundary hold, as it does for users; everywhere else in the tests it raises."""
    monkeypatch.setattr(page_boundary, "on_internal_error", page_boundary._keep_traceback)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(make(*(table(rules=True) for _ in range(PAGES))))
    return path


def failing(monkeypatch, error, page=2, module=page_module, name="blocks_of"):
    """Let one of our functions fail when it is called for a page, counted from 1."""
    real, calls = getattr(module, name), iter(range(1, 100))

    def call(*arguments):
        if next(calls) == page:
            raise error
        return real(*arguments)

    monkeypatch.setattr(module, name, call)


ERRORS = [ValueError("min() arg is an empty sequence"), KeyError("x"), AttributeError(), IndexError("1"), OSError("x")]


OURS = [(page_module, "blocks_of"), (page_module, "lines_of"), (tables, "read_page")]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize(
    ("module", "name"), [(page_module, "blocks_of"), (page_module, "lines_of"), (tables, "read_page")]
)
def test_the_page_keeps_its_text_and_the_others_their_tables(monkeypatch, boundary, report, error, module, name):
    before = read_pdf(report.read_bytes(), "report.pdf", "en")
    failing(monkeypatch, error, module=module, name=name)
    document = read_pdf(report.read_bytes(), "report.pdf", "en")
    [finding] = document.findings
    assert (finding.rule, str(finding.location), finding.unchecked) == ("DI609", "report.pdf:2", True)
    assert document.readable
    assert type(error).__name__ in finding.message
    rows = [sum(passage.kind == "table-row" for passage in d.passages) for d in (before, document)]
    assert 0 < rows[1] < rows[0]
    text = " ".join(passage.text for passage in document.passages if passage.kind != "table-row")
    assert "Direct (Scope 1) GHG emissions" in text


@pytest.mark.parametrize("page", range(1, PAGES + 1))
def test_the_finding_is_at_its_page(monkeypatch, boundary, report, page):
    failing(monkeypatch, KeyError("x"), page)
    [finding] = read_pdf(report.read_bytes(), "report.pdf", "en").findings
    assert str(finding.location) == f"report.pdf:{page}"


def test_tests_meet_the_error_itself(monkeypatch, report):
    failing(monkeypatch, ZeroDivisionError("by zero"))
    with pytest.raises(ZeroDivisionError):
        read_pdf(report.read_bytes(), "report.pdf", "en")


def test_the_import_is_written_and_exits_3(monkeypatch, boundary, report, run, tmp_path):
    failing(monkeypatch, KeyError("x"))
    result = run("import", report, "-o", tmp_path / "new")
    assert result.exit_code == 3
    assert "report.pdf:2: error DI609 internal-error: Internal error, please report it" in result.stderr
    assert "305-1" in (tmp_path / "new" / "report.xhtml").read_text("utf-8")


def test_the_traceback_is_kept_for_debug(monkeypatch, boundary, report, run, tmp_path):
    failing(monkeypatch, KeyError("x"))
    shown = run("import", report, "-o", tmp_path / "shown", "--debug")  # `run` asks for tracebacks, too
    assert "Traceback" in shown.stderr
    assert "in read_page" in shown.stderr
    monkeypatch.setattr("disclosure_index.cli.program.internal_errors._asks_for_traceback", lambda: False)
    plain = run("import", report, "-o", tmp_path / "plain")
    assert "Traceback" not in plain.stderr


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_it_is_told_in_chinese(monkeypatch, boundary, report, language):
    failing(monkeypatch, KeyError("x"))
    [finding] = read_pdf(report.read_bytes(), "report.pdf", "en").findings
    for text in (finding.message, finding.hint):
        assert render(text, language) != text


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(1)], ids=repr)
def test_what_ends_a_run_passes(monkeypatch, boundary, report, error):
    failing(monkeypatch, error)
    with pytest.raises(type(error)):
        read_pdf(report.read_bytes(), "report.pdf", "en")


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_a_page_of_text_keeps_it_where_its_small_table_fails(monkeypatch, boundary, error):
    data = make(table(rows=ROWS[:2]), table(rows=ROWS[2:4]))
    rows = [passage for passage in read_pdf(data, "report.pdf", "en").passages if passage.kind == "table-row"]
    assert len(rows) == 6
    failing(monkeypatch, error, module=tables, name="read_among_text")
    document = read_pdf(data, "report.pdf", "en")
    [finding] = document.findings
    assert (finding.rule, str(finding.location), finding.unchecked) == ("DI609", "report.pdf:2", True)
    assert sum(passage.kind == "table-row" for passage in document.passages) == 3
    assert "Restatements of information" in " ".join(passage.text for passage in document.passages)
