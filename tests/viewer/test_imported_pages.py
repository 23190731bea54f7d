"""A report that was imported from a PDF: its pages as pictures, tags at their rows, and what the page says without."""

import re

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from disclosure_index.viewer.page_pictures import Box
from disclosure_index.viewer.page_pictures.blocks import blocks, whole_lines
from disclosure_index.viewer.page_pictures.placing import PassagePlace, page_key, places

LARGEST = 30 * 2**20


def page_of(*lines):
    return page_key(list("\n".join(lines)))


@pytest.mark.parametrize(
    ("passages", "pages", "found"),
    [
        (["Energy use fell again"], [page_of("Energy use", "fell again")], [0]),
        (["Sustainability reporting"], [page_of("sustain-", "ability reporting")], [0]),
        (["範圍一排放為十二公噸二氧化碳當量"], [page_of("封面"), page_of("範圍一排放為十二", "公噸二氧化碳當量")], [1]),
        (["GRI 305-1\tScope 1 emissions\t12"], [page_of("Scope 1 emissions", "GRI 305-1", "12")], [0]),
        (["Energy", "Energy use fell by 3%"], [page_of("A cover"), page_of("Energy", "Energy use fell by 3%")], [1, 1]),
        (
            ["2023", "What follows is long enough"],
            [page_of("2023", "What follows is long enough"), page_of("2023")],
            [0, 0],
        ),
        (["Written by hand into the import"], [page_of("Something else")], [0]),
        (
            ["First page of it all", "Nobody printed this sentence", "Second page of it all"],
            [page_of("First page of it all"), page_of("Second page of it all")],
            [0, 0, 1],
        ),
    ],
    ids=["lines", "hyphen", "Chinese", "row", "short heading", "year", "not there", "between"],
)
def test_a_passage_is_found_on_its_page(passages, pages, found):
    assert [place.page for place in places(passages, pages)] == found


def test_what_is_not_on_any_page_has_no_place():
    assert places(["Written by hand"], [page_of("Something else")]) == [PassagePlace(0)]


def test_the_lines_of_a_column_are_one_block_and_the_next_column_another():
    left = [Box(50, 100 + 12 * n, 280, 110 + 12 * n) for n in range(3)]
    right = [Box(300, 100 + 12 * n, 520, 110 + 12 * n) for n in range(2)]
    assert [tuple(map(round, block)) for block in blocks([*left, *right])] == [(48, 98, 282, 136), (298, 98, 522, 124)]


def test_the_pieces_of_a_line_are_one_and_cells_stay_apart():
    pieces = [(50, 700, 90, 708), (90, 702, 120, 707), (122, 700, 160, 710), (300, 700, 340, 708), (50, 680, 90, 688)]
    assert whole_lines(pieces) == [(50, 700, 160, 710), (300, 700, 340, 708), (50, 680, 90, 688)]


def text(x, y, words):
    return f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET"


def row(y, line):
    cells = line.split("|")
    return " ".join(text(x, y, cell) for x, cell in zip((60, 220, 420), cells, strict=False))


