"""A finding is accepted at its element, in whatever format: with its rule, a reason, an owner and a day."""

import io

import docx
import pytest

from disclosure_index.edits import AddTag, EditError, RemoveTag, Suppress, apply, find_place
from disclosure_index.reading.registry import read_source
from disclosure_index.workbench.difference import difference

FACTS = ("The audit ends in May: see note 3", "Ada Lau 劉", "2027-05-31")
TAGGED = '<p id="a" data-disclosure="gri:305-1">Text.</p>'
MARKDOWN = "# Report\n\nWords before.\n\n{}\n\nWords after.\n"


def word(comment: str = "") -> bytes:
    made = docx.Document()
    made.add_paragraph("Words before.")
    paragraph = made.add_paragraph("Text.")
    table = made.add_table(rows=1, cols=2)
    for cell, text in zip(table.rows[0].cells, ("waste", "3 t"), strict=True):
        cell.text = text
    if comment:
        note = made.add_comment(paragraph.runs, text="")
        note.paragraphs[0].text, *more = comment.split("\n")
        for line in more:
            note.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


SOURCES = {
    "XHTML": ("r.xhtml", f"<html><body>{TAGGED}</body></html>".encode(), "Text."),
    "XHTML without attributes": ("r.xhtml", b"<html><body><p>Text.</p></body></html>", "Text."),
    "single quotes": ("r.xhtml", b"<html><body><p id='a'>Text.</p></body></html>", "Text."),
    "Markdown": ("r.md", MARKDOWN.format("Text.").encode(), "Text."),
    "Markdown with braces": ("r.md", MARKDOWN.format('Text. {#a disclosure="gri:305-1"}').encode(), "Text."),
    "Markdown with a comment": ("r.md", MARKDOWN.format("<!-- disclosure: gri:305-1 -->\nText.").encode(), "Text."),
    "a heading of Markdown": ("r.md", MARKDOWN.format("## Text.").encode(), "Text."),
    "an item of Markdown": ("r.md", MARKDOWN.format("- Text.\n- More.").encode(), "Text."),
    "a row of Markdown": ("r.md", MARKDOWN.format("| a | b |\n|---|---|\n| waste | 3 t |").encode(), "waste\t3 t"),
    "HTML in Markdown": ("r.md", MARKDOWN.format(TAGGED).encode(), "Text."),
    "Word": ("r.docx", word(), "Text."),
    "Word with a tag": ("r.docx", word("#disc gri:305-1"), "Text."),
    "Word with words": ("r.docx", word("Please check this figure."), "Text."),
    "a row of Word": ("r.docx", word(), "waste\t3 t"),
}


def place_of(source, path, text):
    [passage] = [p for p in read_source(source, path, "en").passages if p.text == text]
    return find_place(source, passage.location)


def suppressed(source, path):
    document = read_source(source, path, "en")
    return [(one.rules, one.reason, one.owner, one.until, one.location) for one in document.suppressions]


def stated(source, path):
    document = read_source(source, path, "en")
    return [p.text for p in document.passages], [tag.text for tag in document.tags]


@pytest.mark.parametrize("name", SOURCES)
def test_a_suppression_is_read_back_and_taken_back(name):
    path, source, text = SOURCES[name]
    place = place_of(source, path, text)
    once, back = apply(source, [Suppress(place, ("DI207",), *FACTS)])
    assert suppressed(once, path) == [("DI207", *FACTS, place.location)]
    assert stated(once, path) == stated(source, path)
    assert list(difference({path: source}, {path: once}))
    assert apply(once, back)[0] == source
    again = place_of(once, path, text)
    assert apply(once, [Suppress(again, ("DI207",), *FACTS)]) == (once, ())
    more, _ = apply(once, [Suppress(again, ("DI206",), *FACTS)])
    assert suppressed(more, path) == [("DI207 DI206", *FACTS, place.location)]
    later, _ = apply(once, [Suppress(again, ("DI207",), "Another reason", "Bo", "2028-01-01")])
    assert suppressed(later, path) == [("DI207", "Another reason", "Bo", "2028-01-01", place.location)]
    with pytest.raises(EditError, match="DI207 is suppressed there for another reason, owner or day"):
        apply(once, [Suppress(again, ("DI206",), "Another reason", "Bo", "2028-01-01")])


@pytest.mark.parametrize("name", SOURCES)
def test_tags_come_and_go_beside_a_suppression(name):
    path, source, text = SOURCES[name]
    once, _ = apply(source, [Suppress(place_of(source, path, text), ("DI207",), *FACTS)])
    tagged, _ = apply(once, [AddTag(place_of(once, path, text), ("sdg:5",))])
    assert "sdg:5" in stated(tagged, path)[1]
    assert suppressed(tagged, path) == suppressed(once, path)
    untagged, _ = apply(tagged, [RemoveTag(place_of(tagged, path, text), ("sdg:5",))])
    assert stated(untagged, path) == stated(source, path)
    assert suppressed(untagged, path) == suppressed(once, path)


def test_where_only_a_comment_can_stand_it_is_refused():
    source = MARKDOWN.format("```\ncode\n```").encode()
    with pytest.raises(EditError, match="in the project file"):
        apply(source, [Suppress(place_of(source, "r.md", "code"), ("DI207",), *FACTS)])


@pytest.mark.parametrize("reason", ["so owner: Bo", "until: 2030-01-01"])
def test_a_reason_that_a_word_comment_would_read_otherwise_is_refused(reason):
    source = word()
    with pytest.raises(EditError, match="read differently"):
        apply(source, [Suppress(place_of(source, "r.docx", "Text."), ("DI207",), reason, *FACTS[1:])])
