"""What a report or a project file says is shown on the terminal, never obeyed by it."""

import pytest

ESC = "\\u001b]0;owned\\u0007\\u001b[31m"
"""In TOML: set the window's title, ring the bell, go red."""
CSI = "\u009b31m"
"""The same as ESC [ 31 m, in one character, which XML allows."""
RTL = "\u202e"
OBEYED = ("\x1b", "\x07", "\x9b", RTL)

HEADING = f'<section id="all" data-disclosure="tcfd:strategy-a"><h1>Plans {CSI}{RTL}</h1><p>{CSI}Text.</p></section>'
TCFD = '[[frameworks]]\nid = "tcfd"\nclaim = "in-accordance"\n'


@pytest.fixture
def hostile(make_report):
    """A report whose title, heading and text try to take over the terminal."""
    return make_report(HEADING, title=f"Report {ESC}", project=TCFD, head=f"Head {CSI}")


VERBS = ("check", "gaps", "gaps --format markdown", "explain strategy-a", "index", "index --format html",
         "index --view disclosures")  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_report_is_shown_not_obeyed(run, hostile, verb):
    result = run(*verb.split(), hostile)
    assert result.exit_code in (0, 1)
    assert result.stdout
    assert not any(c in result.stdout + result.stderr for c in OBEYED)


def test_what_is_not_obeyed_can_still_be_seen(run, hostile):
    assert r"Plans \x9b31m" in run("explain", "strategy-a", hostile).stdout
    assert r"Plans \x9b31m" in run("check", hostile).stdout


def test_a_direction_mark_is_shown_by_its_own_number(run, hostile):
    assert r"\u202e" in run("explain", "strategy-a", hostile).stdout


@pytest.mark.parametrize(
    "project",
    [
        f'[[frameworks]]\nid = "tcfd"\n"{ESC}" = 1\n',
        f'[[frameworks]]\nid = "{ESC}"\n',
        f'[[frameworks]]\nid = "tcfd"\nclaim = "{ESC}"\n',
        f'[[frameworks]]\nid = "tcfd"\nedition = "{ESC}"\n',
        f'[profile]\nboard = "{ESC}"\n{TCFD}',
        f'{TCFD}[[policy.suppressions]]\nrule = "{ESC}"\nreason = "x"\nowner = "x"\nexpires = 2999-01-01\n',
    ],
    ids=["key", "framework", "claim", "edition", "board", "suppression"],
)
def test_project_file_is_shown_not_obeyed(run, make_report, project, monkeypatch):
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)  # as on a terminal
    result = run("check", make_report(HEADING, project=project))
    assert result.stdout + result.stderr
    assert not any(c in result.stdout + result.stderr for c in OBEYED)


@pytest.mark.parametrize("arguments", [["--edition", "tcfd=\x1b]0;owned\x07"], ["--profile", "\x1b]0;owned\x07=x"],
                                       ["--profile", "board=\x1b]0;owned\x07"]])  # fmt: skip
def test_arguments_are_shown_not_obeyed(run, hostile, arguments):
    result = run("check", hostile, *arguments)
    assert result.exit_code in (2, 3)
    assert not any(c in result.stderr for c in OBEYED)


def test_name_of_a_file_is_shown_not_obeyed(run, tmp_path):
    result = run("check", tmp_path / "\x1b]0;owned\x07")
    assert result.exit_code == 3
    assert not any(c in result.stderr for c in OBEYED)
