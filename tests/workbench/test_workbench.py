"""Every step is written and assessed again; what others write meanwhile is noticed, and never written over."""

import os
from difflib import ndiff
from pathlib import Path

import pytest

from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.workbench import (
    accept,
    changed_outside,
    do,
    explain,
    insertion_points,
    open_workbench,
    redo,
    reload,
    set_owner,
    undo,
)
from tests.workbench.conftest import TODAY

GAPS = ["13", "14", "15", "A1.1", "A1.3", "A1.4", "A2.2", "B6.1"]


def source(bench):
    return next(name for name in bench.sources if name.endswith(".xhtml"))


def lines_changed(old, new):
    return [line for line in ndiff(old.decode().split("\n"), new.decode().split("\n")) if line[0] in "+-"]


def test_what_was_read(bench, gaps):
    assert gaps(bench) == GAPS
    assert {Path(name).name for name in bench.sources} == {"disclosure-index.toml", "report.xhtml"}
    assert all(Path(name).read_bytes() == data for name, data in bench.sources.items())


def test_a_gap_closes_in_the_file_and_opens_again(bench, gaps, row, passage):
    name = source(bench)
    before = bench.sources[name]
    found = row(bench, "A1.3").disclosure
    after = do(bench, accept(bench, found, passage(bench, "有害废弃物总量")), "accept")
    assert gaps(after) == [code for code in GAPS if code != "A1.3"]
    assert Path(name).read_bytes() == after.sources[name] != before
    assert [line[:2] for line in lines_changed(before, after.sources[name])] == ["- ", "+ "]
    back = undo(after)
    assert gaps(back) == GAPS
    assert Path(name).read_bytes() == before
    assert back.history.undone[-1].label == "accept"
    again = redo(back)
    assert gaps(again) == gaps(after)
    assert Path(name).read_bytes() == after.sources[name]


