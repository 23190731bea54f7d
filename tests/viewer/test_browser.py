"""The page in Chromium: click either way, search, filter, keyboard alone, print, and what axe finds."""

import base64
import io

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

pytestmark = pytest.mark.sampled(1)
REPORTS = ("harbour-ferries-2025", "alibaba-2024")


FEWER = """
for (const selector of [".view[hidden]", ".index li", ".cards li", ".doc > *", ".card[hidden]", ".doc tr"])
  for (const element of [...document.querySelectorAll(selector)].slice(12))
    if (!element.querySelector(".at") && !element.matches("[aria-current], .at")) element.remove();
"""
"""Leaves some of each kind: of a whole report axe takes minutes."""

JUDGE = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(found => done(found.violations), error => done(String(error)));
"""


@pytest.fixture(scope="module")
def page(run, root, tmp_path_factory):
    """Write the page of a sample report, once, and give its address."""
    made = {}

    def write(name):
        if name not in made:
            made[name] = tmp_path_factory.mktemp("view") / f"{name}.html"
            run("view", root / "report_sources" / name, "--review", "-o", made[name], "--as-of", "2026-06-01")
        return made[name].as_uri()

    return write


@pytest.fixture
def opened(forgetful, page):
    def open_page(name=REPORTS[0], fragment=""):
        forgetful.get(page(name) + fragment)
        return forgetful

    return open_page


def card(browser):
    found = [one.text for one in browser.find_elements(By.CSS_SELECTOR, ".card") if one.is_displayed()]
    return found[0] if found else ""


def at(browser):
    return browser.execute_script(
        "const e = document.querySelector('.view:not([hidden]) .at');"
        "if (!e) return null; const r = e.getBoundingClientRect();"
        "const f = document.querySelector('.view:not([hidden]) .report').getBoundingClientRect();"
        "return [e.textContent, r.bottom > f.top && r.top < f.bottom]"
    )


def rows(browser):
    script = "return [...document.querySelectorAll('.index li')].filter(li => !li.closest('[hidden]'))"
    return browser.execute_script(f"{script}.map(li => li.querySelector('.code').textContent)")


def key(browser, *keys):
    browser.switch_to.active_element.send_keys(*keys)


def test_a_tag_opens_its_card_and_an_index_row_leads_to_its_passage(opened):
    browser = opened()
    browser.find_element(By.CSS_SELECTOR, ".chip").click()
    assert card(browser).startswith("GRI 2-1 Organizational details")
    row = browser.find_element(By.CSS_SELECTOR, ".index a[aria-current]")
    assert row.text.startswith("✓")
    assert row.is_displayed()
    browser.find_element(By.XPATH, "//nav//span[text()='305-1']").click()
    assert card(browser).startswith("GRI 305-1")
    text, in_sight = at(browser)
    assert "Scope 1" in text
    assert in_sight


def test_search_in_chinese_finds_rows_and_passages(opened):
    browser = opened(REPORTS[1])
    browser.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys("有害废弃物")
    assert "A1.3" in rows(browser)
    assert "305-1" not in rows(browser)
    assert browser.find_element(By.TAG_NAME, "output").text.endswith("处")
    key(browser, Keys.ENTER)
    text, in_sight = at(browser)
    assert "有害废弃物" in text
    assert in_sight


def test_filters_are_combined(opened):
    browser = opened()
    Select(browser.find_element(By.NAME, "f")).select_by_visible_text("HKEX")
    Select(browser.find_element(By.NAME, "s")).select_by_visible_text("omitted")
    assert rows(browser) == ["B6.3", "25(b)"]
    faint = browser.find_elements(By.CSS_SELECTOR, ".chip.faint")
    shown = browser.find_elements(By.CSS_SELECTOR, ".view:not([hidden]) .report .chip[href^='#d']")
    assert len(faint) == len(shown) - 2


def test_by_keys_alone(opened):
    browser = opened()
    key(browser, "g")
    gaps = rows(browser)
    assert len(gaps) == 6
    key(browser, "]")
    first = card(browser)
    key(browser, "]")
    assert first
    assert card(browser) != first
    key(browser, Keys.ESCAPE)
    assert card(browser) == ""
    assert browser.switch_to.active_element.get_attribute("href").startswith("file:")
    key(browser, "g", "/")
    key(browser, "305-1")
    assert rows(browser) == ["305-1"]
    key(browser, Keys.ESCAPE)
    assert len(rows(browser)) > 300


def test_the_focus_goes_to_a_card_that_is_opened_in_the_text_and_back(opened):
    browser = opened()
    browser.find_element(By.CSS_SELECTOR, ".report .chip").send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("class") == "card"
    key(browser, Keys.ESCAPE)
    assert browser.switch_to.active_element.get_attribute("class").startswith("chip")


def test_a_place_in_another_language_brings_that_into_sight(opened):
    browser = opened(fragment="#d0-1")
    assert "Answered by" in card(browser)
    browser.find_element(By.CSS_SELECTOR, ".card:not([hidden]) .places li[lang='zh-Hant'] a").click()
    assert browser.find_element(By.ID, "v1").is_displayed()
    assert not browser.find_element(By.ID, "v0").is_displayed()
    assert at(browser)[1]


def test_each_language_is_a_page_of_its_own(opened):
    browser = opened()
    browser.find_element(By.XPATH, "//button[text()='繁體中文']").click()
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh-Hant"
    assert browser.switch_to.active_element.text == "繁體中文"
    key(browser, "]")
    assert "要求" in card(browser)
    texts = browser.find_element(By.ID, "v1").text
    assert "Board statement" not in texts
    assert "董事會聲明" in texts


def test_nothing_is_asked_of_the_network_and_the_policy_lets_all_work(opened):
    browser = opened()
    browser.find_element(By.CSS_SELECTOR, ".chip").click()
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    assert [name for name in loaded if not name.startswith("data:")] == []
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_nothing_is_wider_than_the_screen(opened, width):
    browser = opened()
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.execute_script("document.querySelector('.chip').click()")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print_shows_the_whole_report(opened):
    pypdfium2 = pytest.importorskip("pypdfium2")
    browser = opened()
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    pages = pypdfium2.PdfDocument(io.BytesIO(printed))
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "About this report" in text
    assert "KPI B6.3: the Group owns four trade marks" in text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", REPORTS)
def test_axe_finds_nothing_serious(opened, name, dark):
    axe = pytest.importorskip("axe_selenium_python", reason="pip install axe-selenium-python")
    browser = opened(name)
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    browser.find_element(By.CSS_SELECTOR, ".chip").click()
    browser.execute_script(FEWER)
    axe.Axe(browser).inject()
    found = browser.execute_async_script(JUDGE)
    assert isinstance(found, list), found
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"]) for v in serious] == []
