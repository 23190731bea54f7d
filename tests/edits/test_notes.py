"""Notes in the project file: what people wrote there stays as it is."""

import pytest

from disclosure_index.edits import EditError, History, SetNote

PATH = "disclosure-index.toml"
WRITTEN = """# our report
[report]
title = 'Report'   # as printed

[[documents]]
path = "a.xhtml"
"""


def done(text, *edits, path=PATH):
    """Make the edits, and hold that undo and redo lead back and forth."""
    source = text.encode()
    change = History().do({path: source}, edits)
    if not change.after:
        assert not change.history.done
        return text
    undone = change.history.undo(change.after)
    assert undone.after == {path: source}
    assert undone.history.redo(undone.after).after == change.after
    return change.after[path].decode()


def owner(value, disclosure="hkex-esg:A1.3", path=PATH):
    return SetNote(path, "owners", disclosure, value)


def test_the_first_owner_opens_the_table():
    assert done(WRITTEN, owner("陳小姐")) == f'{WRITTEN}\n[owners]\n"hkex-esg:A1.3" = "陳小姐"\n'


def test_a_framework_needs_no_quotes():
    assert done(WRITTEN, owner("x", "gri")).endswith('\n[owners]\ngri = "x"\n')


def test_another_owner_takes_the_place_of_the_first_in_whatever_case():
    text = WRITTEN + "\n[owners] # people\n'HKEX-ESG:a1.3' = 'A' # since May\ngri = 'B'\n"
    assert done(text, owner("C")) == text.replace("'A'", '"C"')


@pytest.mark.parametrize("rest", ["gri = 'B'\n", ""])
def test_the_last_one_takes_the_table_away(rest):
    text = f"{WRITTEN}\n[owners]\n'hkex-esg:A1.3' = 'A'\n{rest}"
    left = done(text, owner(None))
    assert ("[owners]" in left) == bool(rest)
    assert left.startswith(WRITTEN)
    assert "A1.3" not in left


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_line_stays_as_written(end):
    text = f"{WRITTEN}year = {{ start = 2024-01-01, end = 2024-12-31 }}\n\n[notes]\n\n 'gri:2-1'='x'\n".replace(
        "\n", end
    )
    after = done(text, owner("A"), SetNote(PATH, "notes", "gri:2-2", "b\u2028c"))
    assert [line for line in text.split("\n") if line not in after.split("\n")] == []


def test_what_is_said_already_is_no_change():
    text = f"{WRITTEN}\n[owners]\n'hkex-esg:A1.3' = 'A'\n"
    assert done(text, owner("A")) == text
    assert done(WRITTEN, owner(None)) == WRITTEN


def test_in_pyproject():
    text = "[project]\nname = 'x'\n[tool.disclosure-index.report]\ntitle = 'R'\n"
    path = "pyproject.toml"
    after = done(text, SetNote(path, "notes", "gri:2-5", 'see "p. 4"\n'), path=path)
    assert after == text + '\n[tool.disclosure-index.notes]\n"gri:2-5" = "see \\"p. 4\\"\\n"\n'


def test_line_breaks_stay():
    text = WRITTEN.replace("\n", "\r\n")
    after = done(text, owner("A"))
    assert after.startswith(text)
    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("source", [b"title = ", b"\xff", b"owners = 3\n"])
def test_what_is_no_project_file_is_left_alone(source):
    with pytest.raises(EditError) as refused:
        History().do({PATH: source}, [owner("A")])
    assert str(refused.value).startswith(f"{PATH}: error: cannot save the note")


def test_a_note_that_no_file_can_hold_is_refused():
    with pytest.raises(EditError, match="cannot"):
        History().do({PATH: WRITTEN.encode()}, [owner("\ud800")])


def test_an_undo_over_somebody_elses_change_is_a_clash():
    change = History().do({PATH: WRITTEN.encode()}, [owner("A")])
    with pytest.raises(EditError) as refused:
        change.history.undo({PATH: WRITTEN.encode() + b"# new\n"})
    assert refused.value.clash
