"""Markdown is edited where it lies: attributes come and go, and no other byte changes."""

import contextlib
import re

import pytest
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
from disclosure_index.model import Location
from disclosure_index.reading.registry import read_source
from tests.support.tiers import examples

PATH = "report.md"
REPORT = """\
---
title: Harbour Ferries
---
# Report

## Emissions {#em}

We emitted 12 tonnes.
More on this.

- one item
- two `items`

| a | b |
|---|---|
| waste | 3 t |
| water | 4 t

> quoted text

```
code
```

<p class="x">html</p>

排放量为 12 吨。
"""


def at(text: str, words: str, encoding: str = "utf-8") -> Location:
    """Give where the passage with some words begins."""
    passages = read_source(text.encode(encoding), PATH, "zh-Hans").passages
    return next(passage.location for passage in passages if words in passage.text)


def edited(text: str, words: str, *edits: object, encoding: str = "utf-8") -> str:
    """Make edits at a passage, one after the other, and undo and redo each."""
    data = text.encode(encoding)
    for edit, *arguments in edits:
        place = find_place(data, at(data.decode(encoding), words, encoding))
        new, back = apply(data, [edit(place, *arguments)])
        assert apply(new, back)[0] == data
        assert apply(data, apply(new, back)[1])[0] == new
        data = new
    return data.decode(encoding)


