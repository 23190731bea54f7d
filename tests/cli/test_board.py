"""The board of the issuer: given, or asked for with what the report says, and never decided by the program."""

import tomllib

import pytest

from tests.support.terminal import on_a_terminal

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}"><head><title>ESG report</title></head><body>
<section data-disclosure="{tag}"><h1>About us</h1><p>{text}</p></section></body></html>"""
MAIN = "Our shares are listed on the Main Board of the Stock Exchange of Hong Kong."
NAMED = {
    ("en", MAIN): "main-board",
    ("en", "This report follows Appendix C2 to the GEM Listing Rules of the Stock Exchange of Hong Kong."): "gem",
    ("zh-Hant", "本公司股份於香港聯合交易所有限公司主板上市。"): "main-board",
    ("zh-Hant", "本報告按照聯交所GEM上市規則附錄C2編製。"): "gem",
    ("zh-Hans", "本公司股份在香港联合交易所主板上市，在深圳证券交易所创业板亦有上市。"): "main-board",
}
SILENT = (
    ("en", "Our shares are listed on the Main Board of the Singapore Exchange."),
    ("zh-Hans", "本公司股份在深圳证券交易所创业板上市。"),
    ("en", f"{MAIN} Before, they were listed on GEM of the Stock Exchange of Hong Kong."),
)


@pytest.fixture
def folder(tmp_path):
    """Write a source without a project file; gives the folder."""

    def make(language, text, tag="hkex-esg:A1.2"):
        (tmp_path / "report.xhtml").write_text(PAGE.format(language=language, text=text, tag=tag), "utf-8")
        return tmp_path

    return make


def _profile(folder):
    text = (folder / "disclosure-index.toml").read_text("utf-8")
    return tomllib.loads(text).get("profile", {}), text


@pytest.mark.parametrize(("source", "board"), NAMED.items(), ids=lambda value: value[0] if value[1:] else value)
def test_what_the_report_names_is_proposed_with_its_words_and_not_set(run, folder, source, board):
    path = folder(*source)
    assert run("init", path, "--year-end", "2025-12-31").exit_code == 0
    profile, text = _profile(path)
    assert profile == {}
    (line,) = (line for line in text.splitlines() if line.startswith("# board"))
    assert line.startswith(f'# board = "{board}"')
    assert "the report names it" in line


@pytest.mark.parametrize("source", SILENT, ids=lambda value: value[0])
def test_another_exchange_and_two_boards_are_no_proposal(run, folder, source):
    path = folder(*source)
    run("init", path, "--year-end", "2025-12-31")
    profile, text = _profile(path)
    assert profile == {}
    assert "the report names it" not in text


@pytest.mark.parametrize("board", ["main-board", "gem"])
def test_a_board_that_is_given_is_written_whatever_the_report_names(run, folder, board):
    path = folder("en", MAIN)
    run("init", path, "--year-end", "2025-12-31", "--board", board)
    assert _profile(path)[0] == {"exchange": "hkex", "board": board}


def test_no_board_is_proposed_to_an_issuer_that_is_on_none(run, folder):
    path = folder("en", MAIN)
    run("init", path, "--year-end", "2025-12-31", "--board", "none")
    assert "the report names it" not in _profile(path)[1]


def test_import_takes_the_board_too(run, tmp_path):
    (tmp_path / "report.md").write_text(f"# About us\n\n{MAIN}\n", "utf-8")
    run("import", tmp_path / "report.md", "-o", tmp_path / "out", "--board", "gem")
    assert _profile(tmp_path / "out")[0] == {"exchange": "hkex", "board": "gem"}


@pytest.mark.parametrize(
    ("answers", "board"), [(b"\n", "main-board"), (b"gem\n", "gem"), (b"none\n", None), (b"x\ngem\n", "gem")]
)
@pytest.mark.sampled(2)
def test_a_person_is_asked_on_a_terminal_and_enter_takes_what_the_report_names(folder, answers, board):
    path = folder("en", MAIN)
    said = on_a_terminal(answers, "init", path, "--year-end", "2025-12-31")
    assert "listed on the Main Board of the Stock Exchange" in said
    assert _profile(path)[0].get("board") == board


def test_the_question_is_in_the_language_of_the_run(folder):
    said = on_a_terminal(b"\n", "init", folder(*list(NAMED)[2]), "--year-end", "2025-12-31", "--language", "zh-Hant")
    assert "發行人" in said
    assert "有限公司主板上市" in said


def test_nobody_is_asked_where_nothing_depends_on_the_board(folder):
    path = folder("en", "We work.", tag="ungc:1")
    assert "exchange" not in on_a_terminal(b"", "init", path, "--year-end", "2025-12-31")
