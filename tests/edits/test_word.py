"""Word is edited where it lies: comments come and go, and no other part of the package changes."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.edits import (
    AddTag,
    EditError,
    ExplainOmission,
    MarkReviewed,
    RemoveTag,
    ReplaceTag,
    Reword,
    SetOmission,
    apply,
    find_again,
    find_element,
    find_place,
)
from disclosure_index.edits.word.archive import read_entries
from disclosure_index.model import Document, Location
from disclosure_index.reading.registry import read_source
from tests.support.tiers import examples

PATH = "report.docx"
W = nsdecls("w")
NAMED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def saved(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


@cache
def report(*, without_comments: bool = False) -> bytes:
    """A report with what a Word file may have: a list, a table, comments, a content control, a picture's place."""
    word = docx.Document()
    word.add_heading("Report", 1)
    word.add_heading("Emissions", 2)
    word.add_paragraph("We emitted 12 tonnes.")
    word.add_paragraph("item", style="List Bullet")
    table = word.add_table(rows=2, cols=2)
    for row, texts in enumerate([("waste", "3 t"), ("water", "4 t")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    tagged = word.add_paragraph("Tagged.")
    word.add_paragraph("排放量为 12 吨。")
    held = "<w:sdtContent><w:p><w:r><w:t>Held.</w:t></w:r></w:p></w:sdtContent>"
    control = f'<w:sdt {W}><w:sdtPr><w:tag w:val="disc:gri:2-9"/></w:sdtPr>{held}</w:sdt>'
    word.element.body.insert(len(word.element.body) - 1, parse_xml(control))
    if not without_comments:
        word.add_comment(tagged.runs, "#disc gri:2-1", "Jane", "J")
        word.add_comment(tagged.runs, "Please check the figure.", "Jane", "J")
    data = saved(word)
    return without_part(data, "word/comments.xml") if without_comments else data


def without_part(data: bytes, name: str) -> bytes:
    """Write a package without a part and what names it, its entries stored in another way."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            base = name.rpartition("/")[2]
            if entry.filename.endswith((".rels", "[Content_Types].xml")):
                parts = content.decode().split("<")
                content = "<".join(part for part in parts if base not in part).encode()
            if entry.filename != name:
                new.writestr(entry, content)
    return stream.getvalue()


def read(data: bytes) -> Document:
    return read_source(data, PATH, "en")


def at(data: bytes, words: str) -> Location:
    return next(passage.location for passage in read(data).passages if words in passage.text)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data: bytes, words: str, *edits: Any) -> bytes:
    """Make edits at a passage, one after the other; undo and redo each; nothing else in the package changes."""
    for edit, *arguments in edits:
        new, back = apply(data, [edit(find_place(data, at(data, words)), *arguments)])
        assert apply(new, back)[0] == data
        assert apply(data, apply(new, back)[1])[0] == new
        stored, now = ({entry.name: entry.stored for entry in read_entries(d)[0]} for d in (data, new))
        assert [name for name in now if name in stored] == [name for name in stored if name in now]
        assert {name.decode() for name in now if now[name] != stored.get(name)} <= NAMED
        data = new
    return data


WORDS = ["Report", "Emissions", "We emitted", "item", "waste", "water", "Tagged", "排放量", "Held"]


@pytest.mark.parametrize(("words", "without_comments"), [(word, bool(number % 2)) for number, word in enumerate(WORDS)])
@pytest.mark.sampled(4)
def test_tag_is_a_comment_about_the_passage(words: str, without_comments: bool) -> None:
    data = report(without_comments=without_comments)
    new = edited(data, words, (AddTag, ("gri:305-1", "gri:305-2")))
    found = [tag for tag in read(new).tags if tag.text == "gri:305-2"]
    assert [words in read(new).passages[tag.span.first].text for tag in found] == [True]
    assert [p.text for p in read(new).passages] == [p.text for p in read(data).passages]
    reviewed = edited(new, words, (MarkReviewed, ("gri:305-2",)))
    assert [tag.text for tag in read(reviewed).tags if tag.reviewed] == ["gri:305-2"]


@pytest.mark.parametrize(
    ("words", "without_comments"),
    [("Emissions", False), ("item", True), ("waste", False), ("water", True), ("排放量", True), ("Held", False)],
)
def test_tag_that_goes_leaves_every_part_as_it_was(words: str, without_comments: bool) -> None:
    data = report(without_comments=without_comments)
    new = edited(data, words, (AddTag, ("gri:305-1",)), (RemoveTag, ("gri:305-1",)))
    assert parts(new) == parts(data)


def test_statements_of_a_person_change_in_their_comment() -> None:
    data = edited(report(), "Tagged", (ReplaceTag, "gri:2-1", "gri:2-1#a"), (MarkReviewed, ("gri:2-1#a",)))
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert [(comment.text, comment.author) for comment in comments] == [
        ("#disc gri:2-1#a\n#reviewed gri:2-1#a", "Jane"),
        ("Please check the figure.", "Jane"),
    ]
    gone = edited(data, "Tagged", (RemoveTag, ("gri:2-1#a",)))
    assert [comment.text for comment in docx.Document(io.BytesIO(gone)).comments] == ["Please check the figure."]
    assert "gri:2-1" not in {tag.text for tag in read(gone).tags}


def test_tag_of_a_content_control_can_be_taken_away_and_is_not_made_longer() -> None:
    data = edited(report(), "Held", (AddTag, ("gri:2-8",)))
    assert b'w:val="disc:gri:2-9"' in parts(data)["word/document.xml"]
    gone = edited(data, "Held", (RemoveTag, ("gri:2-9",)))
    assert b"disc:" not in parts(gone)["word/document.xml"]
    assert {tag.text for tag in read(gone).tags} == {"gri:2-1", "gri:2-8"}


def test_comment_about_several_paragraphs_is_refused_with_what_to_do() -> None:
    word = docx.Document()
    first, last = word.add_paragraph("One."), word.add_paragraph("Two.")
    word.add_comment([first.runs[0], last.runs[0]], "#disc gri:2-1", "Jane", "J")
    data = saved(word)
    with pytest.raises(EditError, match="the comment is about several paragraphs") as refused:
        edited(data, "Two", (RemoveTag, ("gri:2-1",)))
    assert refused.value.hint == "Change the comment in Word"
    assert {tag.text for tag in read(edited(data, "Two", (AddTag, ("gri:2-2",)))).tags} == {"gri:2-1", "gri:2-2"}


@pytest.mark.parametrize("words", ["We emitted", "Emissions", "Tagged", "排放量"])
def test_explanation_is_a_paragraph_and_reads_as_it_was_typed(words: str) -> None:
    said = "We do *not*\nhave <it> & 不适用"
    new = edited(report(), words, (ExplainOmission, "after", ("gri:2-2",), "not material", said))
    [omission] = read(new).omissions
    assert omission.explanation.split() == said.split()
    assert (omission.text, omission.reason) == ("gri:2-2", "not material")
    changed = edited(new, "We do", (SetOmission, ("gri:2-2", "gri:2-3"), "no data"))
    assert [(o.text, o.reason) for o in read(changed).omissions] == [("gri:2-2", "no data"), ("gri:2-3", "no data")]
    place, whole = find_place(changed, at(changed, "We do")), find_element(changed, at(changed, "We do")).whole
    reworded, back = apply(changed, [Reword(place, whole, "Other\nwords")])
    assert read(reworded).omissions[0].explanation.split() == ["Other", "words"]
    assert apply(reworded, back)[0] == changed


def test_explanation_looks_as_the_paragraph_before_it() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Text.", style="Quote")
    paragraph.paragraph_format.page_break_before = True
    paragraph.runs[0].font.italic = True
    new = edited(saved(word), "Text", (ExplainOmission, "after", ("gri:2-2",), "", "None."))
    added = docx.Document(io.BytesIO(new)).paragraphs[-1]
    assert (added.text, added.style.name, added.runs[0].font.italic) == ("None.", "Quote", True)
    assert added.paragraph_format.page_break_before is None


def test_explanation_in_a_table_is_refused() -> None:
    with pytest.raises(EditError, match="only after a paragraph or a heading"):
        edited(report(), "water", (ExplainOmission, "after", ("gri:2-2",), "", "None."))


def test_many_edits_at_once() -> None:
    data = report(without_comments=True)
    places = [find_place(data, at(data, words)) for words in WORDS]
    edits = [AddTag(place, (f"gri:2-{n}",)) for n, place in enumerate(places, 1)]
    edits.append(ExplainOmission(places[2], "after", ("gri:2-22",), "", "None."))
    edits.append(ExplainOmission(places[2], "after", ("gri:2-23",), "", "None either."))
    new, back = apply(data, edits)
    assert {tag.text for tag in read(new).tags} >= {f"gri:2-{n}" for n in range(1, 10)}
    assert {omission.text for omission in read(new).omissions} == {"gri:2-22", "gri:2-23"}
    assert apply(new, back)[0] == data


def test_undo_in_a_file_that_word_has_saved_since() -> None:
    data = report()
    new, back = apply(data, [AddTag(find_place(data, at(data, "waste")), ("gri:305-1",))])
    word = docx.Document(io.BytesIO(new))
    word.paragraphs[2].runs[0].text = "We emitted 13 tonnes."
    undone, _ = apply(saved(word), back)
    assert {tag.text for tag in read(undone).tags} == {"gri:2-1", "gri:2-9"}
    assert "We emitted 13 tonnes." in [passage.text for passage in read(undone).passages]
    word.tables[0].cell(0, 0).paragraphs[0].runs[0].text = "Waste"
    with pytest.raises(EditError) as refused:
        apply(saved(word), back)
    assert refused.value.clash


def test_passage_is_found_again_at_another_paragraph() -> None:
    data = report()
    word = docx.Document(io.BytesIO(data))
    word.paragraphs[0].insert_paragraph_before("New.")
    now = saved(word)
    for words in WORDS:
        then = at(data, words)
        assert find_again(data, now, PATH, [then]) == {then: then._replace(line=then.line + 1)}
    word.tables[0].cell(0, 1).text = "5 t"
    with pytest.raises(EditError) as refused:
        find_again(data, saved(word), PATH, [at(data, "waste")])
    assert refused.value.clash


def _utf_16(data: bytes) -> bytes:
    return replaced(data, "word/document.xml", lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"))


def replaced(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry.filename == name else content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (lambda: _utf_16(report()), "is not in UTF-8"),
        (lambda: b"PK\3\4 not an archive", "it is not an Office file"),
        (lambda: b"before the archive" + report(), "its archive is not written as office programs write it"),
    ],
)
def test_package_that_cannot_be_edited_is_refused_with_what_to_do(data: Callable[[], bytes], why: str) -> None:
    with pytest.raises(EditError, match=why) as refused:
        apply(data(), [AddTag(find_place(data(), Location(PATH, 3, 1)), ("gri:2-1",))])
    assert refused.value.hint


def test_entries_whose_sizes_stand_behind_their_data() -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    stream = Unseekable()
    with zipfile.ZipFile(io.BytesIO(report())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry))
    new_data = edited(stream.getvalue(), "waste", (AddTag, ("gri:305-1",)))
    assert parts(new_data).keys() == parts(report()).keys()


def test_tracked_changes_are_read_as_accepted_and_reported_once() -> None:
    word = docx.Document()
    word.add_paragraph("First.")
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    gone = '<w:del w:id="90" w:author="J"><w:r><w:delText>1</w:delText></w:r></w:del>'
    come = f'<w:ins w:id="91" w:author="J">{run.format("2")}</w:ins>'
    changed = f"<w:p {W}>{run.format('We used ')}{gone}{come}{run.format(' MWh.')}</w:p>"
    word.element.body.insert(1, parse_xml(changed))
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 0).text = "gone", "there"
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="92" w:author="J"/>'))
    data = saved(word)
    document = read(data)
    assert [p.text for p in document.passages] == ["First.", "We used 2 MWh.", "there\t"]
    [finding] = [finding for finding in document.findings if finding.rule == "DI620"]
    assert (str(finding.message), finding.location.line) == ("3 tracked changes are read as accepted", 2)
    new = edited(data, "We used", (AddTag, ("gri:302-1",)))
    assert b"w:delText" in parts(new)["word/document.xml"]
    assert [tag.text for tag in read(new).tags] == ["gri:302-1"]


def test_suppression_in_a_comment() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Text.")
    word.add_comment(
        paragraph.runs, "#suppress DI103 reason: not yet counted owner: esg@example.com until: 2026-12-31", "J"
    )
    [suppression] = read(saved(word)).suppressions
    assert suppression._asdict() | {"location": None} == {
        "rules": "DI103", "reason": "not yet counted", "owner": "esg@example.com", "until": "2026-12-31",
        "location": None, "anchor": "",
    }  # fmt: skip


STATED = {"add": AddTag, "remove": RemoveTag, "review": MarkReviewed, "omit": SetOmission}


@examples(8)
@given(
    without_comments=st.booleans(),
    steps=st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(sorted(STATED)), st.sampled_from(["a:1", "A:2", "x:廢物"])),
        max_size=6,
    ),
)
def test_whatever_is_stated_and_taken_back_every_other_byte_stays(without_comments, steps) -> None:
    first = data = report(without_comments=without_comments)
    texts, undo = [p.text for p in read(data).passages], []
    for number, what, reference in steps:
        passages = read(data).passages
        with contextlib.suppress(EditError):
            place = find_place(data, passages[number % len(passages)].location)
            new, back = apply(data, [STATED[what](place, (reference,))])
            undo += [(data, back)] if back else []
            data = new
            assert [p.text for p in read(data).passages] == texts
    changed = {name for name, content in parts(data).items() if parts(first).get(name) != content}
    assert changed <= NAMED
    for before, back in reversed(undo):
        data, _ = apply(data, back)
        assert data == before
    assert data == first
