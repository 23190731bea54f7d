"""The project file: what is wrong in it is told with its line and the nearest right word."""

from datetime import date

import pytest

from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.model import Severity
from disclosure_index.project.file import read_project, with_editions
from disclosure_index.project.paths import find_project

GOOD = """\
[report]
title = "A report"
issuer = "Small Limited"
financial-year = { start = 2024-01-01, end = 2024-12-31 }

[[documents]]
path = "report.xhtml"
language = "en"

[[frameworks]]
id = "UNGC"
"""


@pytest.fixture
def project(tmp_path):
    """Write a project file; gives its path."""

    def make(text=GOOD, name="disclosure-index.toml"):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return file

    return make


def _told(file):
    with pytest.raises(ConfigError) as error:
        read_project(file)
    return [line.removeprefix(f"{file}:") for line in str(error.value).splitlines()]


def test_good_file_is_read_with_its_defaults(project):
    read = read_project(project())
    assert (read.report.title, read.report.published, read.report.financial_year) == ("A report", None, "FY2024")
    assert [(c.framework, c.claim, c.edition) for c in read.report.claims] == [("ungc", "", None)]
    assert (read.policy.fail_on, read.policy.suppressions) == (Severity.ERROR, ())
    assert read.report.crosswalk_counts is False


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("issuer", "isuer", '3:1: error: report > isuer: unknown key; did you mean "issuer"?'),
        ("title", "xyz", "2:1: error: report > xyz: unknown key"),
        ('language = "en"', 'language = "zh"', "8:1: error: documents > item 1 > language: must be "),
        ("[[documents]]", "[[document]]", '6:1: error: document: unknown key; did you mean "documents"?'),
        ('"A report"', '""', "2:1: error: report > title: "),
        ("start = 2024", "start = 2023", "4:1: error: report > financial-year: is longer than 18 months"),
        ("start = 2024-01-01", "start = 2023-06-30", "4:1: error: report > financial-year: is longer than 18 months"),
        ("[[documents]]", "published-estimate = true\n[[documents]]", "1:1: error: report: published-estimate is set"),
        (
            "[[documents]]",
            '[profile]\nboard = "gem"\nsize = "large-cap"\n[[documents]]',
            '6:1: error: profile: size = "large-cap" does not go with board = "gem"',
        ),
        ('"A report"', "7", "2:1: error: report > title: "),
        ("end = 2024-12-31", "end = 2023-12-31", "4:1: error: report > financial-year: "),
        ("2024-12-31", "2024-13-31", "4:"),
        ('id = "UNGC"', "", "10:1: error: frameworks > item 1 > id: is missing"),
        (
            'id = "UNGC"',
            'id = "UNGC"\nclam = "x"',
            '12:1: error: frameworks > UNGC > clam: unknown key; did you mean "claim"?',
        ),
    ],
    ids=range(14),
)
def test_a_mistake_is_told_at_its_line_with_what_is_right(project, old, new, told):
    assert any(line.startswith(told) for line in _told(project(GOOD.replace(old, new))))


def test_traditional_and_simplified_chinese_are_offered_where_a_language_is_wrong(project):
    line, *_ = _told(project(GOOD.replace('"en"', '"zh-CN"')))
    assert 'must be en, zh-Hans or zh-Hant, not "zh-CN"' in line


def test_every_mistake_is_told_in_one_go(project):
    lines = _told(project(GOOD.replace("issuer", "isuer").replace("path", "paht")))
    assert {line.split(":")[0] for line in lines} >= {"3", "7"}


def test_a_mistake_in_one_table_is_not_told_as_the_lack_of_all(project):
    """One unknown key under [[frameworks]] does not mean that there is no framework."""
    lines = _told(project(GOOD + 'clam = "x"\n'))
    assert lines == ['12:1: error: frameworks > UNGC > clam: unknown key; did you mean "claim"?']


def test_messages_are_in_the_words_of_toml_not_of_python(project):
    documents = '[[documents]]\npath = "report.xhtml"\nlanguage = "en"\n'
    empty = _told(project("documents = []\n" + GOOD.replace(documents, "")))
    assert [line.split(": ")[2] for line in empty] == ["documents"]
    backwards = _told(project(GOOD.replace("end = 2024", "end = 2022")))
    said = " ".join([*empty, *backwards]).casefold()
    assert not [word for word in ("tuple", "value error", "validation", "input should") if word in said]


def test_a_project_file_without_a_framework_is_read(project):
    """What is missing cannot be checked then, which is a finding, and no mistake of the file."""
    assert read_project(project(GOOD.replace('[[frameworks]]\nid = "UNGC"', ""))).report.claims == ()


def test_what_is_no_toml_is_told_at_line_and_column(project):
    (line,) = _told(project(GOOD.replace('"A report"', '"A report')))
    assert line.startswith("2:18: error: is not valid TOML: ")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "title = '標題'".encode("big5")])
def test_what_is_not_utf8_is_told(tmp_path, data):
    file = tmp_path / "disclosure-index.toml"
    file.write_bytes(data)
    with pytest.raises(ConfigError, match="cannot be read"):
        read_project(file)


def test_byte_order_mark_does_no_harm(tmp_path):
    """Windows editors write one."""
    file = tmp_path / "disclosure-index.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_project(file).report.title == "A report"