def pdf(*pages):
    """Write a PDF with a page for each list of lines, which may have cells."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for number, lines in enumerate(pages):
        drawn = "\n".join(row(780 - 20 * n, line) for n, line in enumerate(lines)).encode()
        about = f"/Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R /Resources << /Font {font} >>"
        bodies += [
            f"<< /Type /Page {about} >>".encode(),
            b"<< /Length %d >> stream\n%s\nendstream" % (len(drawn), drawn),
        ]
    parts = [b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1)]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer << /Root 1 0 R >>\n%%EOF\n"


PAGES = (
    [],
    ["Report 2023", "This report covers the financial year 2023."],
    [],
    [],
    ["Emissions", "Direct emissions of all our sites were 1,240 tonnes of CO2 in 2023, a fifth less than before."],
    [
        "GRI content index",
        "GRI Standard|Description|Location",
        *(f"GRI 305-{n}|Emissions of kind {n}|Page 5" for n in range(1, 6)),
    ],
    [],
)
"""Those without a text are in the file as others are: covers, pictures."""


def nested(html):
    """Give each div with how deep it is, and whether it is a page."""
    depth = 0
    for tag in re.findall(r"</div>|<div[^>]*>", html):
        depth += 1 if tag != "</div>" else -1
        yield depth, 'class="sheet"' in tag


@pytest.fixture
def imported(tmp_path, run):
    """A report that was imported from a PDF beside which it lies."""
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    (tmp_path / "report.pdf").write_bytes(pdf(*PAGES))
    folder = tmp_path / "imported"
    run("import", tmp_path / "report.pdf", "-o", folder)
    assert "gri:305-1" in (folder / "report.xhtml").read_text("utf-8")
    return folder


@pytest.fixture
def view(imported, run, tmp_path):
    def made(*options):
        run("view", imported, *options, "-o", tmp_path / "view.html")
        return (tmp_path / "view.html").read_text("utf-8")

    return made


def test_the_pages_are_in_the_page_when_the_file_is_at_hand(view, imported, tmp_path):
    shown = view("--source", tmp_path / "report.pdf")
    assert len(re.findall(r'<img src="data:image/webp;base64,', shown)) == len(PAGES)
    assert 'alt="Page 5 of report.pdf"' in shown
    assert re.search(r"<text [^>]*>Direct emissions of all our sites were 1,240 tonnes", shown)
    levels = [depth for depth, page in nested(shown) if page]
    assert levels == [levels[0]] * len(PAGES)  # none is in the text of another
    (tmp_path / "report.pdf").rename(imported / "report.pdf")
    assert view() == shown  # beside the project file it is found by itself
    assert "<img" not in view("--text")


def test_without_the_file_the_text_is_shown_and_the_page_says_so(view):
    shown = view()
    assert "<img" not in shown
    assert "imported from report.pdf, which is not at hand" in shown
    assert "Direct emissions of all our sites" in shown


def test_another_file_of_that_name_is_not_shown(view, tmp_path):
    (tmp_path / "report.pdf").write_bytes(pdf(["Another report"]))
    shown = view("--source", tmp_path)
    assert "<img" not in shown
    assert "report.pdf is not the file that this document was imported from" in shown


def test_without_the_extra_it_says_what_to_install(view, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    shown = view("--source", tmp_path)
    assert "pip install &quot;disclosure-index[pdf]&quot;" in shown


def test_pages_that_would_make_it_too_large_are_left_out_but_for_those_with_tags(imported, tmp_path):
    from datetime import date

    from disclosure_index.session import open_assessment
    from disclosure_index.viewer.page_pictures.reading import LADDER, _picture, page_pictures

    pdfium = pytest.importorskip("pypdfium2")
    data = (tmp_path / "report.pdf").read_bytes()
    smallest = [len(_picture(pdfium.PdfDocument(data), n, LADDER[-1])) for n in range(len(PAGES))]
    document = open_assessment(imported, today=date(2026, 6, 1)).report.documents[0]
    pictures = page_pictures(data, "r", document, sum(smallest) - 1)
    told = {number for number, sheet in enumerate(pictures.sheets) if sheet.address}
    assert 0 < len(told) < len(PAGES)
    (note,) = pictures.notes
    assert f"{len(told)} of {len(PAGES)} pages" in note


@pytest.mark.slow
def test_a_published_report_in_the_browser(browser, run, tmp_path):
    from benchmarks.published_reports import reports_folder

    folder = reports_folder()
    source = folder and folder / "1and1-2023" / "report.pdf"
    if not source or not source.is_file():
        pytest.skip("no published reports: see docs/published-reports.md")
    run("import", source, "-o", tmp_path / "imported", "--quiet")
    run("view", tmp_path / "imported", "--source", source, "-o", tmp_path / "view.html")
    assert (tmp_path / "view.html").stat().st_size < LARGEST
    browser.get((tmp_path / "view.html").as_uri())
    assert browser.find_element(By.CSS_SELECTOR, ".leaf img").is_displayed()
    browser.find_element(By.XPATH, "//nav//span[@class='code'][text()='2-6']").click()
    here = browser.find_element(By.CSS_SELECTOR, ".here rect").rect
    around = browser.find_element(By.CSS_SELECTOR, ".report").rect
    assert around["y"] < here["y"] < around["y"] + around["height"]
    lines = browser.find_elements(By.XPATH, "//*[name()='text'][normalize-space()='Business Model']")
    line = min((line.rect for line in lines), key=lambda rect: abs(rect["y"] - here["y"]))
    assert abs(line["x"] - here["x"]) < 10
    assert abs(line["y"] - here["y"]) < 20
    browser.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys("listed subsidiary", Keys.ENTER)
    assert browser.find_elements(By.CSS_SELECTOR, ".hits rect")
    browser.find_element(By.CSS_SELECTOR, "[data-mode='text'][aria-pressed]").click()
    assert not browser.find_element(By.CSS_SELECTOR, ".leaf img").is_displayed()
    assert "listed subsidiary" in browser.find_element(By.CSS_SELECTOR, ".at").text
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
