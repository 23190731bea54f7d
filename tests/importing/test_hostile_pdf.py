"""No number in a PDF sets what its import costs: each is read, or refused, in seconds and in little memory.

The PDFs are an index of six rows, written here, and one thing out of measure.
"""

import struct
import zlib

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

FAR = 2_000_000_000
ENDLESS = "9" * 400 + ".0"  # more than a float holds
CODES = ("305-1", "305-2", "305-3", "302-1", "303-3", "306-3")
PAGE = "/MediaBox [0 0 595 842]"
HELVETICA = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica"


def make(page=PAGE, drawn="", left=0, top=842, second=HELVETICA, catalog="", objects=(), turn=""):
    """Write a PDF of one page with an index on it; `drawn` is added to its content, `second` is the font F2."""
    rows = [("GRI Standard", "Description", "Location"), *((f"GRI {code}", "Emissions", "Page 1") for code in CODES)]
    content = [turn, _text(left + 50, top - 62, "GRI content index")]
    for number, row in enumerate(rows):
        content += [_text(left + x, top - 82 - 16 * number, text) for x, text in zip((50, 200, 380), row, strict=True)]
    content = "\n".join([*content, drawn]).encode("latin-1")
    resources = f"<< /Font << /F1 << {HELVETICA} >> /F2 << {second} >> >> >>"
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources {resources} >>".encode(),
        _stream(content),
        *objects,
    ]
    parts = [b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1)]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def _text(x, y, text):
    return f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"


def _stream(content, entries=b""):
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), entries, content)


def word(matrix="1 0 0 1 380 664", state="/F1 10 Tf"):
    """Draw a word below the index."""
    return f"BT {state} {matrix} Tm (Remark) Tj ET"


def rules(left, right, step=16):
    return "\n".join(f"{left} {752 - step * n} m {right} {752 - step * n} l S" for n in range(8))


SEEN = {
    "a page a thousand kilometres wide": make("/MediaBox [0 0 3000000000 842]"),
    "a far word on such a page": make("/MediaBox [0 0 3000000000 842]", word(f"1 0 0 1 {FAR} 664")),
    "a page without end": make(f"/MediaBox [0 0 {ENDLESS} 842]"),
    "a number of five thousand digits": make(f"/MediaBox [0 0 {'9' * 5000} 842]"),
    "corners far below zero": make(f"/MediaBox [-{FAR} -{FAR} 595 842]"),
    "a page below zero": make("/MediaBox [-500 -500 95 342]", left=-500, top=342),
    "a page of no size": make("/MediaBox [0 0 0 0]"),
    "a page of no width": make("/MediaBox [0 0 0 842]"),
    "corners the other way round": make("/MediaBox [595 842 0 0]"),
    "no page box": make(""),
    "a crop box of no size": make(f"{PAGE} /CropBox [10 10 10 10]"),
    "a crop box elsewhere": make(f"{PAGE} /CropBox [1000 1000 1100 1100]"),
    "a crop box far around the page": make(f"{PAGE} /CropBox [-{FAR} -{FAR} {FAR} {FAR}]"),
    "turned by a million times": make(f"{PAGE} /Rotate 360000000"),
    "turned askew": make(f"{PAGE} /Rotate 45"),
    "a unit of a kilometre": make(f"{PAGE} /UserUnit {FAR}"),
    "a unit below zero": make(f"{PAGE} /UserUnit -{FAR}"),
    "rules far over both edges": make(drawn=rules(-FAR, FAR)),
    "rules far away": make(drawn=rules(FAR, FAR + 500)),
    "a vertical line far over both edges": make(drawn=f"190 -{FAR} m 190 {FAR} l S 370 -{FAR} m 370 {FAR} l S"),
    "a rectangle around everything": make(drawn=f"-{FAR} -{FAR} {2 * FAR} {2 * FAR} re S"),
    "a font of no size": make(drawn=word(state="/F1 0 Tf")),
    "a count of pages without a page": make().replace(b"/Count 1", b"/Count 999999999"),
    "a word without a place": make(drawn=word(f"1 0 0 1 {ENDLESS} 600")),
    "a bookmark that leads to itself": make(
        catalog="/Outlines 5 0 R",
        objects=(
            b"<< /First 6 0 R /Last 6 0 R /Count 999999999 >>",
            b"<< /Title (A) /Parent 5 0 R /First 6 0 R /Next 6 0 R /Dest [999999999 /Fit] >>",
        ),
    ),
}
"""The six rows are all on the page."""