def test_the_old_workbench_stays_as_it_was(bench, gaps, row, passage):
    do(bench, accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量")), "accept")
    assert gaps(bench) == GAPS
    assert bench.history.done == ()


def test_an_explanation_closes_a_gap(bench, gaps, row):
    asked = row(bench, "B6.1")
    spot = insertion_points(bench, asked)[0]
    after = do(bench, explain(bench, asked.disclosure, spot, "not-material", "我们不生产可回收的产品。"), "explain")
    assert "B6.1" not in gaps(after)
    name = source(bench)
    [new] = lines_changed(bench.sources[name], after.sources[name])
    assert new.strip("+ ") == '<p data-omission="hkex-esg:B6.1" data-reason="not-material">我们不生产可回收的产品。</p>'


def test_what_changes_nothing_is_no_step(bench, row, passage):
    steps = accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量"))
    once = do(bench, steps, "once")
    twice = do(once, accept(once, row(once, "A1.3").disclosure, passage(once, "有害废弃物总量")), "twice")
    assert [step.label for step in twice.history.done] == ["once"]
    assert twice.last is not None
    assert twice.last.after == {}


def test_a_file_that_somebody_else_wrote_is_noticed_and_not_written_over(bench, row, passage, gaps):
    name = source(bench)
    assert changed_outside(bench) == ()
    theirs = bench.sources[name].replace(b"</body>", b"<p>theirs</p></body>")
    Path(name).write_bytes(theirs)
    assert changed_outside(bench) == (name,)
    with pytest.raises(EditError, match="changed elsewhere") as refused:
        do(bench, accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量")), "accept")
    assert refused.value.clash
    assert Path(name).read_bytes() == theirs
    fresh = reload(bench)
    assert changed_outside(fresh) == ()
    after = do(fresh, accept(fresh, row(fresh, "A1.3").disclosure, passage(fresh, "有害废弃物总量")), "accept")
    assert "A1.3" not in gaps(after)
    assert b"theirs" in Path(name).read_bytes()


def test_a_file_that_was_only_touched_has_not_changed(bench):
    os.utime(source(bench), ns=(1, 1))
    assert changed_outside(bench) == ()


def test_a_file_that_is_gone_has_changed(bench):
    Path(source(bench)).unlink()
    assert changed_outside(bench) == (source(bench),)


def test_undo_refuses_what_was_changed_since(bench, row, passage):
    name = source(bench)
    after = do(bench, accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量")), "accept")
    theirs = after.sources[name].replace(b"hkex-esg:A1.3", b"hkex-esg:A1.4")
    Path(name).write_bytes(theirs)
    with pytest.raises(EditError) as refused:
        undo(reload(after))
    assert refused.value.clash
    assert Path(name).read_bytes() == theirs


def test_undo_that_could_not_be_written_can_be_made_later(sample, row, tmp_path):
    bench = open_workbench(sample("harbour-ferries-2025"), today=TODAY)
    before = {name: Path(name).read_bytes() for name in bench.sources}
    found = next(c for c in bench.assessment.coverage if c.is_gap).disclosure
    steps = [step for d in bench.assessment.report.documents for step in accept(bench, found, d.passages[-1].location)]
    done = do(bench, [*steps, *set_owner(bench, found, "Ada")], "both")
    after = {name: Path(name).read_bytes() for name in bench.sources}
    assert sum(after[name] != before[name] for name in before) == 3
    other = tmp_path / "another-name"
    other.hardlink_to(max(before))  # of one of the files, which may not be replaced then
    with pytest.raises(EditError, match="hard links"):
        undo(done)
    assert {name: Path(name).read_bytes() for name in before} == after
    other.unlink()
    back = undo(done)
    assert {name: Path(name).read_bytes() for name in before} == before
    redo(back)
    assert {name: Path(name).read_bytes() for name in before} == after


def test_both_languages_of_a_report_are_read_and_one_is_written(sample, row):
    bench = open_workbench(sample("harbour-ferries-2025"), today=TODAY)
    assert [Path(name).name for name in bench.sources] == [
        "report-en.xhtml",
        "report-zh-Hant.xhtml",
        "disclosure-index.toml",
    ]
    answered = next(c for c in bench.assessment.coverage if c.disclosure.short == "gri:2-1")
    document = bench.assessment.report.documents[1]
    after = do(bench, accept(bench, answered.disclosure, document.passages[3].location), "tag")
    assert list(after.last.after) == [document.path]
    assert after.assessment.report.documents[0] is bench.assessment.report.documents[0]
    assert len(row(after, "2-1", "gri").links) == len(answered.links) + 1


def test_no_project_file(tmp_path):
    with pytest.raises(CouldNotCheckError, match="no disclosure-index"):
        open_workbench(tmp_path, today=TODAY)


def test_a_project_file_that_was_broken_outside(bench):
    file = bench.project.file
    file.write_text("[report", "utf-8")
    assert changed_outside(bench) == (str(file),)
    with pytest.raises(ConfigError):
        reload(bench)


# --- links out of the folder ---


def _tag(bench, row, passage):
    return accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量"))


def test_a_document_that_becomes_a_link_out_of_the_folder_is_not_written(bench, row, passage, tmp_path):
    """It has the same bytes there, so that nothing else would show it."""
    file = Path(source(bench))
    steps = _tag(bench, row, passage)
    target = tmp_path / "planted.xhtml"
    target.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(target)
    with pytest.raises(EditError, match="--allow-outside"):
        do(bench, steps, "accept")
    assert target.read_bytes() == bench.sources[source(bench)]
    with pytest.raises(ConfigError, match="--allow-outside"):
        reload(bench)


def test_a_document_outside_is_edited_where_that_is_allowed(sample, row, passage, tmp_path):
    folder = sample()
    target = tmp_path / "elsewhere.xhtml"
    (folder / "report.xhtml").rename(target)
    (folder / "report.xhtml").symlink_to(target)
    with pytest.raises(ConfigError, match="--allow-outside"):
        open_workbench(folder, today=TODAY)
    bench = open_workbench(folder, today=TODAY, allow_outside=True)
    after = reload(do(bench, _tag(bench, row, passage), "accept"))
    assert target.read_bytes() == after.sources[source(after)] != bench.sources[source(bench)]
    assert (folder / "report.xhtml").is_symlink()
    assert set_note_of(after, row).sources != after.sources


def set_note_of(bench, row):
    """Write an owner: the project file is read anew for it."""
    return do(bench, set_owner(bench, row(bench, "A1.3").disclosure, "Lo"), "owner")


@pytest.mark.parametrize("kind", ["pipe", "folder", "gone"])
def test_a_document_that_becomes_no_file_is_noticed_and_not_waited_for(bench, kind):
    file = Path(source(bench))
    file.unlink()
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    assert changed_outside(bench) == (source(bench),)
    assert reload(bench).assessment.verdict.unchecked


def test_an_owner_is_not_written_through_a_project_file_that_is_a_link(sample, row, tmp_path):
    """Named by the person it is read; what it leads to is in another folder than the report."""
    folder = sample()
    file, target = folder / "disclosure-index.toml", tmp_path / "elsewhere.toml"
    file.rename(target)
    file.symlink_to(target)
    before = target.read_bytes()
    with pytest.raises(EditError, match="--allow-outside"):
        set_note_of(open_workbench(file, today=TODAY), row)
    assert target.read_bytes() == before
    set_note_of(open_workbench(file, today=TODAY, allow_outside=True), row)
    assert target.read_bytes() != before
