"""The real samples, which people formatted by hand: an edit changes its own bytes, and only its own statement."""

from dataclasses import fields, is_dataclass, replace
from difflib import ndiff

import pytest

from disclosure_index.edits import (
    AddTag,
    ExplainOmission,
    History,
    MarkReviewed,
    RemoveTag,
    apply,
    find_places,
    write_files,
)
from disclosure_index.model import Location, parse_reference
from disclosure_index.reading.xhtml import read_xhtml

SAMPLES = {
    "alibaba-2024/report.xhtml": "zh-Hans",
    "harbour-ferries-2025/report-en.xhtml": "en",
    "harbour-ferries-2025/report-zh-Hant.xhtml": "zh-Hant",
}


@pytest.fixture(params=SAMPLES)
def sample(request, root):
    """The bytes of a sample, and its document."""
    data = (root / "report_sources" / request.param).read_bytes()
    return data, read_xhtml(data, "r.xhtml", SAMPLES[request.param])


def lines_changed(old, new):
    return [line for line in ndiff(old.decode().split("\n"), new.decode().split("\n")) if line[0] in "+-"]


def passages(document):
    """The elements that passages are made of, each once."""
    found = dict.fromkeys(passage.location for passage in document.passages)
    return [location for location in found if location.line > 1]


def test_every_passage_has_a_place_and_every_tag(sample):
    data, document = sample
    locations = [*passages(document), *(tag.span.location for tag in document.tags)]
    places = find_places(data, "r.xhtml", locations)
    elements = [place.element for place in places[-len(document.tags) :]]
    assert elements == [tag.span.element for tag in document.tags]