FAR_AWAY = {
    "a word far to the right": word(f"1 0 0 1 {FAR} 664"),
    "a word far to the left": word(f"1 0 0 1 -{FAR} 664"),
    "a word far above": word(f"1 0 0 1 380 {FAR}"),
}
"""A word so far away that no viewer has it."""

CUT = {
    "a word just beside the page": word("1 0 0 1 700 664"),
    "letters a thousand kilometres wide": word("30000000 0 0 1 380 664"),
    "letters a thousand kilometres high": word("1 0 0 30000000 380 664"),
    "a font of millions of points": word(state="/F1 5000000 Tf"),
    "letters far apart": word(state="/F1 10 Tf 100000000 Tc"),
    "letters stretched": word(state="/F1 10 Tf 100000000 Tz"),
    "letters pushed apart": "BT /F1 10 Tf 1 0 0 1 380 664 Tm [(Re) -900000000 (mark)] TJ ET",
}
"""A word that is not on the page, or not all of it."""

FONT = (
    "/Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /BaseFont /A"
    " /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {} >>]"
)
TO_UNICODE = "begincmap 1 begin{0} <00000000> <FFFFFFFF> {1} end{0} endcmap"
GROUPS = struct.pack(">HHHHLHHIIIIII", 0, 1, 3, 10, 12, 12, 0, 28, 0, 1, 0, 2**32 - 1, 0)  # one, of all characters
TRUE_TYPE = b"\0\1\0\0" + struct.pack(">HHHH4sLLL", 1, 0, 0, 0, b"cmap", 0, 28, len(GROUPS)) + GROUPS
DRAWN = "BT /F2 10 Tf 1 0 0 1 60 500 Tm (ab) Tj ET"

COSTLY = {
    "widths of two billion characters": make(drawn=DRAWN, second=FONT.format(f"/W [0 {FAR} 500]")),
    "widths of all characters, many times": make(drawn=DRAWN, second=FONT.format(f"/W [{'0 65535 500 ' * 5000}]")),
    "four billion characters as they read": make(
        drawn=DRAWN,
        second=f"{HELVETICA} /ToUnicode 5 0 R",
        objects=(_stream(TO_UNICODE.format("bfrange", "<0041>").encode()),),
    ),
    "four billion characters by number": make(
        drawn=DRAWN,
        second=f"{HELVETICA} /ToUnicode 5 0 R",
        objects=(_stream(TO_UNICODE.format("cidrange", "65").encode()),),
    ),
    "four billion characters in the font itself": make(
        drawn=DRAWN,
        second=FONT.format("/FontDescriptor << /FontName /A /Flags 4 /FontFile2 5 0 R >>"),
        objects=(_stream(TRUE_TYPE),),
    ),
    "a line of two billion bytes": make(
        objects=(
            _stream(
                zlib.compress(b"\0q Q\n"), b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns %d >>" % FAR
            ),
        )
    ).replace(b"/Contents 4 0 R", b"/Contents [4 0 R 5 0 R]"),
}
"""What would have to be spelled out before the first word is known."""


@pytest.fixture
def imported(limited, tmp_path):
    """Import a PDF in a process with limits; the result has `exit_code`, `stderr` and `xhtml`."""

    def call(data):
        (tmp_path / "report.pdf").write_bytes(data)
        result = limited("import", tmp_path / "report.pdf", "-o", tmp_path / "new")
        written = tmp_path / "new" / "report.xhtml"
        result.xhtml = written.read_text("utf-8") if written.exists() else ""
        return result

    return call


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.sampled(2)
def test_an_index_on_the_page_is_read(imported, name):
    result = imported(SEEN[name])
    assert result.exit_code == 0, result.stderr
    assert all(f"GRI {code}</td>" in result.xhtml for code in CODES), result.xhtml
    assert "DI608" not in result.stderr


@pytest.mark.parametrize("name", CUT)
@pytest.mark.sampled(2)
def test_a_word_outside_the_page_is_left_out_and_said_to_be(imported, name):
    result = imported(make(drawn=CUT[name]))
    assert result.exit_code == 0, result.stderr
    assert "DI608" in result.stderr
    assert all(f"GRI {code}</td>" in result.xhtml for code in CODES)
    assert "Remark" not in result.xhtml


@pytest.mark.parametrize("name", FAR_AWAY)
@pytest.mark.sampled(2)
def test_a_word_far_away_changes_nothing(imported, name):
    result = imported(make(drawn=FAR_AWAY[name]))
    assert result.exit_code == 0, result.stderr
    assert all(f"GRI {code}</td>" in result.xhtml for code in CODES)
    assert "Remark</td>" not in result.xhtml


