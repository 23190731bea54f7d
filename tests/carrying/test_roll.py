"""`roll`: last year's tagged report and this year's text become this year's tagged report, for a person to review."""

import tomllib

import pytest

from tests.carrying.conftest import ENGLISH

AS_OF = ("--as-of", "2026-01-01")
NEXT = {"report 2024": "report 2025", "1 January 2024 to 31 December 2024": "1 January 2025 to 31 December 2025"}


@pytest.fixture
def rolled(run, tagged, draft, tmp_path):
    """Roll the report; gives the folder of the new one, and what the run came to."""

    def roll(text=ENGLISH, **words):
        source = draft("report-2025.md", text, words={**NEXT, **words.get("words", {})})
        folder = tmp_path / "rolled"
        return folder, run("roll", tagged, source, "-o", folder, "--year-end", "2025-12-31", *AS_OF)

    return roll


def _page(folder):
    return (folder / "report-2025.xhtml").read_text("utf-8")


def _facts(folder):
    return tomllib.loads((folder / "disclosure-index.toml").read_text("utf-8"))


def test_what_the_text_still_says_is_tagged_and_nothing_is_reviewed(rolled, run):
    folder, result = rolled()
    assert result.exit_code == 0, result.stderr
    assert f"then run: disclosure-index check {folder}" in result.stderr, "the folder that the next command takes"
    assert '<p data-disclosure="gri:305-5">We emitted 120 tonnes' in _page(folder)
    assert "data-reviewed" not in _page(folder)
    assert run("check", folder, *AS_OF).exit_code in (0, 1)


def test_the_year_is_the_new_one_and_the_rest_of_the_project_file_stays(rolled, tagged):
    file = tagged / "disclosure-index.toml"
    more = '\n# Ask first\n[owners]\n"gri:305-5" = "Ada Lau"\n\n[notes]\n"gri:403-5" = "The crews"\n'
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    folder, _ = rolled()
    facts = _facts(folder)
    written = (folder / "disclosure-index.toml").read_text("utf-8")
    assert "\nfinancial-year = { start = 2025-01-01, end = 2025-12-31 }\n" in written, "without last year's comment"
    assert facts["report"]["title"] == "Harbour Limited sustainability report 2025"
    assert facts["documents"][0]["path"] == "report-2025.xhtml"
    assert facts["documents"][0]["source"]["name"] == "report-2025.md"
    assert facts["owners"] == {"gri:305-5": "Ada Lau"}
    assert "# Ask first" in (folder / "disclosure-index.toml").read_text("utf-8")


def test_omissions_have_to_be_explained_anew(rolled, tagged):
    page = tagged / "report.xhtml"
    explained = '<p data-omission="gri:305-2" data-reason="not-applicable">We buy no heat.</p>'
    page.write_text(page.read_text("utf-8").replace("<p>The electricity", f"{explained}\n<p>The electricity"), "utf-8")
    folder, result = rolled()
    (pending,) = _facts(folder)["pending"]
    assert (pending["kind"], pending["statement"], pending["reason"], pending["was"]) == (
        "omission",
        "gri:305-2",
        "not-applicable",
        "We buy no heat.",
    )
    assert result.exit_code == 1
    assert "data-omission" not in _page(folder)


def test_what_is_written_anew_gets_candidates_that_can_be_accepted(rolled, run):
    anew = "Each person on board has completed a course on how to help the injured, and those on land will follow."
    folder, result = rolled(words={"Every member of a crew was trained in first aid.": anew})
    assert result.exit_code == 1
    (pending,) = _facts(folder)["pending"]
    assert (pending["state"], pending["statement"]) == ("to-confirm", "gri:403-5")
    assert run("update", folder, "--accept", "1").exit_code == 0
    assert "gri:403-5" in _page(folder)


