"""A framework that no code knows works like a shipped one: its index is found, read and laid out by its data."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.assessment.linking import LinkStatus, applicable
from disclosure_index.catalog.definitions import in_folder
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.notation.code_shapes import shapes_of
from disclosure_index.catalog.notation.printed_codes import read_codes
from disclosure_index.catalog.store import Catalog
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.model import Profile
from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.tables.filing import filing
from tests.conftest import Run
from tests.support.reports import report

HEAD = """
id = "mine"
short = "MINE"
title = {{ en = "Our own code", zh-Hans = "自有准则", zh-Hant = "自有準則" }}
owner = "Us"
{head}
"""
PART = """
framework = "mine"
part = "{part}"
[[source]]
id = "us"
text = "us"
[[edition]]
id = "1"
title = {{ en = "Part {part}", zh-Hans = "第{part}部分", zh-Hant = "第{part}部分" }}
by = "publication-date"
basis = "verified"
source = "us"
"""
ROW = """
[[disclosure]]
code = "{code}"
printed = "{printed}"
kind = "{kind}"
group = "{group}"
obligation = "mandatory"
title = {{ en = "{title}" }}
basis = "verified"
source = "us"
"""
GROUPS = """
[[group]]
id = "{part} A"
kind = "part"
title = {{ en = "Air" }}
[[group]]
id = "A1"
kind = "aspect"
parent = "{part} A"
title = {{ en = "Dust" }}
"""
TITLES = ("Dust measured", "Dust caught", "Dust sold", "Dust kept", "Dust lost", "Dust found")

CLAIMS = 'claims = ["with-reference"]'
PLAIN = ("group", "disclosure", "location", "explanation")
PARTS = ("aspect", "disclosure", "title", "obligation", "section", "pages", "explanation")
METRICS = ("topic", "metric", "category", "unit", "code", "location", "value")
STANDARDS = ("standard", "disclosure", "location")
OMISSIONS = ("omission-requirements", "omission-reason", "omission-explanation")
Make = Callable[..., Catalog]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def call(
        codes: list[str], head: str = CLAIMS, spelling: str = "", parts: tuple[str, ...] = ("1",), kind: str = "kpi"
    ):
        folder = tmp_path / "definitions" / "mine"
        folder.mkdir(parents=True)
        (folder / "framework.toml").write_text(HEAD.format(head=head), "utf-8")
        for part in parts:
            rows = [
                ROW.format(
                    code=(text := code.format(part=part)).replace(" ", "-"),
                    printed=text,
                    kind=kind,
                    group="A1",
                    title=title,
                )
                for code, title in zip(codes, TITLES, strict=False)
            ]
            text = PART.format(part=part) + GROUPS.format(part=part) + "".join(rows)
            (folder / f"{part.lower()}.toml").write_text(text, "utf-8")
        if spelling:
            (folder / "spelling.toml").write_text(spelling, "utf-8")
        return with_spellings(load_frameworks(definitions=in_folder(folder.parent)))

    return call


@pytest.mark.parametrize(
    ("codes", "text", "found"),
    [
        (["ENV-1", "ENV-2", "SOC-10"], "ENV-1", ["ENV-1"]),
        (["ENV-1", "ENV-2", "SOC-10"], "ENV–1 and SOC-10", ["ENV-1", "SOC-10"]),
        (["ENV-1", "ENV-2"], "ENV-1: Dust measured", ["ENV-1"]),
        (["ENV-1", "ENV-2"], "KPI env-2, 14 tonnes", ["ENV-2"]),
        (["ENV-1", "ENV-2"], "We met ENV-2 in a sentence.", []),
        (["ENV-1", "ENV-2"], "ENV-12", []),
        (["W 1", "W 2"], "W1; W 2", ["W-1", "W-2"]),
        (["1", "2"], "MINE 1, 2", ["1", "2"]),
        (["1", "2"], "自有准则 2", ["2"]),
        (["1", "2"], "2", []),
        (["1", "2"], "Indicator 2", []),
        (["water", "waste"], "MINE: water", ["water"]),
        (["water", "waste"], "Our water", []),
    ],
)
def test_codes_are_read_as_they_are_written(make: Make, codes: list[str], text: str, found: list[str]) -> None:
    catalog = make(codes)
    assert list(read_codes(text, catalog.spellings["mine"], list(catalog.codes("mine")))) == found


@pytest.mark.parametrize("codes", [[f"ENV-{n}" for n in range(1, 7)], [f"{n}.{n}x" for n in range(1, 7)]])
def test_a_page_of_its_index_is_found(make: Make, codes: list[str]) -> None:
    catalog = make(codes)
    prose = ["We measure dust.", "We catch it.", "In 2024 it was 1.5 tonnes."]
    index = [f"{code} {title} 12" for code, title in zip(codes, TITLES, strict=True)]
    shapes = shapes_of(catalog.frameworks, catalog.spellings)
    assert index_pages([prose, index, prose], shapes) == [1]
    assert shapes.is_caption("MINE content index")


def test_a_page_of_its_index_is_found_by_what_it_says_codes_look_like(make: Make) -> None:
    spelling = """
