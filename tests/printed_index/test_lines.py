"""Indexes that came as lines: several entries on a line, the page before the title, or within one that goes on."""

import pytest

from disclosure_index.printed_index.reader import read_printed
from disclosure_index.reading.text.reader import read_text
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped_with_spellings

CODES = ("302-1", "302-3", "305-1", "305-2", "401-1", "404-1")
PAGES = ("12", "13-14", "20", "21", "30-31", "33")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def titles(language):
    known = {d.code: d.title[language] for d in shipped_with_spellings().frameworks["gri"].disclosures}
    return [known[code] for code in CODES]


@pytest.fixture
def read(frameworks):
    def call(*lines, heading="GRI content index"):
        body = "".join(f"<p>{line}</p>" for line in lines)
        page = f"<html><body><h1>{heading}</h1>{body}<h2>Contact</h2><p>Write to us.</p></body></html>"
        return read_printed(read_xhtml(page.encode(), "r.xhtml", "en"), frameworks)

    return call


def pages_of(printed):
    return [(claim.code, claim.pages) for claim in printed.claims]


EXPECTED = [(code, (pages,)) for code, pages in zip(CODES, PAGES, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("on_line", [1, 2, 3])
def test_the_page_stands_before_the_title(read, language, on_line):
    entries = [f"{c} {p} {t}" for c, p, t in zip(CODES, PAGES, titles(language), strict=True)]
    lines = [" ".join(entries[n : n + on_line]) for n in range(0, len(entries), on_line)]
    assert pages_of(read(*lines)) == EXPECTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_entries_stand_on_a_line_with_their_pages_behind(read, language):
    entries = [f"{c} {t} {p}" for c, p, t in zip(CODES, PAGES, titles(language), strict=True)]
    assert pages_of(read(*(" ".join(entries[n : n + 2]) for n in (0, 2, 4)))) == EXPECTED


def test_a_range_of_pages_behind_a_code_is_no_code(read):
    entries = [f"{c} 2-{n} {t}" for n, (c, t) in enumerate(zip(CODES, titles("en"), strict=True), start=3)]
    assert pages_of(read(*entries)) == [(code, (f"2-{n}",)) for n, code in enumerate(CODES, start=3)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_may_stand_before_the_title(read, language):
    entries = [f"{c} {p} {t}" for c, p, t in zip(CODES, PAGES, titles(language), strict=True)]
    entries[3] = f"305-2 Harbour Energy {titles(language)[3]}".replace("Scope 2", "scope two")
    claims = read(*entries).claims
    assert [claim.code for claim in claims] == list(CODES)
    assert claims[3].pages == ()
    assert claims[3].note == "Harbour Energy"


def test_the_page_stands_at_the_end_of_the_first_line_of_a_title(read):
    lines = (
        "GRI Standard Disclosure Page Note",
        "302-1 Fuel and power that the ferries 12 and the offices use",
        "302-3 Fuel for each mile 13; 14",
        "305-1 What comes out of the funnels of 20 all of our ships",
        "305-2 What comes out of power stations 21 for our offices",
        "401-1 No one was hired and no one left this year in any of the ports",
    )
    claims = read(*lines).claims
    assert [(claim.code, claim.pages) for claim in claims[:4]] == [
        ("302-1", ("12",)), ("302-3", ("13", "14")), ("305-1", ("20",)), ("305-2", ("21",)),
    ]  # fmt: skip
    assert claims[4].code == "401-1"
    assert "no one left" in claims[4].note


def test_sentences_that_name_codes_are_no_index(read):
    said = zip(CODES, titles("en"), strict=True)
    lines = [f"{code} is answered by what we say of {title.lower()}." for code, title in said]
    assert read(*lines, heading="What we did").claims == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name",
    ["GRI 1: Foundation 2021", "GRI 101: Foundation 2016", "GRI 11: Oil and Gas Sector 2021", "GRI 1：基础 2021"],
)
def test_a_standard_without_disclosures_is_named_rightly(frameworks, name, language):
    rows = [("GRI", "", "Page"), (name, "", "4"), *zip(CODES, titles(language), PAGES, strict=True)]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><h1>GRI content index</h1><table>{table}</table></body></html>"
    printed = read_printed(read_xhtml(page.encode(), "r.xhtml", language), frameworks)
    assert [claim.code for claim in printed.claims] == list(CODES)
    assert [finding.rule for finding in printed.findings] == []


def test_a_standard_that_has_disclosures_or_does_not_exist_is_reported(frameworks):
    known = zip(CODES, titles("en"), PAGES, strict=True)
    rows = [("GRI", "", "Page"), ("GRI 303: Water", "", "4"), ("GRI 999", "", "5"), *known]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><h1>GRI content index</h1><table>{table}</table></body></html>"
    printed = read_printed(read_xhtml(page.encode(), "r.xhtml", "en"), frameworks)
    assert [finding.rule for finding in printed.findings] == ["DI403", "DI406"]


def test_a_page_that_lacks_the_column_before_the_codes_has_the_columns_of_the_first(frameworks):
    first = "\n".join(f"GRI {c[:3]}\t{c} {t}\tPage {p}" for c, p, t in zip(CODES, PAGES, titles("en"), strict=True))
    second = "306-3 Waste generated\tWe had 12 t of it.\n403-9 Work-related injuries\tThere were none."
    text = f"GRI content index\n\nSTANDARD\tDISCLOSURE\tLOCATION\n{first}\n{second}\n"
    claims = read_printed(read_text(text.encode(), "r.txt", "en"), frameworks).claims
    assert [claim.code for claim in claims] == [*CODES, "306-3", "403-9"]
    assert not any(claim.is_blank for claim in claims)


@pytest.mark.parametrize(
    ("head", "again"),
    [
        (("Topic", "GRI code", "Metric", "Location"), ("Topic", "Code", "Metric", "2022 2023 2024")),
        (("议题", "GRI 编号", "指标", "章节"), ("议题", "编号", "指标", "2022 2023 2024")),
        (("議題", "GRI 編號", "指標", "章節"), ("議題", "編號", "指標", "2022 2023 2024")),
    ],
)
def test_a_head_that_is_printed_in_two_rows_is_no_entry(frameworks, head, again):
    known = zip(CODES, titles("en"), strict=True)
    rows = [head, ("", "", "", "What we did"), again, *(("Climate", code, title, "12") for code, title in known)]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><h1>GRI content index</h1><table>{table}</table></body></html>"
    printed = read_printed(read_xhtml(page.encode(), "r.xhtml", "en"), frameworks)
    assert [claim.code for claim in printed.claims] == list(CODES)
    assert printed.findings == ()


@pytest.mark.parametrize(("second", "told"), [("Climate and how we care for it", 0), ("Another part of the report", 1)])
def test_a_line_of_a_row_whose_merged_cells_are_written_out_is_no_row(frameworks, second, told):
    known = [*zip(CODES, titles("en"), strict=True)]
    rows = [("Code", "GRI disclosure", "Section")]
    for code, title in known:
        rows += [(code, title, "Climate and how we care for it"), ("", "Within the company", second)]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><h1>GRI content index</h1><table>{table}</table></body></html>"
    printed = read_printed(read_xhtml(page.encode(), "r.xhtml", "en"), frameworks)
    assert len([finding for finding in printed.findings if finding.rule == "DI403"]) == told * len(CODES)
