"""Text that was edited in the tagged document alone is never replaced in silence: `update` keeps it, or tells."""

import tomllib

import pytest

from tests.carrying.conftest import ENGLISH

AS_OF = ("--as-of", "2026-01-01")
GRID = "The electricity of all our offices came from the grid of the island."
EDITED = "The electricity of all our offices came from the island's grid, and none of it was renewable."
CREWS = "Our crews had 340 members at the end of the year, and most of them live in the harbour towns."


def _pending(report):
    return tomllib.loads((report / "disclosure-index.toml").read_text("utf-8")).get("pending", [])


def _edit(report, old, new):
    page = report / "report.xhtml"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")


def test_an_edited_passage_is_kept_until_it_is_put_back_or_dropped(run, tagged, draft):
    _edit(tagged, GRID, EDITED)
    result = run("update", tagged, draft(words={"120 tonnes": "95 tonnes"}), *AS_OF)
    assert result.exit_code == 1
    assert "1 passage was edited in the tagged document alone" in result.stderr
    assert "edited text" in result.stdout
    (text,) = [one for one in _pending(tagged) if one["kind"] == "text"]
    assert (text["was"], text["candidates"][0]["text"]) == (EDITED, GRID)
    assert GRID in (tagged / "report.xhtml").read_text("utf-8")
    assert "DI630" in run("check", tagged, *AS_OF).stdout
    number = _pending(tagged).index(text) + 1
    assert run("update", tagged, "--accept", str(number), *AS_OF).exit_code == 0
    assert f"<p>{EDITED}</p>" in (tagged / "report.xhtml").read_text("utf-8")
    again = run("update", tagged, draft(), *AS_OF)
    assert again.exit_code == 1
    assert EDITED in [one["was"] for one in _pending(tagged)]


def test_what_is_taken_over_into_the_source_is_no_longer_edited(run, tagged, draft):
    _edit(tagged, GRID, EDITED)
    assert run("update", tagged, draft(), *AS_OF).exit_code == 1
    assert run("update", tagged, draft(words={GRID: EDITED}), *AS_OF).exit_code == 0
    assert _pending(tagged) == []


@pytest.mark.parametrize("words", [{GRID: EDITED}, {GRID: EDITED, "120 tonnes": "95 tonnes"}])
def test_the_same_edit_in_both_is_no_loss(run, tagged, draft, words):
    _edit(tagged, GRID, EDITED)
    result = run("update", tagged, draft(words=words), *AS_OF)
    assert result.exit_code == 0
    assert "edited in the tagged document" not in result.stderr


def test_a_passage_that_was_added_has_no_place_and_is_kept_whole(run, tagged, draft):
    added = "員工培訓時數較去年增加。" * 300
    _edit(tagged, "GRI Standards.</p>", f"GRI Standards.</p>\n<p>{added}</p>")
    assert run("update", tagged, draft(), *AS_OF).exit_code == 1
    (text,) = (one for one in _pending(tagged) if one["kind"] == "text")
    assert (text["state"], text["was"]) == ("lost", added)
    number = str(_pending(tagged).index(text) + 1)
    assert run("update", tagged, "--drop", number, *AS_OF).exit_code == 0
    assert run("update", tagged, draft(), *AS_OF).exit_code == 0


def test_a_passage_that_was_removed_is_told_when_it_comes_back(run, tagged, draft):
    _edit(tagged, f"<p>{GRID}</p>", "")
    result = run("update", tagged, draft(), *AS_OF)
    assert "1 passage was removed from the tagged document alone, and is there again" in result.stderr


def test_tags_and_changes_of_the_source_are_no_edits(run, tagged, draft):
    _edit(tagged, f"<p>{CREWS}", f'<p data-disclosure="gri:2-7">{CREWS}')
    result = run("update", tagged, draft(words={CREWS: "Our crews are 352 people now."}), *AS_OF)
    assert "tagged document alone" not in result.stderr
    assert run("update", tagged, draft(words={GRID: EDITED}), *AS_OF).exit_code in (0, 1)
    assert "text" not in {one["kind"] for one in _pending(tagged)}


def test_the_generated_index_and_an_explanation_are_no_edits(run, tagged, draft):
    page = tagged / "report.xhtml"
    markers = "<!-- disclosure-index:begin view=sections -->\n<!-- disclosure-index:end -->\n</body>"
    explained = '<p data-omission="gri:305-2" data-reason="not-applicable">We bought no steam.</p>'
    page.write_text(page.read_text("utf-8").replace("</body>", f"{explained}\n{markers}"), "utf-8")
    written = run("index", tagged, "--write")
    assert written.exit_code == 0, written.stderr
    result = run("update", tagged, draft(), *AS_OF)
    assert "tagged document alone" not in result.stderr
    assert "We bought no steam." in page.read_text("utf-8")


def test_a_document_that_does_not_remember_its_source_is_told(run, tagged, draft):
    page = tagged / "report.xhtml"
    page.write_text(page.read_text("utf-8").partition("<!-- Texts of the source")[0], "utf-8")
    assert "does not remember its source" in run("update", tagged, draft(), *AS_OF).stderr
    assert "does not remember its source" not in run("update", tagged, draft(), *AS_OF).stderr


def test_what_an_import_writes_is_not_edited(run, draft, tmp_path):
    """Chinese, tables with empty cells and full-width figures are read back as they were written."""
    text = (
        ENGLISH + "\n## 環境\n\n用電量：１，２０４ 千瓦時。\n\n| 項目 | 2024 | 2023 |\n|---|---|---|\n| 用水 | | 12 |\n"
    )
    source = draft("zh.md", text)
    assert run("import", source, "-o", tmp_path / "zh", *AS_OF).exit_code == 0
    result = run("update", tmp_path / "zh", source, *AS_OF)
    assert (result.exit_code, "tagged document alone" in result.stderr) == (0, False)