def test_codes_go_on_as_what_superseded_them(run, tmp_path):
    """KPI A1.2 of the HKEX Guide is paragraphs 28 and following of the Code, which applies from 2025."""
    old = tmp_path / "old"
    old.mkdir()
    text = "Our boilers emitted 120 tonnes of carbon dioxide in the year."
    (old / "report.xhtml").write_text(
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><body><h1>Report 2024</h1>'
        f'<p data-disclosure="hkex-esg:A1.2">{text}</p></body></html>',
        "utf-8",
    )
    (old / "disclosure-index.toml").write_text(
        '[report]\ntitle = "Report 2024"\nissuer = "Small"\n'
        "financial-year = { start = 2024-01-01, end = 2024-12-31 }\n\n"
        '[[documents]]\npath = "report.xhtml"\nlanguage = "en"\n\n'
        '[profile]\nexchange = "hkex"\nboard = "main-board"\nsize = "other"\n\n'
        '[[frameworks]]\nid = "hkex-esg"\nclaim = "comply-or-explain"\n\n[owners]\n"hkex-esg:A1.2" = "Ada Lau"\n',
        "utf-8",
    )
    source = tmp_path / "new.md"
    source.write_text(f"# Report 2025\n\n{text}\n", "utf-8")
    result = run("roll", old, source, "-o", tmp_path / "new", "--year-end", "2025-12-31", *AS_OF)
    assert result.exit_code == 0, result.stderr + result.stdout
    page = (tmp_path / "new" / "new.xhtml").read_text("utf-8")
    assert "hkex-esg:28(a)" in page
    assert "A1.2" not in page
    assert "hkex-esg:28(a)" in _facts(tmp_path / "new")["owners"]


def test_a_standard_that_was_superseded_as_a_whole_is_told_with_its_successors(rolled, run, tagged):
    """GRI 101 takes the place of GRI 304, and GRI names no successor of a single disclosure."""
    page = tagged / "report.xhtml"
    page.write_text(page.read_text("utf-8").replace("gri:403-5", "gri:304-1"), "utf-8")
    folder, result = rolled()
    assert result.exit_code == 1
    assert "gri:304-1 → gri:101-1 … gri:101-8" in result.stdout.replace("\n", " ") or "gri:101-8" in result.stdout
    (pending,) = _facts(folder)["pending"]
    assert (pending["state"], pending["statement"]) == ("to-confirm", "gri:304-1")
    assert pending["successors"] == [f"gri:101-{n}" for n in range(1, 9)]
    assert "gri:304-1" not in _page(folder)
    for typed in ("1", "1=1", "1=1=gri:304-1", "1=gri:101-9", "1=x"):
        refused = run("update", folder, "--accept", typed)
        assert (refused.exit_code, "--accept 1=1=gri:101-1" in " ".join(refused.stderr.split())) == (2, True)
    assert "gri:101-8" in run("update", folder).stdout
    checked = run("check", folder, "--format", "json", *AS_OF).stdout
    assert "one of gri:101-1, " in checked


@pytest.mark.parametrize("typed", ["1=1=gri:101-2", "1=gri:101-2", "1=GRI:101-2", "1=1=101-2", "1=101-2", None])
def test_a_superseded_statement_goes_on_as_the_code_that_is_named_or_is_dropped(rolled, run, tagged, typed):
    page = tagged / "report.xhtml"
    page.write_text(page.read_text("utf-8").replace("gri:403-5", "gri:304-1"), "utf-8")
    folder, _ = rolled()
    done = run("update", folder, "--accept", typed) if typed else run("update", folder, "--drop", "1")
    assert done.exit_code == 0, done.stderr
    assert ('data-disclosure="gri:101-2"' in _page(folder)) == bool(typed)
    assert "pending" not in _facts(folder)


def test_a_code_for_a_statement_that_keeps_its_own_is_refused(rolled, run):
    folder, _ = rolled(words={"Every member of a crew was trained in first aid.": "All on board can help the injured."})
    refused = run("update", folder, "--accept", "1=1=gri:101-2")
    assert refused.exit_code == 2
    assert "keeps its code: write --accept 1=1" in " ".join(refused.stderr.split())


def test_a_year_that_is_not_later_and_a_folder_that_is_taken_are_refused(run, tagged, draft, tmp_path):
    taken = run("roll", tagged, draft(), "-o", tagged, "--year-end", "2025-12-31")
    earlier = run("roll", tagged, draft(), "-o", tmp_path / "new", "--year-end", "2024-12-31")
    assert (taken.exit_code, earlier.exit_code) == (2, 2)
    assert not (tmp_path / "new").exists()


def test_a_figure_that_is_the_same_as_last_year_is_listed(rolled, tagged):
    page = tagged / "report.xhtml"
    more = "<p>Power came to 3,512 MWh.</p>\n<p>Diesel came to 880 MWh.</p>\n<p>The electricity"
    page.write_text(page.read_text("utf-8").replace("<p>The electricity", more), "utf-8")
    text = ENGLISH.replace("The electricity", "Power came to 3,498 MWh.\n\nDiesel came to 871 MWh.\n\nThe electricity")
    _, result = rolled(text)
    assert "Figures that are the same as last year" in result.stdout
    below = result.stdout.partition("Figures that are the same")[2]
    assert "120 tonnes" in below
    assert "3,498" not in below
