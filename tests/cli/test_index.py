"""`index` writes the table that a report prints, with links that lead into the source."""

import csv
import html
import io
import re
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree
from markdown_it import MarkdownIt


def _rows(run, *arguments):
    return list(csv.DictReader(io.StringIO(run("index", *arguments, "--format", "csv").stdout)))


def test_default_is_markdown_by_section(run, make_report):
    folder = make_report('<section id="a" data-disclosure="tcfd:strategy-a"><h1>Plans</h1><p>x</p></section>',
                         project='[[frameworks]]\nid = "tcfd"\n')  # fmt: skip
    result = run("index", folder)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "## Content index",
        "",
        "| Chapter | Section | TCFD |",
        "| --- | --- | --- |",
    ]


def test_principle_that_nothing_answers_keeps_its_row(run, make_report, principles):
    rows = _rows(run, make_report(principles(1, 2)), "--view", "principles")
    assert [r["code"] for r in rows] == [str(n) for n in range(1, 11)]
    assert [bool(r["chapter"]) for r in rows] == [True, True] + [False] * 8


def test_principle_answered_in_two_sections_has_two_rows(run, make_report, principles):
    body = principles(1) + '<section data-disclosure="ungc:1"><h1>More</h1><p>x</p></section>'
    rows = _rows(run, make_report(body), "--view", "principles")
    assert [r["chapter"] for r in rows if r["code"] == "1"] == ["Principles", "More"]


def test_tag_that_counts_for_nothing_is_not_in_the_index(run, make_report):
    body = '<section data-disclosure="tcfd:strategy-a tcfd:strategy-z gri:2-1"><h1>Plans</h1><p>x</p></section>'
    rows = _rows(run, make_report(body, project='[[frameworks]]\nid = "tcfd"\n'))
    assert [(r["framework"], r["code"]) for r in rows] == [("tcfd", "strategy-a")]


def test_profile_and_edition_change_the_index(run, root):
    folder = root / "report_sources" / "alibaba-2024"
    rows = _rows(run, folder, "--view", "disclosures", "--edition", "hkex-esg=2025")
    assert [r["edition"] for r in rows if r["framework"] == "hkex-esg"] == ["2025"] * 149


def test_principle_that_a_whole_chapter_answers_links_to_the_chapter(run, make_report, principles):
    assert (
        'report.xhtml#all">Principles</a>'
        in run("index", make_report(principles(1)), "--view", "principles", "--format", "html").stdout
    )


LINK = {"html": re.compile(r'href="([^"#]+#[^"]+)"'), "markdown": re.compile(r"\]\(<([^>]+)>\)")}


@pytest.mark.parametrize("form", ["html", "markdown"])
@pytest.mark.parametrize("view", ["sections", "disclosures", "principles"])
def test_links_lead_to_elements_from_wherever_the_index_is_written(run, root, tmp_path, form, view):
    folder = root / "report_sources" / "alibaba-2024"
    target = tmp_path / "deep" / "index.out"
    target.parent.mkdir()
    assert run("index", folder, "--view", view, "--format", form, "-o", target).exit_code == 0
    ids = set(re.findall(r'\bid="([^"]+)"', (folder / "report.xhtml").read_text("utf-8")))
    links = {urlsplit(link) for link in LINK[form].findall(target.read_text("utf-8"))}
    assert links
    for link in links:
        assert (target.parent / unquote(link.path)).resolve() == (folder / "report.xhtml").resolve()
        assert unquote(link.fragment) in ids


@pytest.mark.parametrize(
    "name",
    [
        "report 1.xhtml",
        "100%.xhtml",
        "a#b.xhtml",
        "what?.xhtml",
        "(draft).xhtml",
        "報告.xhtml",
        "javascript:alert(1).xhtml",
        "a|b.xhtml",
    ],
)
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_links_lead_to_files_of_any_name(run, make_report, form, name):
    body = '<section id="all" data-disclosure="tcfd:strategy-a"><h1>Plans</h1><p>x</p></section>'
    folder = make_report(body, project='[[frameworks]]\nid = "tcfd"\n')
    (folder / "report.xhtml").rename(folder / name)
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8").replace("report.xhtml", name), "utf-8")
    target = folder / "index.out"
    run("index", folder, "--view", "sections", "--format", form, "-o", target)
    link = urlsplit(LINK[form].findall(target.read_text("utf-8"))[0].replace("&amp;", "&"))
    assert (unquote(link.path), link.fragment) == (name, "all")
    assert link.scheme == ""


@pytest.mark.parametrize("anchor", ["x|y", "x&lt;y", "x>y", "x\\", "x y", "100%", "節", "#"])
def test_links_lead_to_elements_of_any_id(run, make_report, anchor):
    body = f'<section id="{anchor}" data-disclosure="tcfd:strategy-a"><h1>Plans</h1><p>x</p></section>'
    folder = make_report(body, project='[[frameworks]]\nid = "tcfd"\n')
    text = run("index", folder, "--format", "markdown").stdout
    page = MarkdownIt("commonmark").enable("table").render(text)
    rows = etree.HTML(page).xpath("//tbody/tr")
    assert [[("".join(cell.itertext())) for cell in row] for row in rows] == [["Plans", "", "Strategy (a)"]]
    for link in (*etree.HTML(page).xpath("//a/@href"), *_hrefs(run, folder)):
        assert unquote(urlsplit(link).fragment) == html.unescape(anchor)


def _hrefs(run, folder):
    return etree.HTML(run("index", folder, "--format", "html").stdout).xpath("//a/@href")


def test_html_needs_nothing_from_elsewhere(run, root):
    text = run("index", root / "report_sources" / "alibaba-2024", "--format", "html").stdout
    assert not re.search(r"<link|\ssrc=|url\(|@import|https?:", text)
    assert "default-src &#x27;none&#x27;" in text
    assert text.startswith("<!DOCTYPE html>\n")


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_links_lead_to_where_the_report_is_published(run, root, form):
    folder = root / "report_sources" / "harbour-ferries-2025"
    options = ("--format", form, "--locations", "links", "--link-base", "https://example.org/esg")
    result = run("index", folder, *options)
    assert result.exit_code == 0
    if form != "csv" and form != "json":
        assert "https://example.org/esg/report-en.xhtml#" in result.stdout
    assert "report_sources" not in result.stdout


def test_a_link_base_is_an_address(run, root):
    result = run("index", root / "report_sources" / "harbour-ferries-2025", "--link-base", "javascript:alert(1)")
    assert result.exit_code == 2
    assert "must begin with http:// or https://" in result.stderr