list-words = [","]
range-words = ["-"]
form = []
[rough]
codes = ['§§ [a-z]{3}']
"""
    catalog = make(["air"], spelling=spelling)
    pages = [["§ 1 of the law applies."] * 6, [f"§§ {code} {title} 12" for code in ("air", "sea") for title in TITLES]]
    assert index_pages(pages, shapes_of(catalog.frameworks, catalog.spellings)) == [1]


@pytest.mark.parametrize(
    ("rough", "why"),
    [
        ("code = ['x']", "rough.code: no such key; known are leads, codes"),
        ("codes = ['(']", "rough.codes: not a regular"),
    ],
)
def test_what_is_wrong_in_the_shapes_is_named(make: Make, rough: str, why: str) -> None:
    catalog = make(["air"], spelling=f'list-words = [","]\nrange-words = ["-"]\nform = []\n[rough]\n{rough}\n')
    with pytest.raises(ValueError, match=re.escape(f"mine/spelling.toml: {why}")):
        shapes_of(catalog.frameworks, catalog.spellings)


@pytest.mark.parametrize("codes", [["ENV-1", "ENV-2", "ENV-3"], ["D1", "D2", "D3"], ["7", "8", "9"]])
def test_its_printed_index_is_imported(make: Make, tmp_path: Path, codes: list[str]) -> None:
    rows = "".join(f"<tr><td>{code}</td><td>{t}</td><td>Dust</td></tr>" for code, t in zip(codes, TITLES, strict=False))
    source = tmp_path / "report.html"
    source.write_text(
        "<html><body><h1>Dust</h1><p>We caught 12 tonnes.</p><h1>MINE content index</h1>"
        f"<table><tr><th>MINE code</th><th>Title</th><th>Section</th></tr>{rows}</table></body></html>",
        "utf-8",
    )
    (imported,) = import_sources([source], make(codes))
    placed = [(tag.text, tag.span.element) for tag in imported.document.tags]
    assert placed == [(f"mine:{code}", "section") for code in codes]
    assert dict(imported.guess.claims) == {"mine": "with-reference"}


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("This report was prepared in accordance with our own code.", "in-accordance"),
        ("This report was prepared with reference to our own code.", "with-reference"),
    ],
)
def test_a_claim_in_prose_is_known_by_the_name(make: Make, tmp_path: Path, words: str, claim: str) -> None:
    spelling = """