@pytest.mark.parametrize("left", [0, -500, 1000])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.sampled(2)
def test_a_turned_page_is_read_as_it_is_seen(imported, turn, left):
    x0, y0, x1, y1 = left, 30, left + 842, 30 + 842
    matrix = {
        0: f"1 0 0 1 {x0} {y0}",
        90: f"0 1 -1 0 {x1} {y0}",
        180: f"-1 0 0 -1 {x1} {y1}",
        270: f"0 -1 1 0 {x0} {y1}",
    }
    page = f"/MediaBox [{x0} {y0} {x1} {y1}] /Rotate {turn}"
    drawn = "\n".join(word(f"1 0 0 1 {x} {y}") for x, y in ((900, 600), (-100, 600), (400, 900), (400, -50)))
    result = imported(make(page, drawn, turn=f"{matrix[turn]} cm"))
    assert all(f"GRI {code}</td>" in result.xhtml for code in CODES), result.xhtml
    assert "(words: 4, pages: 1)" in result.stderr
    assert "Remark" not in result.xhtml


@pytest.mark.parametrize("name", COSTLY)
@pytest.mark.sampled(2)
def test_a_font_or_a_stream_out_of_measure_costs_nothing(imported, name):
    result = imported(COSTLY[name])
    assert result.exit_code in (0, 3), result.stderr
    assert ("DI601" in result.stderr) == (result.exit_code == 3)
    assert all(code in result.xhtml for code in CODES)


ITSELF = "/Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R]"
DAMAGED = {
    "widths without end": make(drawn=DRAWN, second=FONT.format(f"/W [0 {ENDLESS} 500]")),
    "widths from one infinity to the other": make(drawn=DRAWN, second=FONT.format(f"/W [-{ENDLESS} {ENDLESS} 500]")),
    "widths of a number of four hundred digits": make(drawn=DRAWN, second=FONT.format(f"/W [0.5 {'9' * 400} 500]")),
    "a font that is its own descendant": make(drawn=DRAWN, second=ITSELF, objects=(f"<< {ITSELF} >>".encode(),)),
    "a font whose descendant is a number": make(drawn=DRAWN, second=ITSELF, objects=(b"7",)),
    "widths that are names": make(drawn=DRAWN, second=FONT.format("/W /Wide /DW /Wider")),
    "a map to Unicode that ends at once": make(
        drawn=DRAWN, second=f"{HELVETICA} /ToUnicode 5 0 R", objects=(_stream(b"1 beginbfrange <00"),)
    ),
    "a stream that is not compressed as it says": make(objects=(_stream(b"q Q", b"/Filter /FlateDecode"),)).replace(
        b"/Contents 4 0 R", b"/Contents [4 0 R 5 0 R]"
    ),
    "a size that is a word": make(drawn=word(state="/F1 (large) Tf")),
    "a turn by a word": make(f"{PAGE} /Rotate (left)"),
    "a page box of words": make("/MediaBox [(a) (b) (c) (d)]"),
}
"""The libraries make of it what they can, or raise."""


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.sampled(2)
def test_a_damaged_page_is_read_as_a_table_or_as_text(imported, name):
    result = imported(DAMAGED[name])
    assert result.exit_code in (0, 3), result.stderr
    assert ("DI601" in result.stderr) == (result.exit_code == 3)
    assert all(code in result.xhtml for code in CODES), result.stderr


def test_a_font_may_name_all_characters(imported):
    assert imported(make(drawn=DRAWN, second=FONT.format("/W [0 65535 500]"))).exit_code == 0


def test_both_pages_of_a_cut_spread_keep_their_own_text(imported):
    shared = make(drawn="\n".join(_text(595 + x, 600, text) for x, text in ((50, "GRI 401-1"), (380, "Page 1"))))
    second = b"<< /Type /Page /Parent 2 0 R /MediaBox [595 0 1190 842] /Contents 4 0 R /Resources << /Font << /F1 << "
    second += HELVETICA.encode() + b" >> >> >> >>"
    two = shared.replace(b"[3 0 R] /Count 1", b"[3 0 R 5 0 R] /Count 2")
    result = imported(two.replace(b"trailer", b"5 0 obj\n%s\nendobj\ntrailer" % second))
    assert [result.xhtml.count(f"GRI {code}") for code in ("305-1", "401-1")] == [1, 1]
