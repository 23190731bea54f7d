"""The HTML page in a browser: search, filters, links into the report, print; its policy lets all of it work."""

import base64
import io

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from disclosure_index.outputs import html
from disclosure_index.tables.table import Table, row

pytestmark = pytest.mark.sampled(1)


@pytest.fixture
def opened(run, root, tmp_path, browser):
    """Write an index of the fictional report, and open it."""

    def open_page(*arguments, fragment=""):
        page = tmp_path / "index.html"
        folder = root / "report_sources" / "harbour-ferries-2025"
        assert run("index", folder, "--format", "html", "-o", page, *arguments).exit_code == 0
        browser.get("about:blank")
        browser.get(page.as_uri() + fragment)
        return browser

    return open_page


def _shown(browser):
    return browser.execute_script(
        "return [...document.querySelectorAll('tbody tr:not(.chapter)')]"
        ".filter(r => r.offsetHeight).map(r => [...r.cells].map(c => c.innerText.trim()))"
    )


def _search(browser):
    return browser.find_element(By.CSS_SELECTOR, "input[type=search]")


def _choose(browser, name, text):
    Select(browser.find_element(By.NAME, name)).select_by_visible_text(text)


def _said(browser):
    return browser.find_element(By.TAG_NAME, "output").text


def test_search_shows_the_rows_that_have_every_word_and_counts_them(opened):
    browser = opened("--view", "disclosures")
    every = int(_said(browser).split()[0])
    assert _said(browser) == f"{every} of {every} rows"
    _search(browser).send_keys("SCOPE emissions ")
    shown = _shown(browser)
    assert "305-1" in {cells[3] for cells in shown}
    assert all("scope" in " ".join(cells).lower() for cells in shown)
    assert _said(browser) == f"{len(shown)} of {every} rows · “SCOPE emissions”"


def test_search_in_chinese_takes_full_width_for_half_width(opened):
    browser = opened("--view", "disclosures", "--language", "zh-Hant")
    _search(browser).send_keys("有害廢棄物 Ａ１.３")
    assert [(cells[3], cells[4]) for cells in _shown(browser)] == [("A1.3", "有害廢棄物總量")]
    assert _said(browser).startswith("顯示1行，共")


def test_filters_are_combined_and_told(opened):
    browser = opened("--view", "disclosures")
    _choose(browser, "framework", "HKEX")
    _choose(browser, "status", "omitted")
    assert [cells[3] for cells in _shown(browser)] == ["B6.3", "25(b)"]
    heads = [h.text for h in browser.find_elements(By.TAG_NAME, "h2") if h.is_displayed()]
    assert heads == ["HKEX ESG Reporting Code (2025)"]
    assert _said(browser).endswith(" · Framework: HKEX · Status: omitted")
    _choose(browser, "obligation", "mandatory")
    assert _shown(browser) == []
    browser.find_element(By.CSS_SELECTOR, ".bar button").click()
    assert _said(browser).split(" ")[0] == _said(browser).split(" ")[2]


def test_what_is_to_be_completed_is_a_status_of_a_filing(opened):
    browser = opened("--view", "filing")
    _choose(browser, "status", "to be completed")
    shown = _shown(browser)
    assert "Paragraph 28(b)" in {cells[1] for cells in shown}
    assert all("to be completed" in " ".join(cells) for cells in shown)


def test_what_is_said_once_for_several_rows_is_said_beside_those_that_are_left(opened):
    browser = opened("--view", "filing", "--framework", "gri")
    _search(browser).send_keys("2-21")
    assert [cells[:2] for cells in _shown(browser)] == [
        ["GRI 2: General Disclosures 2021", "2-21 Annual total compensation ratio"]
    ]


def test_framework_of_an_index_by_section_keeps_chapters_above_their_sections(opened):
    browser = opened("--view", "sections")
    _choose(browser, "framework", "TCFD")
    assert all(cells[-1] for cells in _shown(browser))
    chapters = [r.text for r in browser.find_elements(By.CSS_SELECTOR, "tr.chapter") if r.is_displayed()]
    assert "Climate" in chapters
    assert "Supply chain" not in chapters


def test_link_leads_to_its_place_in_the_report(opened, root):
    browser = opened("--view", "disclosures")
    _search(browser).send_keys("2-1 organizational")
    link = next(a for a in browser.find_elements(By.CSS_SELECTOR, "td.section a") if a.is_displayed())
    title, anchor = link.text, link.get_attribute("href").partition("#")[2]
    link.click()
    assert browser.current_url.partition("#")[0].endswith("/harbour-ferries-2025/report-en.xhtml")
    target = browser.find_element(By.ID, anchor)
    assert title in target.find_element(By.XPATH, "ancestor-or-self::*[local-name()='section'][1]").text
    assert browser.execute_script("return arguments[0].getBoundingClientRect().top < innerHeight", target)