def test_lines_that_end_as_on_windows_do_no_harm(tmp_path):
    file = tmp_path / "disclosure-index.toml"
    file.write_bytes(GOOD.replace("issuer", "isuer").replace("\n", "\r\n").encode())
    assert any(line.startswith("3:1: ") for line in _told(file))


def test_table_of_pyproject_is_read_with_its_own_lines(project):
    prefix = '[project]\nname = "x"\n\n'
    text = prefix + GOOD.replace("[report]", "[tool.disclosure-index.report]").replace(
        "[[documents]]", "[[tool.disclosure-index.documents]]"
    ).replace("[[frameworks]]", "[[tool.disclosure-index.frameworks]]")  # fmt: skip
    file = project(text, "pyproject.toml")
    assert find_project(file.parent) == file
    read = read_project(file)
    assert read.report.issuer == "Small Limited"
    assert str(read.report.claims[0].location) == f"{file}:14:1"
    assert any(
        line.startswith("6:1: error: ") for line in _told(project(text.replace("issuer", "isuer"), "pyproject.toml"))
    )


def test_pyproject_without_the_table_is_no_project(project, tmp_path):
    project('[project]\nname = "x"\n', "pyproject.toml")
    with pytest.raises(CouldNotCheckError, match="disclosure-index init"):
        find_project(tmp_path)


def test_own_file_goes_before_pyproject(project, tmp_path):
    project("[tool.disclosure-index]\n", "pyproject.toml")
    own = project()
    assert find_project(tmp_path) == own


@pytest.mark.parametrize("name", ["", "report.xhtml", "disclosure-index.toml"])
def test_project_is_found_from_folder_document_and_file(project, tmp_path, name):
    (tmp_path / "report.xhtml").write_text("<html/>", "utf-8")
    file = project()
    assert find_project(tmp_path / name) == file


def test_document_that_the_project_does_not_name_is_not_taken_for_another(project, tmp_path, run):
    project()
    (tmp_path / "report.xhtml").write_text("<html/>", "utf-8")
    (tmp_path / "other.xhtml").write_text("<html/>", "utf-8")
    result = run("check", tmp_path / "other.xhtml")
    assert result.exit_code in (2, 3), "it checked report.xhtml and said nothing of other.xhtml"


def test_suppression_is_read_with_its_place(project):
    text = GOOD + (
        '\n[policy]\nfail-on = "warning"\ncrosswalk-counts = true\n\n[[policy.suppressions]]\n'
        'rule = "DI101"\ncode = "ungc:1"\nreason = "known"\nowner = "me"\nexpires = 2025-01-31\n'
    )
    read = read_project(project(text))
    (suppression,) = read.policy.suppressions
    assert (suppression.rule, suppression.code, suppression.expires) == ("DI101", "ungc:1", date(2025, 1, 31))
    assert suppression.location.line == 17
    assert (read.policy.fail_on, read.report.crosswalk_counts) == (Severity.WARNING, True)


def test_editions_replace_those_of_claims_and_add_what_is_not_claimed(project):
    report = with_editions(read_project(project()).report, {"ungc": "2004", "tcfd": "2017"})
    assert [(c.framework, c.edition) for c in report.claims] == [("ungc", "2004"), ("tcfd", "2017")]
    listed, added = (c.location for c in report.claims)
    assert (added.path, added.line) == (listed.path, 0)


@pytest.mark.parametrize(
    ("profile", "board"),
    [
        ('size = "large-cap"', "main-board"),
        ('size = "large-cap"\nboard = "main-board"', "main-board"),
        ('size = "other"', ""),
        ('board = "gem"', "gem"),
    ],
)
def test_a_large_cap_is_on_the_main_board(project, profile, board):
    text = GOOD.replace("[[frameworks]]", f"[profile]\n{profile}\n\n[[frameworks]]")
    assert read_project(project(text)).report.profile.board == board


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2024-01-01", "2024-12-31", "FY2024"),
        ("2024-04-01", "2025-03-31", "FY2025"),
        ("2025-01-05", "2026-01-10", "FY2025"),  # 53 weeks
        ("2024-12-29", "2026-01-03", "FY2025"),
        ("2025-02-01", "2026-01-31", "FY2026"),
        ("2024-07-01", "2025-12-31", "FY2025"),  # 18 months
    ],
)
def test_a_year_is_named_for_the_one_that_it_fills(project, start, end, name):
    text = GOOD.replace("2024-01-01", start).replace("2024-12-31", end)
    assert read_project(project(text)).report.financial_year == name


@pytest.mark.parametrize(
    ("end", "estimate"),
    [
        ("2025-12-31", date(2026, 4, 30)),
        ("2025-03-31", date(2025, 7, 31)),
        ("2025-06-30", date(2025, 10, 30)),
        ("2025-10-31", date(2026, 2, 28)),
        ("2023-10-31", date(2024, 2, 29)),
    ],
)
def test_without_a_day_of_publication_it_is_four_months_after_the_year(project, end, estimate):
    start = f"{int(end[:4]) - 1}-12-01"
    report = read_project(project(GOOD.replace("2024-01-01", start).replace("2024-12-31", end))).report
    assert (report.publication, report.publication_is_estimated) == (estimate, True)
