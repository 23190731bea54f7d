"""A file as Word saves it is edited where it lies: every other part stays to the byte, and the text stays."""

import io

import docx
import pytest

from disclosure_index.edits import AddTag, ExplainOmission, MarkReviewed, RemoveTag, SetOmission
from tests.edits.test_word import edited, parts, read
from tests.support.word_as_saved import PASSAGES, word_as_saved

KEPT = (
    "word/footnotes.xml",
    "word/commentsExtended.xml",
    "word/people.xml",
    "customXml/item9.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/footer1.xml",
)
"""Parts that no edit changes; `edited` compares the others by what an edit may change."""


def _texts(data):
    return [passage.text for passage in read(data).passages]


def test_it_has_what_word_saves():
    body = parts(word_as_saved())["word/document.xml"].decode()
    for mark in (
        "fldChar",
        "w:ins ",
        "w:del ",
        "rPrChange",
        "dropDownList",
        "w14:checkbox",
        "dataBinding",
        "AlternateContent",
    ):
        assert mark in body
    assert {*KEPT, "word/comments.xml", "word/media/image1.png"} <= parts(word_as_saved()).keys()


def test_tracked_changes_are_read_as_accepted():
    assert "Scope 2 is 7 tonnes." in _texts(word_as_saved())


@pytest.mark.parametrize("words", PASSAGES)
@pytest.mark.sampled(4)
def test_a_tag_comes_and_goes_and_leaves_every_part_as_it_was(words):
    data = word_as_saved()
    tagged = edited(data, words, (AddTag, ("gri:305-1",)), (MarkReviewed, ("gri:305-1",)))
    assert [tag.reviewed for tag in read(tagged).tags] == [True]
    assert _texts(tagged) == _texts(data)
    assert all(parts(tagged)[name] == parts(data)[name] for name in KEPT)
    gone = edited(tagged, words, (RemoveTag, ("gri:305-1",)))
    assert parts(gone) == parts(data)
    assert "Please check the figure." in [comment.text for comment in docx.Document(io.BytesIO(tagged)).comments]


@pytest.mark.parametrize("words", PASSAGES)
@pytest.mark.sampled(4)
def test_an_omission_is_stated_and_explained_beside_any_of_it(words):
    data = word_as_saved()
    stated = edited(data, words, (SetOmission, ("gri:305-2",), "not-applicable"))
    assert [omission.text for omission in read(stated).omissions] == ["gri:305-2"]
    assert _texts(stated) == _texts(data)
    if words == "waste":
        return  # a paragraph may not stand after a row of a table
    why = "我們沒有設定目標。"
    explained = edited(data, words, (ExplainOmission, "after", ("gri:305-2",), "not-applicable", why))
    assert sorted([*_texts(data), why]) == sorted(_texts(explained))
