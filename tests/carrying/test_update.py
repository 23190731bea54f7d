"""`update`: every statement of a report is in its next draft, or a person is told."""

import tomllib
from datetime import date

import pytest

from disclosure_index.carrying.update import plan_update
from disclosure_index.edits import EditError, write_files
from disclosure_index.files.named_files import MAX_DOCUMENT, read_into
from disclosure_index.session import open_project
from tests.carrying.conftest import ENGLISH
from tests.support.reports import shipped_with_spellings

AS_OF = ("--as-of", "2026-01-01")
BOILERS = "We emitted 120 tonnes of carbon dioxide from the boilers of our two piers."
FIRST_AID = "Every member of a crew was trained in first aid."


def _page(report):
    return (report / "report.xhtml").read_text("utf-8")


def _facts(report):
    return tomllib.loads((report / "disclosure-index.toml").read_text("utf-8"))


def _rules(run, report):
    checked = run("check", report, "--format", "json", *AS_OF)
    return checked.stdout


def test_the_source_is_remembered(imported):
    (document,) = _facts(imported)["documents"]
    assert document["source"]["name"] == "report.md"
    assert len(document["source"]["sha256"]) == 64


def test_the_same_text_changes_nothing(run, tagged, draft):
    before = _page(tagged), (tagged / "disclosure-index.toml").read_bytes()
    result = run("update", tagged, draft(), *AS_OF)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (_page(tagged), (tagged / "disclosure-index.toml").read_bytes()) == before
    assert "4 carried, 0 with changed text, 0 to confirm, 0 lost" in result.stderr


def test_what_moved_is_carried_with_its_reviewed_mark(run, tagged, draft):
    moved = ENGLISH.replace(f"{BOILERS}\n\n", "").replace(FIRST_AID, f"{FIRST_AID}\n\n{BOILERS}")
    result = run("update", tagged, draft("report-v2.md", moved), *AS_OF)
    assert result.exit_code == 0
    assert f'<p data-disclosure="gri:305-5" data-reviewed="gri:305-5">{BOILERS}' in _page(tagged)
    assert _facts(tagged)["documents"][0]["source"]["name"] == "report-v2.md"


def test_a_changed_passage_with_many_tags_is_shown_once_to_people_and_per_tag_to_programs(run, tagged, draft):
    page = tagged / "report.xhtml"
    many = 'data-disclosure="gri:305-5 gri:302-4 gri:303-5"'
    page.write_text(_page(tagged).replace('data-disclosure="gri:305-5"', many), "utf-8")
    changed = draft(words={"120 tonnes": "95 tonnes"})
    shown = run("update", tagged, changed, "--dry-run", *AS_OF)
    assert shown.stdout.count("text changed") == 2, "the paragraph, and its section"
    assert all(code in shown.stdout for code in ("gri:305-5", "gri:302-4", "gri:303-5"))
    rows = run("update", tagged, changed, "--dry-run", "--format", "csv", *AS_OF).stdout
    assert rows.count("text changed") == 4


def test_a_changed_text_loses_its_reviewed_mark_until_it_is_reviewed_again(run, tagged, draft):
    result = run("update", tagged, draft(words={"120 tonnes": "95 tonnes"}), *AS_OF)
    assert result.exit_code == 0
    assert "text changed" in result.stdout
    assert '<p data-disclosure="gri:305-5">We emitted 95 tonnes' in _page(tagged)
    (pending,) = _facts(tagged)["pending"]
    assert (pending["state"], pending["was"]) == ("changed", BOILERS)
    assert "DI631" in _rules(run, tagged)
    reviewed = _page(tagged).replace(
        'data-disclosure="gri:305-5"', 'data-disclosure="gri:305-5" data-reviewed="gri:305-5"'
    )
    (tagged / "report.xhtml").write_text(reviewed, "utf-8")
    assert "DI631" not in _rules(run, tagged)


def test_the_text_that_was_reviewed_is_kept_through_two_drafts(run, tagged, draft):
    run("update", tagged, draft(words={"120 tonnes": "95 tonnes"}), *AS_OF)
    run("update", tagged, draft(words={"120 tonnes": "97 tonnes"}), *AS_OF)
    (pending,) = _facts(tagged)["pending"]
    assert pending["was"] == BOILERS


def test_what_is_gone_is_kept_until_it_is_dropped(run, tagged, draft):
    result = run("update", tagged, draft(words={f"{FIRST_AID}\n\n": ""}), *AS_OF)
    assert result.exit_code == 1
    (pending,) = _facts(tagged)["pending"]
    assert (pending["state"], pending["statement"], pending["was"]) == ("lost", "gri:403-5", FIRST_AID)
    assert "DI630" in _rules(run, tagged)
    listed = run("update", tagged)
    assert (listed.exit_code, "gri:403-5" in listed.stdout) == (1, True)
    dropped = run("update", tagged, "--drop", "1")
    assert dropped.exit_code == 0
    assert "pending" not in _facts(tagged)
    assert "DI630" not in _rules(run, tagged)


def test_what_was_lost_is_placed_when_its_text_comes_back(run, tagged, draft):
    run("update", tagged, draft(words={f"{FIRST_AID}\n\n": ""}), *AS_OF)
    result = run("update", tagged, draft(), *AS_OF)
    assert result.exit_code == 0
    assert f'<p data-disclosure="gri:403-5">{FIRST_AID}' in _page(tagged)
    assert "pending" not in _facts(tagged)


