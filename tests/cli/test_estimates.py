"""A day of publication that is an estimate: said once, on top of whatever is shown."""

from pathlib import Path

import pytest

GRI = '[[frameworks]]\nid = "gri"\nclaim = "with-reference"\n'
BODY = '<p data-disclosure="gri:304-1">Two yards lie beside a bird reserve; 12 MWh were used.</p>'
SAID = "Which editions of GRI apply is decided by an estimated day of publication, 2026-04-30"


@pytest.fixture
def folder(make_report) -> Path:
    """Give a report of 2025 whose project file does not know the day of publication."""
    made = make_report(BODY, project=GRI)
    file = made / "disclosure-index.toml"
    text = file.read_text("utf-8").replace("published = 2025-04-30\n", "").replace("2024-", "2025-")
    file.write_text(text, "utf-8")
    return made


@pytest.mark.parametrize(
    "verb",
    [
        ("check",),
        ("check", "--format", "markdown"),
        ("gaps", "--format", "markdown"),
        ("index", "--format", "markdown"),
        ("index", "--format", "html"),
        ("suggest", "--format", "markdown"),
    ],
    ids=" ".join,
)
def test_it_is_said_on_top(run, folder: Path, verb: tuple[str, ...]) -> None:
    result = run(verb[0], str(folder), *verb[1:])
    assert result.stdout.count(SAID) >= 1
    above = result.stdout[: result.stdout.index(SAID)]
    assert len(above.splitlines()) <= 5 or verb[-1] == "html"


def test_explain_says_what_decided_and_prints_no_rule_of_years(run, folder: Path) -> None:
    shown = run("explain", "gri:305-1", str(folder)).stdout
    assert "publication from 2018-07-01 and before 2027-01-01; this report: 2026-04-30 (an estimate" in shown
    assert "financial years" not in shown
    refused = run("explain", "gri:304-1", str(folder))
    assert "gri:304-1@2016, for reports published from 2018-07-01 and before 2026-01-01" in refused.stderr


def test_what_is_withdrawn_by_the_estimate_is_told(run, folder: Path) -> None:
    result = run("check", str(folder))
    assert result.exit_code == 1
    assert "DI203 wrong-edition: GRI 304-1" in result.stdout


def test_the_day_itself_ends_it(run, folder: Path) -> None:
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("[[documents]]", "published = 2025-12-31\n\n[[documents]]", 1), "utf-8")
    result = run("check", str(folder))
    assert SAID[:20] not in result.stdout
    assert "DI203" not in result.stdout


def test_an_estimate_of_nothing_is_refused(run, folder: Path) -> None:
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("[[documents]]", "published-estimate = true\n\n[[documents]]", 1), "utf-8")
    result = run("check", str(folder))
    assert result.exit_code == 2
    assert "published-estimate is set, but published is not" in result.stderr


def test_init_writes_the_estimate_and_that_it_is_one(run, tmp_path: Path) -> None:
    (tmp_path / "r.xhtml").write_text(f"<html><body>{BODY}</body></html>", "utf-8")
    assert run("init", str(tmp_path), "--year-end", "2025-06-30").exit_code == 0
    text = (tmp_path / "disclosure-index.toml").read_text("utf-8")
    assert "\npublished = 2025-10-30  #" in text
    assert "\npublished-estimate = true  #" in text
    assert "DI115" in run("check", str(tmp_path)).stdout
