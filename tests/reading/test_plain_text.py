"""Plain text: headings by the contents, running heads removed, rows, positions; and anything else that bytes can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.text.reader import MAX_BYTES, read_text
from tests.support.tiers import examples

REPORT = """\
A report

Contents

Who we are\t002\t Planet\t
 \t\t01 Climate\t005-007
 \t\t02 Water\t008-009
 \t\t People\t
 \t\t01 Training\t010-012

Who we are

We make things.
They last.

Planet

Climate

Climate > Water

We emit less.

Climate > Water

We plant trees.

Water

Climate > Water

- one
- two

People

Training

Training

Code\tPage
404-1\t11
\t12

Training

The end.

Appendix 1 Data

Numbers.
"""


def read(text, language="en"):
    return read_text(text.encode(), "report.txt", language)


def test_the_contents_give_the_sections():
    document = read(REPORT)
    titles = [tuple(s.title for s in document.path_of(n)) for n in range(len(document.sections))]
    assert titles == [
        ("Who we are",),
        ("Planet",),
        ("Planet", "Climate"),
        ("Planet", "Water"),
        ("People",),
        ("People", "Training"),
        ("Appendix 1 Data",),
    ]
    assert [s.location.line for s in document.sections] == [
        11,
        16,
        18,
        28,
        35,
        39,
        49,
    ]  # Training below its running head


def test_running_heads_are_left_out():
    texts = [passage.text for passage in read(REPORT).passages]
    assert not any(">" in text for text in texts)
    assert texts.count("Training") == 1


def test_paragraphs_items_and_rows_with_their_places():
    passages = [(p.kind, p.text, p.location.line) for p in read(REPORT).passages]
    assert ("paragraph", "We make things. They last.", 13) in passages
    assert ("list-item", "one", 32) in passages
    assert ("table-row", "404-1\t11", 42) in passages
    assert ("table-row", "\t12", 43) in passages


def test_a_chinese_contents_page_and_a_title_spelt_otherwise():
    contents = "目录\n\n关于我们\t002\n负责的科技发展\t003\n人才培养计划\t009\n\n"
    text = f"{contents}关于我们\n\n一。\n\n负责任的科技发展\n\n二。\n\n人才培养计划\n\n三。\n"
    assert [s.title for s in read(text, "zh-Hans").sections] == ["关于我们", "负责任的科技发展", "人才培养计划"]


def test_other_encodings_are_read():
    document = read_text("环境、社会及管治报告\n\n我们的员工".encode("gb18030"), "report.txt", "zh-Hans")
    assert [p.text for p in document.passages] == ["环境、社会及管治报告", "我们的员工"]


@pytest.mark.parametrize("data", [
    b"\0\1\2\0\xff", b"%PDF-1.7\0\0", b"", b" \n\n", b"\xef\xbb\xbf",
    b"Our people. " * 5000 + b"\0" * 512,  # what a crash leaves of a file that was being written
])  # fmt: skip
@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_what_is_no_text_is_not_read(read, data):
    document = read(data, "report.txt", "en")
    assert not document.readable
    assert [f.rule for f in document.findings][:1] == ["DI601"]


def test_a_file_over_the_cap_is_refused(monkeypatch):
    monkeypatch.setattr("disclosure_index.reading.text.reader.MAX_BYTES", 10)
    document = read_text(b"x" * 11, "report.txt", "en")
    assert not document.readable
    assert MAX_BYTES > 2**20


@examples(100)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_can_be_read(data):
    document = read_text(data, "report.txt", "en")
    assert document.readable or document.findings


@examples(60)
@given(st.integers(0, len(REPORT)))
def test_any_piece_of_a_report_can_be_read(end):
    document = read(REPORT[:end])
    assert all(p.location.line > 0 for p in document.passages)


def test_a_section_begins_below_the_head_of_its_page_and_not_where_a_chapter_names_it():
    pages = "\n\n".join(
        f"{nav}\n\n{text}"
        for nav, text in (
            ("Planet\n\nClimate\n\nWater", "The planet is where all of us live, and what follows says what we do."),
            ("Climate\n\n> Water\n\nClimate", "We emit less than we did in the year before, in all our harbours."),
            ("Climate\n\n> Water", "We plant trees along the shore, where the storms took them last year."),
            ("Climate >\n\nWater\n\nWater", "We use less water than in the year before, in all of our harbours."),
            ("Climate >\n\nWater", "We clean what we have used before it flows back into the sea again."),
        )
    )
    contents = "Contents\n\nPlanet\t\n01 Climate\t005\n02 Water\t008\n03 Training\t010"
    document = read(
        f"{contents}\n\n{pages}\n\nTraining\n\nAll of our people were trained in the year, on ship and shore."
    )
    lines = f"{contents}\n\n{pages}".split("\n")
    begins = {s.title: s.location.line for s in document.sections}
    assert begins["Climate"] == lines.index("Climate", lines.index("> Water")) + 1
    assert begins["Water"] == lines.index("Water", lines.index("Climate >")) + 3


def test_columns_that_spaces_hold_apart_are_cells_of_index_rows():
    text = (
        "TCFD Index\n"
        "Theme               Recommended disclosure                   Page\n"
        "Governance          a) The board's oversight of risks        20\n"
        "                    b) The role of management                21\n"
        "Metrics and Targets a) What is measured                      30, 32\n"
        "                    b) Emissions of the whole of the         31\n"
        "                    value chain\n"
        "\n"
        "Text goes on.\n"
    )
    document = read_text(text.encode(), "report.txt", "en")
    assert [(p.location.line, p.text) for p in document.passages if p.kind == "table-row"] == [
        (2, "Theme\tRecommended disclosure\tPage"),
        (3, "Governance\ta) The board's oversight of risks\t20"),
        (4, "\tb) The role of management\t21"),
        (5, "Metrics and Targets\ta) What is measured\t30, 32"),
        (6, "\tb) Emissions of the whole of the value chain\t31"),
    ]
    assert document.passages[0].text == "TCFD Index"
    assert document.passages[-1].text == "Text goes on."


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}", "Boat yard report    {}"])
@pytest.mark.parametrize("last", ["", "\f"])
def test_form_feeds_part_pages(number, last):
    pages = [f"Part {'ABC'[n]}\n\nWhat was done in the year.\n\n      {number.format(n + 4)}\n" for n in range(3)]
    document = read_text(("\f".join(pages) + last).encode(), "r.txt", "en")
    assert [label for label, _ in document.pages] == ["4", "5", "6"]
    assert {p.page for p in document.passages} == {"4", "5", "6"}
    assert "\f" not in "".join(p.text for p in document.passages)


def test_text_without_form_feeds_has_no_pages():
    assert read_text(b"Part A\n\nWhat was done.\n\n4\n", "r.txt", "en").pages == ()


@pytest.mark.parametrize("head", ["Contents", "Index", "Contenuti", "Sommario", "Indice", "Inhalt"])
@pytest.mark.parametrize("leaders", ["." * 120, " . " * 40, "\u2026" * 30])
def test_contents_with_leaders_of_any_length(head, leaders):
    titles = ["Energy and climate", "The people", "How we are led"]
    listed = "\n".join(f"{title} {leaders} {n}" for n, title in enumerate(titles, 3))
    body = "\n\n".join(f"{title}\n\nHere we say what was done about it in the year, and why." for title in titles)
    document = read_text(f"{head}\n{listed}\n\n\n{body}\n".encode(), "r.txt", "en")
    assert [section.title for section in document.sections] == titles
