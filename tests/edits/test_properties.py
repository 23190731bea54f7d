"""Whatever edits are made in whatever source, in whatever order: the way back leads back, byte for byte."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.edits import (
    AddTag,
    EditError,
    ExplainOmission,
    History,
    MarkReviewed,
    RemoveTag,
    ReplaceTag,
    Reword,
    SetOmission,
    apply,
    find_element,
    find_places,
)
from disclosure_index.model import Location
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.tiers import examples

PATH = "r.xhtml"
BREAK = "\N{SYMBOL FOR NEWLINE}"  # stands for the line break of the file
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]
SPACE = st.sampled_from(["", " ", BREAK, f"{BREAK}  ", f"  {BREAK}\t", "\t"])
SOME = st.sampled_from([" ", "  ", f"{BREAK}    ", "\t"])
WORDS = st.sampled_from(["sdg:1", "sdg:2", "SDG:1", "gri:2-1#a,b", "x:廢物", 'x:"&lt', "hkex-esg:A1.2@2020"])
REFERENCES = st.lists(WORDS, max_size=3).map(tuple)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(
    lambda text: "".join(c for c in text if c not in f"{BREAK}\ufffe\uffff")
)
FILLER = st.sampled_from(
    [
        *("", " ", BREAK, f"{BREAK}  ", "text", "廢物𠀀", "&amp;", "a > b"),
        *("<!-- <p> -->", f"<!-- a{BREAK}b -->", "<?p <p> ?>", "<![CDATA[ <p></p> ]]>"),
    ]
)


@st.composite
def attributes(draw):
    parts = []
    for name in draw(st.lists(st.sampled_from(["id", "title", "data-disclosure", "data-omission"]), unique=True)):
        quote = draw(st.sampled_from("\"'"))
        value = draw(
            st.sampled_from(["", "x", "sdg:1", f" sdg:2{BREAK} sdg:1 ", "a&#32;b", "&quot;&apos;", "1 > 2", "標"])
        )
        parts.append(f"{draw(SOME)}{name}{draw(st.sampled_from(['=', ' = ']))}{quote}{value}{quote}")
    return "".join(parts) + draw(SPACE)


@st.composite
def elements(draw, depth=3):
    name = draw(st.sampled_from(["section", "div", "p", "b", "li", "h2"]))
    if draw(st.integers(0, 4)) == 0:
        return f"<{name}{draw(attributes())}/>"
    inner = draw(st.lists(elements(depth - 1) if depth else FILLER, max_size=3))
    body = "".join(draw(FILLER) + part for part in inner) + draw(FILLER)
    return f"<{name}{draw(attributes())}>{body}</{name}{draw(SPACE)}>"


@st.composite
def sources(draw):
    body = "".join(draw(st.lists(elements(), min_size=1, max_size=3)))
    text = f"<html{draw(attributes())}>{draw(SPACE)}<body>{body}</body></html>{draw(SPACE)}"
    return text.replace(BREAK, draw(st.sampled_from(["\n", "\r\n", "\r"]))).encode(draw(st.sampled_from(ENCODINGS)))


def starts(source):
    """Give the location of every element, by a reader that marks none out."""
    from xml.parsers import expat

    found = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: found.append(
        Location(PATH, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    )
    parser.Parse(source, True)
    return found


@st.composite
def tag_edits(draw, place):
    return draw(
        st.one_of(
            st.builds(AddTag, st.just(place), REFERENCES),
            st.builds(RemoveTag, st.just(place), REFERENCES),
            st.builds(ReplaceTag, st.just(place), WORDS, WORDS),
            st.builds(SetOmission, st.just(place), REFERENCES, TEXTS),
            st.builds(MarkReviewed, st.just(place), REFERENCES, st.booleans()),
        )
    )


@st.composite
def batches(draw, source):
    locations = draw(st.lists(st.sampled_from(starts(source)), min_size=1, max_size=4))
    edits = []
    for place in find_places(source, PATH, locations):
        which = draw(st.integers(0, 6))
        if which == 0:
            edits.append(find_element(source, place.location))
        elif which == 1:
            edits.append(Reword(place, find_element(source, place.location).whole, draw(TEXTS)))
        elif which <= 3:
            where = draw(st.sampled_from(["after", "inside"]))
            references = draw(REFERENCES.filter(bool))
            edits.append(ExplainOmission(place, where, references, draw(TEXTS), draw(TEXTS) + "."))
        else:
            edits.append(draw(tag_edits(place)))
    return edits


@given(sources(), st.data())
@examples(200)
def test_any_edits_and_the_way_back_are_the_identity(source, data):
    states, history = [source], History()
    for _ in range(data.draw(st.integers(1, 4))):
        now = states[-1]
        try:
            change = history.do({PATH: now}, data.draw(batches(now)))
        except EditError as error:
            assert not error.clash  # it was made for this very source
            continue
        if change.after:
            history = change.history
            states.append(change.after[PATH])
            assert read_xhtml(states[-1], PATH, "en").readable
    for _ in range(2):
        for state in reversed(states[:-1]):
            change = history.undo({PATH: states[len(history.done)]})
            assert change.after[PATH] == state
            history = change.history
        for state in states[1:]:
            change = history.redo({PATH: states[len(history.done)]})
            assert change.after[PATH] == state
            history = change.history


@given(sources(), st.data())
@examples(120)
def test_an_edit_of_a_start_tag_changes_no_byte_outside_it(source, data):
    location = data.draw(st.sampled_from(starts(source)))
    [place] = find_places(source, PATH, [location])
    edit = data.draw(tag_edits(place))
    with contextlib.suppress(EditError):
        result, back = apply(source, [edit])
        if not back:
            assert result == source
            return
        [undo] = back
        now = undo.place
        assert (now.location, now.element, undo.gap, undo.then) == (location, place.element, b"", place.start_tag)
        starts_at = {m for m in range(len(source)) if source.startswith(place.start_tag, m)}
        assert any(result == source[:m] + now.start_tag + source[m + len(place.start_tag) :] for m in starts_at)


@given(sources(), st.data(), REFERENCES.filter(bool))
@examples(120)
def test_the_reader_finds_the_tag_at_that_element_and_the_rest_as_it_was(source, data, references):
    location = data.draw(st.sampled_from(starts(source)))
    before = read_xhtml(source, PATH, "en")
    result, _ = apply(source, [AddTag(find_places(source, PATH, [location])[0], references)])
    after = read_xhtml(result, PATH, "en")
    here = [tag.text.casefold() for tag in after.tags if tag.span.location == location]
    was = [tag.text.casefold() for tag in before.tags if tag.span.location == location]
    assert here[: len(was)] == was
    assert set(here) == {*was, *(reference.casefold() for reference in references)}
    assert len(after.tags) == len(before.tags) + len(here) - len(was)
    assert [p.text for p in after.passages] == [p.text for p in before.passages]
    assert [o.text for o in after.omissions] == [o.text for o in before.omissions]
    assert [s.title for s in after.sections] == [s.title for s in before.sections]


@given(sources(), st.data(), REFERENCES.filter(bool), TEXTS, TEXTS)
@examples(120)
def test_the_reader_finds_what_was_explained(source, data, references, reason, explanation):
    location = data.draw(st.sampled_from(starts(source)))
    place = find_places(source, PATH, [location])[0]
    where = data.draw(st.sampled_from(["after", "inside"]))
    before = read_xhtml(source, PATH, "en")
    try:
        result, _ = apply(source, [ExplainOmission(place, where, references, reason, explanation + "。")])
    except EditError as error:
        assert "cannot stand" in error.why or "has no inside" in error.why
        return
    after = read_xhtml(result, PATH, "en")
    old = [(o.text, o.reason) for o in before.omissions]
    new = [(o.text, o.reason) for o in after.omissions]
    for reference in references:
        assert new.count((reference, reason.strip())) > old.count((reference, reason.strip()))
    said = [" ".join((explanation + "。").split())]
    assert any(o.explanation.split() == said[0].split() for o in after.omissions)
    assert len(after.omissions) == len(before.omissions) + len(references)
