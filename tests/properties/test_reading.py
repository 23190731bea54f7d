"""Whatever is in the file, reading it ends in a document: never in an exception, never in a half-read report."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure_index.errors import ConfigError
from disclosure_index.model import Document, Reference, parse_reference
from disclosure_index.project.file import read_project
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.tiers import examples

ROOT = Path(__file__).parents[2]
SOURCES = [
    path.read_bytes()[-40_000:] if path.stat().st_size > 200_000 else path.read_bytes()
    for path in sorted(ROOT.glob("report_sources/*/*.xhtml"))
]
PIECES = st.sampled_from(
    [
        *('<p data-disclosure="gri:2-1">', "</p>", "<section>", "</section>", "<h2>", "</h2>", "<tr>", "<td>"),
        *('<span role="doc-pagebreak" aria-label="1"/>', '<p data-omission="x" data-reason="y"/>', "</td>", "</tr>"),
        *("<html>", "</html>", "<table>", "</table>", "?>"),
        *("廢物", " ", "\n", "&amp;", "&", "<br/>", '<b id="a" data-disclosure="sdg:1">', "</b>"),
        *("\x00", "\x1f", "<li>", "</li>", "<title>", "</title>", "<head>", "</head>", "]]>", "<!--", "-->", "<?x"),
    ]
)  # fmt: skip


def hold(document: Document) -> None:
    """What everybody downstream relies on."""
    if not document.readable:
        assert document.tags == document.omissions == document.passages == ()
        assert [f.rule for f in document.findings] == ["DI601"]
        return
    assert all(p.text.strip() for p in document.passages)
    for p in document.passages:
        assert p.section is None or 0 <= p.section < len(document.sections)
        assert p.location.line >= 1
        assert p.location.column >= 1
    for n, section in enumerate(document.sections):
        assert section.parent is None or section.parent < n
    for statement in (*document.tags, *document.omissions):
        span = statement.span
        assert 0 <= span.first <= span.last <= len(document.passages)
        assert span.section is None or span.section < len(document.sections)
    starts = [tag.span.location for tag in document.tags]
    assert starts == sorted(starts)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    hold(read_xhtml(data, "r.xhtml", "en"))


@given(st.lists(PIECES, max_size=30).map("".join))
@example("<b data-disclosure='sdg:1'>a<p>b</p></b>")
@example("<table><tr><td><section><h2>a</h2></section></td></tr></table>")
@example("<tr><tr data-disclosure='sdg:1'><td/></tr>a</tr>")
@examples(300)
def test_any_markup(text: str) -> None:
    hold(read_xhtml(text.encode(), "r.xhtml", "en"))
    hold(read_xhtml(f"<html>{text}</html>".encode(), "r.xhtml", "en"))


@st.composite
def well_formed(draw: st.DrawFn, depth: int = 4) -> str:
    """Elements in any order and nesting, however odd, always closed."""
    name = draw(st.sampled_from(["section", "h1", "h3", "p", "li", "tr", "td", "b", "div", "table", "caption"]))
    mark = draw(
        st.sampled_from(["", ' data-disclosure="sdg:1 x"', ' data-omission="sdg:2"', ' id="a"', ' lang="zh-Hant"'])
    )
    inner = draw(st.lists(st.sampled_from(["廢物", " ", "a b"]) if not depth else well_formed(depth - 1), max_size=3))
    text = draw(st.sampled_from(["", "words", " \n"]))
    return f"<{name}{mark}>{text}{''.join(inner)}</{name}>"


@given(well_formed())
@examples(300)
def test_any_nesting_is_read_with_all_its_words(text: str) -> None:
    document = read_xhtml(text.encode(), "r.xhtml", "en")
    assert document.readable
    hold(document)
    words = "".join("".join(p.text.split()) for p in document.passages)
    for word in ("廢物", "words"):
        assert words.count(word) == text.count(word)


@pytest.mark.parametrize("source", SOURCES, ids=range(len(SOURCES)))
@given(data=st.data())
@examples(15)
def test_a_real_report_cut_off_or_changed(source: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(source)))
    if data.draw(st.booleans()):
        hold(read_xhtml(source[:at], "r.xhtml", "en"))
    else:
        noise = data.draw(st.binary(min_size=1, max_size=4))
        hold(read_xhtml(source[:at] + noise + source[at + len(noise) :], "r.xhtml", "en"))


@given(st.text(max_size=200))
def test_any_project_file_is_read_or_refused_with_its_name(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "disclosure-index.toml"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        with pytest.raises(ConfigError) as refused:
            read_project(file)  # too short to hold all that is needed
        assert str(file) in str(refused.value)


PART = st.text(st.characters(exclude_characters="@#:,", exclude_categories=("Z", "C")), min_size=1, max_size=8)


@given(
    st.from_regex(r"[a-z][a-z0-9-]*", fullmatch=True),
    PART,
    st.none() | PART,
    st.lists(PART.map(str.lower).filter(lambda word: word == word.lower()), max_size=3),
)
def test_a_reference_is_read_back_as_it_was_written(
    framework: str, code: str, edition: str | None, parts: list[str]
) -> None:
    reference = Reference(framework, code, edition, tuple(parts))
    assert parse_reference(str(reference)) == reference


@given(st.text(max_size=30))
def test_any_text_is_a_reference_or_not(text: str) -> None:
    reference = parse_reference(text)
    if reference is not None:
        assert str(reference).casefold() == text.casefold()
        assert parse_reference(str(reference)) == reference