def test_what_is_looked_at_stays_in_the_address(opened):
    browser = opened("--view", "disclosures")
    _search(browser).send_keys("廢 & water")
    _choose(browser, "framework", "GRI")
    address = browser.current_url
    browser.get("about:blank")
    browser.get(address)
    assert _search(browser).get_attribute("value") == "廢 & water"
    assert _said(browser).endswith("Framework: GRI · “廢 & water”")


def test_keys_alone_reach_search_filters_and_rows(opened):
    browser = opened("--view", "disclosures")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element == _search(browser)
    browser.switch_to.active_element.send_keys("waste", Keys.TAB)
    assert browser.switch_to.active_element.get_attribute("name") == "framework"
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert _search(browser).get_attribute("value") == ""


def test_heads_stay_in_sight_below_the_bar(opened):
    browser = opened("--view", "disclosures")
    browser.execute_script("window.scrollTo(0, 3000)")
    tops = browser.execute_script(
        "const top = e => e.getBoundingClientRect();"
        "return [top(document.querySelector('.bar')).bottom, top(document.querySelector('thead th')).top]"
    )
    assert abs(tops[0] - tops[1]) < 1


def test_print_has_the_head_on_every_page_and_says_what_is_left_out(opened):
    pdfium = pytest.importorskip("pypdfium2")
    browser = opened("--view", "filing", "--framework", "hkex-esg", fragment="#?obligation=comply-or-explain")
    data = base64.b64decode(browser.print_page())
    pages = [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(io.BytesIO(data))]
    assert len(pages) > 2
    assert "Obligation: comply-or-explain" in pages[0]
    assert all("Explanation" in text for text in pages)
    assert not any("Show all" in text or "Search" in text for text in pages)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_both_themes(opened, scheme):
    browser = opened("--view", "filing")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    for selector in ("td", "td a", "td.open", "td.barred", "thead th", "output"):
        ink, paper = browser.execute_script(
            "let e = document.querySelector(arguments[0]); const ink = getComputedStyle(e).color; let paper = '';"
            "for (; e; e = e.parentElement) { paper = getComputedStyle(e).backgroundColor;"
            "if (paper !== 'rgba(0, 0, 0, 0)') break; } return [ink, paper]",
            selector,
        )
        assert _contrast(ink, paper) >= 4.5, selector  # of WCAG 2, level AA


def _contrast(one, other):
    light = sorted((_luminance(one), _luminance(other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _luminance(colour):
    parts = [int(n) / 255 for n in colour.removeprefix("rgb(").rstrip(")").split(",")]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "<script>document.title='owned'</script>",
    "\"><img src=x onerror=\"document.title='owned'\">",
    "🌊🏳️‍🌈 ferry", "العمل والناس", "x" * 40_000, "排放" * 20_000,
]  # fmt: skip


def test_text_of_any_kind_arrives_unharmed_and_does_nothing(browser, tmp_path):
    file = tmp_path / "page.html"
    table = Table("t", "index", ("title", "status"), tuple(row(text, text[:9]) for text in HOSTILE), "<F>")
    file.write_text(html.page([table], "<b>T</b>", "en"), "utf-8")
    browser.get(file.as_uri())
    cells = browser.execute_script("return [...document.querySelectorAll('tbody tr')].map(r => r.cells[0].textContent)")
    assert cells == HOSTILE
    assert browser.title == "<b>T</b>"
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_a_script_of_somebody_else_is_not_run(browser, tmp_path):
    file = tmp_path / "page.html"
    page = html.page([Table("t", "index", ("code",), (row("x"),))], "Title", "en")
    file.write_text(page.replace("<h1>", "<script>document.title='owned'</script><h1>"), "utf-8")
    browser.get(file.as_uri())
    assert browser.title == "Title"
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))


def test_a_head_sorts_its_table_and_gives_it_back(opened):
    browser = opened("--view", "disclosures")
    Select(browser.find_element(By.NAME, "framework")).select_by_visible_text("GRI")
    before = [cells[3] for cells in _shown(browser)]
    heads = browser.find_elements(By.CSS_SELECTOR, "thead button")
    code = next(head for head in heads if head.is_displayed() and "Code" in head.text)
    ordered = sorted(before, key=lambda code: tuple(map(int, code.split("-"))))
    code.click()
    assert [cells[3] for cells in _shown(browser)] == ordered
    code.click()
    assert _shown(browser)[0][3] == ordered[-1]
    code.click()
    assert [cells[3] for cells in _shown(browser)] == before


def test_a_row_is_a_card_on_a_phone(opened):
    browser = opened("--view", "disclosures")
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.get(browser.current_url)
        right = "return Math.max(...[...document.querySelectorAll('td')].map(e => e.getBoundingClientRect().right))"
        assert browser.execute_script(right) <= 390
        head = "return getComputedStyle(document.querySelector('td.status'), '::before').content"
        assert browser.execute_script(head) == '"Status"'
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
