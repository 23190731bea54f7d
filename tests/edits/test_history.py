"""Undo and redo over several files, and on the disk."""

from pathlib import Path

import pytest

from disclosure_index.edits import AddTag, EditError, ExplainOmission, History, find_place, write_files
from disclosure_index.model import Location

TEXT = "<html>\n<body>\n<p>一</p>\n</body>\n</html>\n".encode()


@pytest.fixture
def report(tmp_path):
    """Two files on the disk, by their names."""
    names = [str(tmp_path / name) for name in ("en.xhtml", "zh.xhtml")]
    sources = dict.fromkeys(names, TEXT)
    for name in names:
        (tmp_path / name).write_bytes(TEXT)
    return sources


def p(sources, name):
    return find_place(sources[name], Location(name, 3, 1))


def on_disk(sources):
    return {name: Path(name).read_bytes() for name in sources}


def test_a_day_of_edits(report):
    en, zh = report
    states = [dict(report)]
    history = History()
    for label, make in [
        ("tag both", lambda s: [AddTag(p(s, en), ("sdg:1",)), AddTag(p(s, zh), ("sdg:1",))]),
        ("explain", lambda s: [ExplainOmission(p(s, zh), "after", ("sdg:2",), "not-material", "不重大")]),
        ("tag again", lambda s: [AddTag(p(s, zh), ("sdg:3", "sdg:4"))]),
    ]:
        change = history.do(report, make(report), label)
        write_files(change.before, change.after)
        report, history = {**report, **change.after}, change.history
        states.append(report)
        assert on_disk(report) == report
    assert [step.label for step in history.done] == ["tag both", "explain", "tag again"]
    for state in reversed(states[:-1]):
        change = history.undo(report)
        write_files(change.before, change.after)
        report, history = {**report, **change.after}, change.history
        assert report == state == on_disk(report)
    assert [step.label for step in history.undone] == ["tag again", "explain", "tag both"]
    for state in states[1:]:
        change = history.redo(report)
        write_files(change.before, change.after)
        report, history = {**report, **change.after}, change.history
        assert report == state == on_disk(report)
    assert history.undone == ()


def test_what_was_undone_cannot_be_redone_after_something_else(report):
    en, _ = report
    change = History().do(report, [AddTag(p(report, en), ("sdg:1",))])
    history = change.history.undo({**report, **change.after}).history
    assert history.undone
    assert history.do(report, [AddTag(p(report, en), ("sdg:2",))]).history.undone == ()


def test_an_edit_that_changes_nothing_is_no_step(report):
    en, _ = report
    change = History().do(report, [AddTag(p(report, en), ())])
    assert (change.history, change.before, change.after) == (History(), {}, {})


def test_nothing_to_undo_or_redo(report):
    with pytest.raises(EditError, match="no edit was made"):
        History().undo(report)
    with pytest.raises(EditError, match="no edit was undone"):
        History().redo(report)


def test_one_file_refuses_and_none_changes(report):
    en, zh = report
    edits = [AddTag(p(report, en), ("sdg:1",)), AddTag(p(report, zh), ("sdg",))]
    with pytest.raises(EditError, match="is not a reference"):
        History().do(report, edits)
    assert on_disk(report) == report


def test_a_file_of_another_report(report):
    en, zh = report
    with pytest.raises(EditError, match="is not a source"):
        History().do({en: TEXT}, [AddTag(p(report, zh), ("sdg:1",))])


def test_a_clash_on_the_disk_keeps_theirs_and_the_history(report, tmp_path):
    en, _ = report
    change = History().do(report, [AddTag(p(report, en), ("sdg:1",))])
    theirs = TEXT.replace(b"<p>", b"<p >")
    (tmp_path / "en.xhtml").write_bytes(theirs)
    with pytest.raises(EditError) as refused:
        write_files(change.before, change.after)
    assert refused.value.clash
    assert on_disk(report)[en] == theirs


LONG = TEXT.replace(b"</p>", b"</p>\n<p>" + b"far away " * 20 + b"</p>", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"far away </p>", b"far</p>"), (b"</body>", b"<p>new</p></body>"), (b"<html>", b"<html><!-- new\nline -->")],
)
def test_undo_after_somebody_else_changed_the_file_elsewhere(report, old, new):
    """What stands around the edit is looked for, on whatever line it stands now."""
    en, _ = report
    source = LONG.replace(b"<body>\n", b"<body>\n<p>" + b"before " * 20 + b"</p>\n")
    change = History().do({en: source}, [AddTag(find_place(source, Location(en, 4, 1)), ("sdg:1",))])
    theirs = change.after[en].replace(old, new)
    assert theirs != change.after[en]
    assert change.history.undo({en: theirs}).after[en] == source.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"sdg:1", b"sdg:9"),
        ("一".encode(), "二".encode()),
        (b'<p data-disclosure="sdg:1">\xe4\xb8\x80</p>\n<p>', b'<p data-disclosure="sdg:1">'),
    ],
    ids=["the tag", "the text", "the element went and another has its tag"],
)
def test_undo_where_it_is_not_certain_what_was_edited(report, old, new):
    en, _ = report
    change = History().do({en: LONG}, [AddTag(p({en: LONG}, en), ("sdg:1",))])
    theirs = change.after[en].replace(old, new)
    assert theirs != change.after[en]
    with pytest.raises(EditError) as refused:
        change.history.undo({en: theirs})
    assert refused.value.clash
