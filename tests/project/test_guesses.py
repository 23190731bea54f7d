"""The guesses of a project file are known by their comments, in every language, and confirmed byte for byte."""

import tomllib

import pytest

from disclosure_index.edits import EditError, History, ReplaceLines
from disclosure_index.messages import render
from disclosure_index.project import guesses as of
from disclosure_index.project.guesses import guesses

PATH = "disclosure-index.toml"
LINES = [
    ('title = "Report # 1"', of.GUESSED, 'title = "Report # 1"'),
    ("issuer = 'A \"B\" Ltd'", of.guessed_from('page 3, "A # B"'), "issuer = 'A \"B\" Ltd'"),
    ('claim = "with-reference"', of.guessed_among("in-accordance"), 'claim = "with-reference"'),
    ("[[frameworks]]", of.framework_from("“GRI Standards”, page 2", "GRI Standards"), "[[frameworks]]"),
    ("[[frameworks]]", of.framework_from_tags("TCFD"), "[[frameworks]]"),
]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("said", "why", "after"), LINES, ids=str)
def test_a_guess_is_found_and_confirmed(language, end, said, why, after):
    comment = render(why, language)
    text = end.join(["# a guess: who knows", f"{said}  # {comment}", 'id = "x"  # mine', ""])
    [guess] = guesses(text)
    assert (guess.first, guess.why) == (2, comment)
    assert guess.value == ('id = "x"  # mine' if said.startswith("[[") else said)
    done = History().do({PATH: text.encode()}, [ReplaceLines(PATH, guess.first, guess.before, guess.after)])
    assert done.after[PATH].decode() == end.join(["# a guess: who knows", after, 'id = "x"  # mine', ""])
    assert done.history.undo(done.after).after == {PATH: text.encode()}


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_board_is_confirmed_with_its_exchange(language):
    comment = render(of.board_named("gem", "“Main Board”, page 1"), language)
    text = f'[profile]\n# exchange = "hkex"\n# board = "main-board"  # {comment}\n# size = "other"\n'
    [guess] = guesses(text)
    done = History().do({PATH: text.encode()}, [ReplaceLines(PATH, guess.first, guess.before, guess.after)])
    assert tomllib.loads(done.after[PATH].decode()) == {"profile": {"exchange": "hkex", "board": "main-board"}}


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_what_was_not_found_is_named_and_cannot_be_confirmed(language):
    [guess] = guesses(f'issuer = ""  # {render(of.NOT_FOUND, language)}\n')
    assert (guess.value, guess.after) == ('issuer = ""', ())


@pytest.mark.parametrize(
    "line", ['title = "# a guess: confirm"', "# a guess: confirm", 'x = "a"  # not a guess: confirm it']
)
def test_other_lines_are_no_guesses(line):
    assert guesses(line) == ()


def test_a_line_that_changed_meanwhile_is_not_confirmed():
    text = "a = 1  # a guess: confirm\n"
    [guess] = guesses(text)
    with pytest.raises(EditError) as refused:
        History().do({PATH: b"a = 2\n"}, [ReplaceLines(PATH, guess.first, guess.before, guess.after)])
    assert refused.value.clash