def test_one_of_two_places_is_accepted(run, tagged, draft):
    far = "\n\n".join(f"Paragraph {n} is about the harbour." for n in range(30))
    first, second = (f"Every member of a crew was trained in first aid, {where}." for where in ("at sea", "ashore"))
    result = run("update", tagged, draft(words={FIRST_AID: f"{far}\n\n{first}\n\n{second}"}), *AS_OF)
    (pending,) = _facts(tagged)["pending"]
    assert (result.exit_code, pending["state"]) == (1, "to-confirm")
    (number,) = [n for n, one in enumerate(pending["candidates"], start=1) if "ashore" in one["text"]]
    accepted = run("update", tagged, "--accept", f"1={number}")
    assert accepted.exit_code == 0, accepted.stderr
    assert f'<p data-disclosure="gri:403-5">{second}' in _page(tagged)
    assert "pending" not in _facts(tagged)


def test_a_report_with_nothing_pending_says_so(run, imported):
    result = run("update", imported)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing is pending\n")


def test_a_dry_run_writes_nothing(run, tagged, draft):
    before = _page(tagged), (tagged / "disclosure-index.toml").read_bytes()
    result = run("update", tagged, draft(words={f"{FIRST_AID}\n\n": ""}), "--dry-run", *AS_OF)
    assert (result.exit_code, "lost" in result.stdout) == (1, True)
    assert (_page(tagged), (tagged / "disclosure-index.toml").read_bytes()) == before


def test_an_explanation_that_only_the_tagged_document_has_stays(run, tagged, draft):
    explained = '<p data-omission="gri:305-2" data-reason="not-applicable">We buy no heat.</p>'
    page = tagged / "report.xhtml"
    page.write_text(page.read_text("utf-8").replace("<p>The electricity", f"{explained}\n<p>The electricity"), "utf-8")
    result = run("update", tagged, draft(words={"120": "121"}), *AS_OF)
    assert result.exit_code == 0
    assert f"{explained}\n<p>The electricity" in _page(tagged)


def test_new_claims_of_the_index_are_tagged_and_those_gone_are_reported(run, tagged, draft):
    index = {"| 2-7 Employees | People |": "| 2-8 Workers who are not employees | People |"}
    result = run("update", tagged, draft(words=index), *AS_OF)
    assert "gri:2-8" in result.stdout
    assert "gri:2-7" in result.stdout
    assert "gri:2-8" in _page(tagged)
    assert "gri:2-7" in _page(tagged)


def test_a_tag_that_a_person_removed_does_not_come_back(run, tagged, draft):
    page = tagged / "report.xhtml"
    page.write_text(page.read_text("utf-8").replace(' data-disclosure="gri:305-1"', ""), "utf-8")
    assert run("update", tagged, draft(words={"120": "121"}), *AS_OF).exit_code == 0
    assert 'data-disclosure="gri:305-1"' not in _page(tagged)


def test_suppressions_and_ids_are_carried(run, tagged, draft):
    page = tagged / "report.xhtml"
    suppressed = (
        '<p id="boilers" data-disclosure="gri:305-5" data-suppress="DI206" data-suppress-reason="checked" '
        'data-suppress-owner="Ada Lau" data-suppress-until="2027-01-01"'
    )
    page.write_text(page.read_text("utf-8").replace('<p data-disclosure="gri:305-5"', suppressed), "utf-8")
    new = draft(words={"## Climate\n": "## Climate\n\nThis part is new, and stands before all others in it.\n"})
    assert run("update", tagged, new, *AS_OF).exit_code == 0
    for attribute in ('id="boilers"', 'data-suppress="DI206"', 'data-suppress-until="2027-01-01"'):
        (line,) = [line for line in _page(tagged).splitlines() if attribute in line]
        assert "We emitted" in line


def test_both_languages_in_one_go(run, draft, tmp_path):
    chinese = (
        "# 海港有限公司 2024 年可持續發展報告\n\n## 氣候\n\n兩個碼頭的鍋爐共排放二氧化碳一百二十公噸，較去年減少。\n\n"
        "## 員工\n\n年底船員共三百四十人。\n"
    )
    result = run("import", draft("en.md"), draft("zh.md", chinese), "-o", tmp_path / "both", *AS_OF)
    assert result.exit_code == 0, result.stderr
    page = tmp_path / "both" / "zh.xhtml"
    page.write_text(page.read_text("utf-8").replace("<p>兩個碼頭", '<p data-disclosure="gri:305-5">兩個碼頭'), "utf-8")
    new = chinese.replace("## 氣候\n", "## 氣候\n\n本年度我們更換了所有照明設備。\n").replace("一百二十", "九十五")
    result = run("update", tmp_path / "both", draft("en.md", words={"120": "95"}), draft("zh.md", new), *AS_OF)
    assert result.exit_code == 0, result.stderr
    assert '<p data-disclosure="gri:305-5">兩個碼頭的鍋爐共排放二氧化碳九十五公噸' in page.read_text("utf-8")


def test_a_draft_that_cannot_be_read_changes_nothing(run, tagged, tmp_path):
    before = _page(tagged)
    broken = tmp_path / "report.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    assert run("update", tagged, broken, *AS_OF).exit_code == 3
    assert _page(tagged) == before


def test_what_someone_changed_meanwhile_is_not_written_over(tagged, draft):
    sources = {}
    project = open_project(tagged, read=read_into(sources, MAX_DOCUMENT, None))
    sources[str(project.file)] = project.file.read_bytes()
    made = plan_update(project, sources, [draft(words={"120": "95"})], shipped_with_spellings(), date(2026, 1, 1))
    page = tagged / "report.xhtml"
    page.write_text(_page(tagged).replace("340 members", "341 members"), "utf-8")
    before = _page(tagged), project.file.read_bytes()
    with pytest.raises(EditError) as refused:
        write_files(made.before, made.after, project.within)
    assert refused.value.clash
    assert (_page(tagged), project.file.read_bytes()) == before