stated-as = ["our own code"]
list-words = [","]
range-words = ["-"]
[[form]]
lead = ["MINE"]
[[form.item]]
pattern = '(?P<code>D\\d)'
code = ["{code}"]
alone = "anywhere"
"""
    source = tmp_path / "report.html"
    source.write_text(f"<html><body><p>{words}</p></body></html>", "utf-8")
    (imported,) = import_sources([source], make(["D1"], 'claims = ["in-accordance", "with-reference"]', spelling))
    assert dict(imported.guess.claims) == {"mine": claim}


@pytest.mark.parametrize(
    ("index", "columns", "first"),
    [
        ("", PLAIN, ("Dust", "E-a Dust measured")),
        ('above = "pillar"\nlabel = "letter"', ("pillar", *PLAIN[1:]), ("Dust", "a) Dust measured")),
        ('label = "paragraph"', PLAIN, ("Dust", "Paragraph E-a Dust measured")),
        ('layout = "parts"', PARTS, ("A1: Dust", "E-a")),
        ('layout = "parts"\nlabels = { kpi = "kpi" }', PARTS, ("A1: Dust", "KPI E-a")),
        ('layout = "industries"', METRICS, ("Dust", "Dust measured")),
        ('layout = "standards"', (*STANDARDS, *OMISSIONS), ("Part 1", "E-a Dust measured")),
        ('layout = "standards"\nwhole-for = "x"', STANDARDS, ("Part 1", "E-a Dust measured")),
    ],
)  # fmt: skip
def test_its_index_is_laid_out_as_it_says(
    make: Make, index: str, columns: tuple[str, ...], first: tuple[str, ...]
) -> None:
    catalog = make(["E-a", "E-b"], f"[index]\n{index}")
    one = report('<section data-disclosure="mine:E-a"><h1>Our dust</h1><p>12</p></section>', claims={"mine": ""})
    *_, table = filing(assess(one, catalog, today=date(2026, 1, 1)), "en")
    assert table.columns == columns
    assert tuple(cell.text for cell in table.rows[0][:2]) == first
    assert table.id.startswith("mine")


def test_its_parts_are_selected_by_industry_where_it_says_so(make: Make) -> None:
    catalog = make(["{part}-1"], 'select-by = "industry"', parts=("AA", "BB"))
    for industries, found in (((), []), (("aa",), ["AA-1"]), (("BB", "AA"), ["AA-1", "BB-1"])):
        one = report(
            '<p data-disclosure="mine:BB-1">12</p>', claims={"mine": ""}, profile=Profile(industries=industries)
        )
        assert [d.code for d in applicable(one, catalog)["mine"]] == found
        (link,) = assess(one, catalog, today=date(2026, 1, 1)).tags
        assert link.status == (LinkStatus.COVERS if "BB" in industries else LinkStatus.UNWANTED)


def test_an_element_in_words_is_looked_for(make: Make) -> None:
    head = '[elements]\n"D1" = ["dust"]\n"D2" = ["smoke"]\n'
    catalog = make(["D1", "D2"], head)
    one = report('<p data-disclosure="mine:D1 mine:D2">We tell of our dust.</p>', claims={"mine": ""})
    found = assess(one, catalog, today=date(2026, 1, 1)).verdict.findings
    assert [f.code for f in found if f.rule == "DI111"] == ["D2"]


@pytest.mark.parametrize(
    "spelling", ["x = [", "\x00", "colour = 1", '[[form]]\nlead = ["M"]\n[[form.item]]\npattern = "("']
)
def test_a_faulty_spelling_file_is_a_finding_and_the_codes_are_read_as_written(make: Make, spelling: str) -> None:
    catalog = make(["ENV-1", "ENV-2"], spelling=spelling)
    (finding,) = catalog.findings
    assert (finding.rule, finding.unchecked, finding.location.path.endswith("mine/spelling.toml")) == (
        "DI501",
        True,
        True,
    )
    assert list(read_codes("ENV-1", catalog.spellings["mine"], ["ENV-1", "ENV-2"])) == ["ENV-1"]


@pytest.mark.parametrize("file", ["spelling.toml", "1.toml"])
def test_an_import_says_which_definition_it_could_not_read(make: Make, tmp_path: Path, run: Run, file: str) -> None:
    make(["ENV-1", "ENV-2"])
    (tmp_path / "definitions" / "mine" / file).write_text("x = [", "utf-8")
    (tmp_path / "report.html").write_text("<html><body><p>MINE ENV-1</p></body></html>", "utf-8")
    result = run("import", tmp_path / "report.html", "-o", tmp_path / "new", "--definitions", tmp_path / "definitions")
    assert result.exit_code == 3
    assert f"mine/{file}" in result.stderr
    assert "DI501" in result.stderr