@pytest.mark.sampled(1)
def test_a_tag_more_is_that_tag_and_nothing_else(sample):
    data, document = sample
    locations = passages(document)[:: len(passages(document)) // 12]
    for place in find_places(data, "r.xhtml", locations):
        result, back = apply(data, [AddTag(place, ("gri:1-1", "x:廢"))])
        [undo] = back
        start = _offset(data, place.location)
        end, grown = start + len(place.start_tag), len(undo.place.start_tag) - len(place.start_tag)
        assert result == data[:start] + undo.place.start_tag + data[end:]
        assert undo.place.start_tag.startswith(place.start_tag[:-1].rstrip(b'"'))

        def before(location, result=result, end=end, grown=grown):
            """Give where something stood before the start tag grew."""
            offset = _offset(result, location)
            return _location(data, offset - grown if offset >= end + grown else offset)

        after = _relocated(read_xhtml(result, "r.xhtml", document.language), before)
        new = [tag for tag in after.tags if tag not in document.tags]
        assert [(tag.reference, tag.span.location) for tag in new] == [
            (parse_reference(text), place.location) for text in ("gri:1-1", "x:廢")
        ]
        assert replace(after, tags=tuple(tag for tag in after.tags if tag in document.tags)) == document
        assert apply(result, back)[0] == data


def _offset(data, location):
    before = data.split(b"\n", location.line)[: location.line]
    return sum(len(line) + 1 for line in before[:-1]) + len(before[-1].decode()[: location.column - 1].encode())


def _location(data, offset):
    line = data[:offset].rpartition(b"\n")[2].decode()
    return Location("r.xhtml", data.count(b"\n", 0, offset) + 1, len(line) + 1)


def _relocated(value, move):
    """Give a value with every location in it moved."""
    if isinstance(value, Location):
        return move(value) if value.line else value
    if isinstance(value, tuple):
        parts = [_relocated(part, move) for part in value]
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    if isinstance(value, dict):
        return {key: _relocated(part, move) for key, part in value.items()}
    if is_dataclass(value):
        changed = {field.name: _relocated(getattr(value, field.name), move) for field in fields(value)}
        return replace(value, **changed)
    return value


def test_every_tag_is_removed_and_put_back(sample):
    data, document = sample
    texts = {tag.span.location: () for tag in document.tags}
    for tag in document.tags:
        texts[tag.span.location] += (tag.text,)
    places = find_places(data, "r.xhtml", texts)
    edits = [RemoveTag(place, said) for place, said in zip(places, texts.values(), strict=True)]
    bare, back = apply(data, edits)
    assert b"data-disclosure" not in bare.replace(b"[data-disclosure]", b"")
    after = read_xhtml(bare, "r.xhtml", document.language)
    assert after.tags == ()
    assert [p.text for p in after.passages] == [p.text for p in document.passages]
    assert apply(bare, back)[0] == data


def test_an_editors_day(root, tmp_path):
    """Issue 6: a suggestion accepted, an omission explained: one start tag and one new paragraph."""
    file = tmp_path / "report.xhtml"
    source = (root / "report_sources/alibaba-2024/report.xhtml").read_bytes()
    file.write_bytes(source)
    name = str(file)
    document = read_xhtml(source, name, "zh-Hans")
    row = next(p for p in document.passages if p.kind == "table-row" and "有害废弃物总量" in p.text)
    paragraph = next(p for p in document.passages if p.kind == "paragraph" and "WUE" in p.text)
    tagged, explained = find_places(source, name, [row.location, paragraph.location])
    history, sources = History(), {name: source}
    for edit in (
        AddTag(tagged, ("hkex-esg:A1.3",)),
        ExplainOmission(explained, "after", ("hkex-esg:B6.1",), "not-material", "本集团不生产可回收的产品。"),
    ):
        change = history.do(sources, [edit])
        write_files(change.before, change.after)
        history, sources = change.history, {**sources, **change.after}
    assert file.read_bytes() == sources[name]
    changed = lines_changed(source, sources[name])
    indent = source.decode().split("\n")[paragraph.location.line - 1].split("<")[0]
    new = '<p data-omission="hkex-esg:B6.1" data-reason="not-material">本集团不生产可回收的产品。</p>'
    assert sorted(line[:2] for line in changed) == ["+ ", "+ ", "- "]
    assert f"+ {indent}{new}" in changed
    [old] = [line[2:] for line in changed if line[0] == "-"]
    opening = tagged.start_tag.decode()
    closing = ' data-disclosure="hkex-esg:A1.3">'
    assert f"+ {old.replace(opening, opening[:-1] + closing, 1)}" in changed
    [omission] = [o for o in read_xhtml(sources[name], name, "zh-Hans").omissions if o.text == "hkex-esg:B6.1"]
    assert (omission.reason, omission.explanation) == ("not-material", "本集团不生产可回收的产品。")
    for _ in range(2):
        change = history.undo(sources)
        write_files(change.before, change.after)
        history, sources = change.history, {**sources, **change.after}
    assert file.read_bytes() == source


@pytest.mark.parametrize("where", ["after", "inside"])
def test_an_omission_can_be_explained_all_over(sample, where):
    data, document = sample
    locations = (
        [p.location for p in document.passages if p.kind == "paragraph"]
        if where == "after"
        else [s.location for s in document.sections]
    )
    places = find_places(data, "r.xhtml", locations)
    edits = [
        ExplainOmission(place, where, (f"x:{n}",), "r", f"explanation {n}")
        for n, place in enumerate(places)
        if where == "after" or place.element == "section"
    ]
    for edit in edits[:: max(1, len(edits) // 10)]:
        result, back = apply(data, [edit])
        changed = lines_changed(data, result)
        assert len(changed) == 1
        assert changed[0].startswith("+ ")
        assert changed[0].strip().endswith("</p>")
        assert apply(result, back)[0] == data
    result, back = apply(data, edits)
    after = read_xhtml(result, "r.xhtml", document.language)
    assert {o.text for o in after.omissions if o.text.startswith("x:")} == {e.references[0] for e in edits}
    assert len(after.passages) == len(document.passages) + len(edits)
    assert apply(result, back)[0] == data


def test_marks_are_no_part_of_the_report(sample):
    data, document = sample
    places = find_places(data, "r.xhtml", [tag.span.location for tag in document.tags])
    edits = [MarkReviewed(place, (tag.text,)) for place, tag in zip(places, document.tags, strict=True)]
    result, _ = apply(data, edits)
    after = read_xhtml(result, "r.xhtml", document.language)
    assert [p.text for p in after.passages] == [p.text for p in document.passages]
    assert [t.text for t in after.tags] == [t.text for t in document.tags]
    assert all(tag.reviewed for tag in after.tags)
    assert not any(tag.reviewed for tag in document.tags)