def changed(text: str, new: str) -> list[str]:
    """Give the lines of a text that another does not have."""
    old = text.splitlines()
    return [line for line in new.splitlines() if line not in old]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Report", '# Report {disclosure="gri:2-1"}'),
        ("Emissions", '## Emissions {#em disclosure="gri:2-1"}'),
        ("We emitted", 'More on this. {disclosure="gri:2-1"}'),
        ("one item", '- one item {disclosure="gri:2-1"}'),
        ("two items", '- two `items` {disclosure="gri:2-1"}'),
        ("waste", '| waste | 3 t | {disclosure="gri:2-1"}'),
        ("water", '| water | 4 t | {disclosure="gri:2-1"}'),
        ("quoted", '> quoted text {disclosure="gri:2-1"}'),
        ("code", "<!-- #disc gri:2-1 -->"),
        ("html", '<p class="x" data-disclosure="gri:2-1">html</p>'),
        ("排放量", '排放量为 12 吨。 {disclosure="gri:2-1"}'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tag_is_written_where_the_reader_reads_it(words: str, line: str, encoding: str) -> None:
    text = REPORT.replace("\n", "\r\n")
    new = edited(text, words, (AddTag, ("gri:2-1",)), encoding=encoding)
    assert changed(text, new) == [line]
    document = read_source(new.encode(encoding), PATH, "en")
    [tag] = document.tags
    assert words in document.passages[tag.span.first].text


@pytest.mark.parametrize("words", ["Report", "Emissions", "We emitted", "two items", "waste", "quoted", "code", "html"])
def test_tag_that_goes_leaves_the_text_as_it_was(words: str) -> None:
    add, remove = (AddTag, ("gri:2-1", "sdg:1")), (RemoveTag, ("gri:2-1", "sdg:1"))
    assert edited(REPORT, words, add, remove) == REPORT


@pytest.mark.parametrize(
    ("line", "edits", "then"),
    [
        ('Text. {disclosure="gri:2-1"}', [(AddTag, ("gri:2-2",))], 'Text. {disclosure="gri:2-1 gri:2-2"}'),
        ("Text. {#x disclosure=gri:2-1}", [(AddTag, ("gri:2-2",))], 'Text. {#x disclosure="gri:2-1 gri:2-2"}'),
        ("Text. {#x disclosure=gri:2-1}", [(RemoveTag, ("GRI:2-1",))], "Text. {#x}"),
        ("Text. {.c disclosure='a:1' lang=en}", [(ReplaceTag, "a:1", "a:2")], "Text. {.c disclosure='a:2' lang=en}"),
        (
            'Text. {data-disclosure="gri:2-1"}',
            [(MarkReviewed, ("gri:2-1",))],
            'Text. {data-disclosure="gri:2-1" reviewed="gri:2-1"}',
        ),
        (
            'Text. {disclosure="gri:2-1" reviewed="gri:2-1"}',
            [(MarkReviewed, ("gri:2-1",), False)],
            'Text. {disclosure="gri:2-1"}',
        ),
        ('{disclosure="gri:2-1"}\nText.', [(RemoveTag, ("gri:2-1",))], "Text."),
        ('{disclosure="gri:2-1"}\nText.', [(AddTag, ("gri:2-2",))], '{disclosure="gri:2-1 gri:2-2"}\nText.'),
        ("<!-- disclosure: gri:2-1 -->\nText.", [(RemoveTag, ("gri:2-1",))], "Text."),
        (
            "<!-- disclosure: gri:2-1, gri:2-2 -->\nText.",
            [(RemoveTag, ("gri:2-1",))],
            "<!-- disclosure: gri:2-2 -->\nText.",
        ),
        (
            "<!-- disclosure: gri:2-1 -->\nText.",
            [(MarkReviewed, ("gri:2-1",))],
            "<!-- disclosure: gri:2-1 #reviewed gri:2-1 -->\nText.",
        ),
        ("Text. <!-- disclosure: gri:2-1 -->", [(RemoveTag, ("gri:2-1",))], "Text."),
        (
            'Text. {omission="gri:2-1" reason="x y"}',
            [(SetOmission, ("gri:2-1",), 'not "material"')],
            'Text. {omission="gri:2-1" reason=\'not "material"\'}',
        ),
        (
            "<!-- omission: gri:2-1 reason: x -->\nText.",
            [(SetOmission, ("gri:2-1",), "not material")],
            "<!-- omission: gri:2-1 reason: not material -->\nText.",
        ),
        ('Text. {omission="gri:2-1" reason="x"}', [(SetOmission, ())], "Text."),
        ("Title\n=====", [(AddTag, ("a:1",))], 'Title {disclosure="a:1"}\n====='),
        ("## Text ##", [(AddTag, ("a:1",))], '## Text {disclosure="a:1"} ##'),
        ("* Text\n\n  more", [(AddTag, ("a:1",))], '* Text {disclosure="a:1"}\n\n  more'),
        ("Some *text*", [(AddTag, ("a:1",))], 'Some *text* {disclosure="a:1"}'),
    ],
)
def test_statements_change_as_they_are_written(line: str, edits: list[object], then: str) -> None:
    text = "Before.\n\n{}\n\nBehind. {{disclosure='z:1'}}\n"
    words = re.search(r"(?i)\b(some )?t(ext|itle)", line)[0]
    assert edited(text.format(line), words, *edits) == text.format(then)


def test_head_of_a_table_is_refused_with_what_to_do() -> None:
    with pytest.raises(EditError, match="the head of a table cannot be tagged") as refused:
        edited("| a | b |\n|---|---|\n| c | d |\n", "a", (AddTag, ("gri:2-1",)))
    assert "Tag a row below it" in refused.value.hint


def test_file_in_a_guessed_encoding_is_refused() -> None:
    with pytest.raises(EditError, match="is a guess") as refused:
        find_place("排放量为 12 吨，环境、社会及管治报告。".encode("gb18030"), Location(PATH, 1, 1))
    assert refused.value.hint == "Save the file as UTF-8"


@pytest.mark.parametrize(
    "said", ["We do *not* have it.", "# 1. no\n2. nor {this}", "没有 | <b> & &amp; `x` [y](z)", "1) x\n- y"]
)
@pytest.mark.parametrize("words", ["We emitted", "Emissions", "quoted", "排放量"])
def test_explanation_is_a_paragraph_and_reads_as_it_was_typed(words: str, said: str) -> None:
    new = edited(REPORT, words, (ExplainOmission, "after", ("gri:2-1",), "not material", said))
    [omission] = read_source(new.encode(), PATH, "en").omissions
    assert omission.explanation.split() == said.split()
    assert (omission.text, omission.reason) == ("gri:2-1", "not material")
    assert [p.text for p in read_source(new.encode(), PATH, "en").passages if p.text != omission.explanation] == [
        p.text for p in read_source(REPORT.encode(), PATH, "en").passages
    ]


def test_reworded_explanation() -> None:
    text = 'We\nhave none. {omission="gri:2-1" reason="x"}\n'
    edit = Reword(
        find_place(text.encode(), Location(PATH, 1, 1)),
        find_element(text.encode(), Location(PATH, 1, 1)).whole,
        "*None*",
    )
    new, back = apply(text.encode(), [edit])
    assert new.decode() == '\\*None\\* {omission="gri:2-1" reason="x"}\n'
    assert apply(new, back)[0] == text.encode()


def test_undo_in_a_text_that_has_changed_elsewhere() -> None:
    new, back = apply(REPORT.encode(), [AddTag(find_place(REPORT.encode(), at(REPORT, "waste")), ("gri:2-1",))])
    moved = new.replace(b"# Report", b"# A report\n\nA word before.")
    assert apply(moved, back)[0] == REPORT.replace("# Report", "# A report\n\nA word before.").encode()
    with pytest.raises(EditError) as refused:
        apply(new.replace(b"gri:2-1", b"gri:2-2"), back)
    assert refused.value.clash


def test_passage_is_found_again_on_another_line() -> None:
    now = REPORT.replace("# Report", "# Report\n\nA new line.")
    for words in ("waste", "quoted", "one item", "html", "Emissions"):
        then = at(REPORT, words)
        assert find_again(REPORT.encode(), now.encode(), PATH, [then]) == {then: then._replace(line=then.line + 2)}
    with pytest.raises(EditError) as refused:
        find_again(REPORT.encode(), now.replace("waste", "Waste").encode(), PATH, [at(REPORT, "waste")])
    assert refused.value.clash


BLOCKS = st.sampled_from(
    [
        *(
            "# Title",
            "## Two ##",
            "Title\n---",
            "text",
            "two\nlines",
            "*emphasis*",
            "`code`",
            "排放量为 12 吨。",
            "a\\",
            "x  \ny",
        ),
        *(
            "- item\n- other",
            "1. one\n\n   more\n2. two",
            "> quoted\n> more",
            "- > deep\n  > more",
            "* a\n  * b\n    - c",
        ),
        *(
            "| a | b |\n|---|---|\n| c | d |\n| e |",
            "a | b\n--|--\nc | d |",
            "```\ncode {x}\n```",
            "    code",
            "***",
            "[a]: b",
        ),
        *(
            "<p>html</p>",
            "<div>\n<p id='x'>a</p>\n</div>",
            "<!-- a note -->",
            "<!-- disclosure: a:1 -->",
            "<td hidden>x",
        ),
        *(
            "{#a .b}",
            'text {disclosure="a:1 a:2"}',
            '{disclosure="a:2"}\ntext',
            "[span]{disclosure='a:1'} text",
            "# T {#t}",
        ),
        *(
            '| a | b |\n|---|---|\n| c | d | {disclosure="a:1"}\n| e | {reviewed="a:1" disclosure="a:1"} |',
            "text <b>x</b>",
        ),
    ]
)
STATED = {"add": AddTag, "remove": RemoveTag, "review": MarkReviewed, "omit": SetOmission}
REFERENCES = st.sampled_from(["a:1", "A:2", "gri:2-1#a,b", "x:廢物"])


@examples(60)
@given(
    blocks=st.lists(BLOCKS, min_size=1, max_size=6),
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    steps=st.lists(st.tuples(st.integers(0, 20), st.sampled_from(sorted(STATED)), REFERENCES), max_size=6),
)
def test_whatever_is_stated_and_taken_back_every_other_byte_stays(blocks, line_break, encoding, steps) -> None:
    first = ("\n\n".join(blocks) + "\n").replace("\n", line_break).encode(encoding)
    data, undo = first, []
    for number, what, reference in steps:
        passages = read_source(data, PATH, "en").passages
        if not passages:
            return
        with contextlib.suppress(EditError):
            place = find_place(data, passages[number % len(passages)].location)
            new, back = apply(data, [STATED[what](place, (reference,))])
            if back:
                undo.append((data, back))
            data = new
            texts = [p.text for p in read_source(data, PATH, "en").passages]
            assert texts == [p.text for p in passages]
    for before, back in reversed(undo):
        data, _ = apply(data, back)
        assert data == before
    assert data == first
