"""What a reader ticks and comments on in the page comes home by `merge`, and nothing else changes."""

import re
import shutil
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from selenium.webdriver.common.by import By

from tests.support.workbooks import save_with_libreoffice

pytestmark = pytest.mark.sampled(1)
REPORT = "harbour-ferries-2025"
COMMENTS = {
    "Chinese": "範圍一的數字已與附件核對，沒有問題。",
    "like a formula": '=HYPERLINK("https://example.org")',
    "quotes": 'Who said "it\'s so"?',
    "line breaks": "first line\nsecond line",
    "emoji": "agreed 👍🏽 🇭🇰",
    "markup": "<b>1 < 2 & 3 > 2</b> </script>",
    "escapes of Excel": "_x0041_ stays",
}


@pytest.fixture
def desk(root, tmp_path, run):
    """A copy of a sample report, and its page for review."""
    folder = tmp_path / REPORT
    shutil.copytree(root / "report_sources" / REPORT, folder)
    run("view", folder, "--review", "--as-of", "2026-06-01", "-o", tmp_path / "review.html")
    return folder


@pytest.fixture
def opened(forgetful, desk, tmp_path):
    """The page in the browser, with nothing kept from before; what is saved goes to a folder."""
    browser = forgetful
    browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path / "saved")}
    )
    browser.get((tmp_path / "review.html").as_uri())
    return browser


def form(browser, uid):
    """Open the card of a disclosure in the view that is in sight, and return its form."""
    found = browser.find_element(By.CSS_SELECTOR, f".view:not([hidden]) form[data-uid='{uid}']")
    card = browser.execute_script("return arguments[0].closest('.card').id", found)
    browser.execute_script(f"document.querySelector('.index a[href=\"#{card}\"]').click()")
    return found


def tick(browser, uid):
    form(browser, uid).find_element(By.CLASS_NAME, "reviewed").click()


def comment(browser, uid, text):
    field = form(browser, uid).find_element(By.CLASS_NAME, "note")
    script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))"
    browser.execute_script(script, field, text)  # the driver types no emoji


def save(browser, folder, name="review-en.xlsx"):
    browser.find_element(By.CSS_SELECTOR, ".view:not([hidden]) button.save").click()
    for _ in range(100):
        if (folder / name).exists() and not list(folder.glob("*.crdownload")):
            return folder / name
        time.sleep(0.1)
    raise AssertionError(f"{name} was not saved")


def unsaved(browser):
    return browser.find_element(By.CSS_SELECTOR, ".view:not([hidden]) .unsaved").text


def changed(before, after):
    """Give the lines that are different, of each file."""
    lines = zip(before.splitlines(), after.splitlines(), strict=False)
    return [(old, new) for old, new in lines if old != new]


def files(folder):
    return {path.name: path.read_text("utf-8") for path in folder.rglob("*") if path.suffix in (".xhtml", ".toml")}


def test_two_ticks_and_a_comment_come_home_and_nothing_else_changes(opened, desk, tmp_path, run):
    before = files(desk)
    tick(opened, "gri:305-1@2016")
    tick(opened, "gri:305-2@2016")
    comment(opened, "gri:305-1@2016", COMMENTS["Chinese"])
    assert "2" in unsaved(opened)
    workbook = save(opened, tmp_path / "saved")
    assert unsaved(opened) == ""
    merged = run("merge", workbook, desk, "--yes", "--as-of", "2026-06-01")
    assert merged.exit_code == 0, merged.stderr
    after = files(desk)
    assert {name for name in after if after[name] != before[name]} == {"disclosure-index.toml", "report-en.xhtml"}
    tagged = changed(before["report-en.xhtml"], after["report-en.xhtml"])
    assert [set(re.findall(r'data-reviewed="([^"]*)"', new)) for _, new in tagged if "305-" in new]
    assert all(re.sub(r' data-reviewed="[^"]*"', "", new) == old for old, new in tagged)
    added = set(after["disclosure-index.toml"].splitlines()) - set(before["disclosure-index.toml"].splitlines())
    assert [line for line in added if line.startswith('"gri:305-1')] == [f'"gri:305-1" = "{COMMENTS["Chinese"]}"']
    again = run("merge", workbook, desk, "--yes", "--as-of", "2026-06-01")
    assert files(desk) == after
    assert again.exit_code == 0


@pytest.mark.parametrize("office", [False, True], ids=["as saved", "through LibreOffice"])
def test_every_kind_of_text_comes_home_as_it_was_typed(opened, desk, tmp_path, run, office):
    texts = list(COMMENTS.values())[: -1 if office else None]  # LibreOffice saves the escapes as Excel reads otherwise
    uids = [f"gri:305-{n}@2016" for n in range(1, len(texts) + 1)]
    for uid, text in zip(uids, texts, strict=True):
        comment(opened, uid, text)
    workbook = save(opened, tmp_path / "saved")
    if office:
        workbook.write_bytes(save_with_libreoffice(workbook.read_bytes(), tmp_path))
    assert run("merge", workbook, desk, "--yes", "--as-of", "2026-06-01").exit_code == 0
    from disclosure_index.project.file import read_project

    notes = read_project(desk / "disclosure-index.toml").report.notes
    assert {notes[uid.partition("@")[0]] for uid in uids} == set(texts)


def test_what_is_typed_outlasts_the_page_until_it_is_saved(opened, tmp_path):
    comment(opened, "gri:305-1@2016", "look again")
    opened.refresh()
    assert "1" in unsaved(opened)
    assert form(opened, "gri:305-1@2016").find_element(By.CLASS_NAME, "note").get_attribute("value") == "look again"
    comment(opened, "gri:305-1@2016", "")
    assert unsaved(opened) == ""


def test_a_comment_is_of_the_report_and_a_tick_of_the_document(opened, tmp_path):
    tick(opened, "gri:305-1@2016")
    comment(opened, "gri:305-1@2016", "look again")
    opened.find_element(By.XPATH, "//button[text()='繁體中文']").click()
    there = form(opened, "gri:305-1@2016")
    assert there.find_element(By.CLASS_NAME, "note").get_attribute("value") == "look again"
    assert not there.find_element(By.CLASS_NAME, "reviewed").is_selected()
    book = load_workbook(save(opened, tmp_path / "saved", "review-zh-Hant.xlsx"))
    assert book.sheetnames[:1] == ["GRI"]
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "hidden", "hidden"]


def test_what_cannot_be_marked_says_why(opened):
    found = opened.find_elements(By.CSS_SELECTOR, "#v0 form.review input[disabled]")
    assert found
    texts = {opened.execute_script("return arguments[0].closest('form').textContent", one) for one in found}
    assert any("The document says nothing of it that could be marked." in text for text in texts)


def test_a_page_that_is_only_read_has_no_form(view_text):
    assert "<form" not in view_text
    assert "localStorage" not in view_text


@pytest.fixture
def view_text(root, tmp_path, run):
    page = Path(tmp_path / "page.html")
    run("view", root / "report_sources" / REPORT, "-o", page)
    return page.read_text("utf-8")
