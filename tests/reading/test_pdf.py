"""PDF: pages as printed, headings, running heads, index tables with and without rules, damaged files.

The PDFs are made here, by hand: a few lines of text at given places, in Helvetica, with rules.
"""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from disclosure_index.importing.writer import write_xhtml
from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.reading.pdf.reader import read_pdf
from disclosure_index.reading.registry import read_document
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.tiers import examples

HEAD = [(60, "Code"), (120, "Disclosure"), (400, "Page")]
ROWS = [
    ("2-1", ["Organizational details"], ["4"]),
    ("2-2", ["Entities included in the organization's", "sustainability reporting"], ["5, 7"]),
    ("2-3", ["Reporting period, frequency", "and contact point"], ["12-14, 16,", "20"]),
    ("2-4", ["Restatements of information"], ["6"]),
    ("2-5", ["External assurance"], ["8"]),
    ("3-1", ["Process to determine", "material topics"], ["9"]),
    ("305-1", ["Direct (Scope 1) GHG emissions"], ["33"]),
]


def make(*pages):
    """Write a PDF; a page is a list of (x, y from the top, text) and of (x0, y, x1) for rules."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        stream = "\n".join(map(_draw, page))
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {font} >>"
            f" /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def _draw(item):
    if isinstance(item[2], str):
        x, top, text = item
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /F1 8 Tf {x} {842 - top} Td ({escaped}) Tj ET"
    x0, top, x1 = item
    return f"0.5 w {x0} {842 - top} m {x1} {842 - top} l S"


def table(valign="top", rules=False, rows=ROWS, left=0, top=120):
    """Set a table: its cells begin at the top of their row, at its middle or at its foot."""
    page = [(x + left, top, text) for x, text in HEAD]
    at = top + 18
    for code, *cells in rows:
        lines = max(map(len, cells))
        if rules:
            page.append((60 + left, at - 11, 500 + left))
        for x, cell in ((60, [code]), (120, cells[0]), (400, cells[1])):
            spare = 10 * (lines - len(cell))
            shift = {"top": 0, "middle": spare / 2, "foot": spare}[valign]
            page += [(x + left, at + shift + 10 * n, line) for n, line in enumerate(cell)]
        at += 10 * lines + 7
    return page


def rows_of(document):
    return [tuple(p.text.split("\t")) for p in document.passages if p.kind == "table-row"]


EXPECTED = [
    ("Code", "Disclosure", "Page"),
    ("2-1", "Organizational details", "4"),
    ("2-2", "Entities included in the organization's sustainability reporting", "5, 7"),
    ("2-3", "Reporting period, frequency and contact point", "12-14, 16, 20"),
    ("2-4", "Restatements of information", "6"),
    ("2-5", "External assurance", "8"),
    ("3-1", "Process to determine material topics", "9"),
    ("305-1", "Direct (Scope 1) GHG emissions", "33"),
]


@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize("valign", ["top", "middle", "foot"])
def test_an_index_table_becomes_rows(valign, rules):
    document = read_pdf(make([(60, 60, "GRI Content Index"), *table(valign, rules)]), "report.pdf", "en")
    assert rows_of(document) == EXPECTED
    assert "GRI Content Index" in [p.text for p in document.passages]


def test_tables_side_by_side_stay_apart():
    short = [(code, [title[0][:20]], [page[0][:3]]) for code, title, page in ROWS]
    page = [(x if x < 400 else 200, y, t) if x != 120 else (100, y, t) for x, y, t in table(rows=short)]
    document = read_pdf(make([*page, *((x + 250, y, t) for x, y, t in page)]), "report.pdf", "en")
    assert [row[0] for row in rows_of(document) if row[0] != "Code"] == [row[0] for row in ROWS] * 2


def test_codes_in_the_margin_are_no_table():
    lines = [(60, 100 + 12 * n, "We describe what we do about our climate and our people here.") for n in range(20)]
    margin = [(450, 100 + 12 * n, f"GRI 305-{n % 7 + 1}") for n in range(0, 18, 3)]
    document = read_pdf(make([*lines, *margin]), "report.pdf", "en")
    assert rows_of(document) == []


def test_pages_are_named_as_printed_and_running_heads_removed():
    texts = [f"We {verb} for the climate." for verb in ("act", "care", "plan", "work", "pay", "speak", "vote", "learn")]
    pages = [[(60, 30, "Report 2024"), (60, 200, text), (300, 820, str(n + 6))] for n, text in enumerate(texts)]
    document = read_pdf(make(*pages), "report.pdf", "en")
    assert [label for label, _ in document.pages] == [str(n + 6) for n in range(8)]
    assert [p.text for p in document.passages] == texts
    assert [(p.page, p.location.line) for p in document.passages] == [(str(n + 6), n + 1) for n in range(8)]


def test_the_contents_give_the_headings():
    contents = [(60, 60, "Contents"), *((60, 80 + 12 * n, f"{n + 2} {title}") for n, title in enumerate(TITLES))]
    pages = [
        [(60, 60, title), (60, 90, f"This is about {title}."), (300, 820, str(n + 2))] for n, title in enumerate(TITLES)
    ]
    document = read_pdf(make([*contents, (300, 820, "1")], *pages), "report.pdf", "en")
    assert [(s.title, s.page) for s in document.sections] == [(t, str(n + 2)) for n, t in enumerate(TITLES)]


def test_a_section_ends_on_the_page_of_its_last_words():
    contents = [(60, 60, "Contents"), *((60, 80 + 12 * n, f"{n + 2} {title}") for n, title in enumerate(TITLES))]
    pages = [
        [(60, 60, title), (60, 90, f"This is about {title}."), (300, 820, str(n + 2))] for n, title in enumerate(TITLES)
    ]
    pages += [[(60, 90, "We go on about it here."), (300, 820, "6")], [(300, 820, "7")]]
    document = read_pdf(make([*contents, (300, 820, "1")], *pages), "report.pdf", "en")
    written = write_xhtml(document)
    for read_so in (document, read_xhtml(written.encode(), "report.xhtml", "en")):
        ranges = [(s.page, s.last_page) for s in read_so.sections]
        assert ranges == [("2", "2"), ("3", "3"), ("4", "4"), ("5", "6")]
    for page in ("3", "4", "5"):
        assert f'</section>\n<span role="doc-pagebreak" aria-label="{page}"></span>\n<section' in written


TITLES = ["Who we are", "Our planet", "Our people", "Our conduct"]


def test_only_index_pages_are_read_as_tables():
    prose = ["The GRI content index is on page 90.", "We grew 2-3 years in a row."]
    index = ["GRI content index", *(f"{row[0]} {row[1][0]} {row[2][0]}" for row in ROWS)]
    rest = ["Code Disclosure Page", "417-1 Labels 9"]
    assert index_pages([prose, index, rest, prose]) == [1, 2]


# --- files that are none --------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF", b"\0" * 100])
def test_what_is_no_pdf_is_a_finding(data):
    document = read_pdf(data, "report.pdf", "en")
    assert not document.readable
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", True)]


@examples(40)
@given(st.data())
def test_truncated_and_damaged_files_never_raise(data):
    whole = make(table(rules=True), table())
    end = data.draw(st.integers(0, len(whole)))
    flipped = bytearray(whole[:end] if data.draw(st.booleans()) else whole)
    for place in data.draw(st.lists(st.integers(0, max(0, len(flipped) - 1)), max_size=5)):
        if flipped:
            flipped[place] = data.draw(st.integers(0, 255))
    document = read_pdf(bytes(flipped), "report.pdf", "en")
    assert document.readable or document.findings


def test_caps(monkeypatch):
    data = make(*([(60, 60, "Text")] for _ in range(3)))
    for name, cap, said in (("MAX_BYTES", 100, "larger"), ("MAX_PAGES", 2, "pages"), ("MAX_TEXT", 5, "characters")):
        with monkeypatch.context() as patched:
            patched.setattr(f"disclosure_index.reading.pdf.reader.{name}", cap)
            document = read_pdf(data, "report.pdf", "en")
        assert not document.readable
        assert said in document.findings[0].message


@pytest.mark.parametrize("library", ["pypdfium2"])
def test_a_missing_extra_says_how_to_get_it(monkeypatch, tmp_path, library):
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / "report.pdf").write_bytes(make([(60, 60, "Text")]))
    document = read_document(tmp_path / "report.pdf", "report.pdf", "en")
    [finding] = document.findings
    assert finding.unchecked
    assert library in finding.message
    assert finding.hint == 'Run: pip install "disclosure-index[pdf]"'
