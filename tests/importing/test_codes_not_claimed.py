"""Read or told: codes that stand as in an index are claimed, or a finding names them, until that is confirmed."""

import pytest

CODES = [f"{standard}-{n}" for standard, n in ((302, 1), (302, 3), (303, 3), (305, 1), (305, 2), (305, 3), (401, 1))]
FIGURES = "| Indicator | Unit | 2024 | 2023 | GRI code |\n|---|---|---|---|---|\n" + "".join(
    f"| Figure {n} | t | {n + 12} | {n + 14} | {code} |\n" for n, code in enumerate(CODES)
)
LINES = "".join(f"{code} A line of text about it . . . page {n + 3}\n\n" for n, code in enumerate(CODES))


def report(index: str) -> str:
    return f"# Report 2024\n\nWe sailed for the whole of the year.\n\n## Figures\n\n{index}\n"


@pytest.fixture
def imported(run, tmp_path):
    def call(text):
        (tmp_path / "r.md").write_text(text, "utf-8")
        result = run("import", tmp_path / "r.md", "-o", tmp_path / "o")
        return result, tmp_path / "o"

    return call


@pytest.mark.parametrize("index", [FIGURES, LINES], ids=["figures", "lines"])
def test_codes_that_stand_densely_are_claimed_or_told(imported, index):
    result, folder = imported(report(index))
    tagged = (folder / "r.xhtml").read_text("utf-8")
    told = result.stderr + (folder / "disclosure-index.toml").read_text("utf-8")
    assert all(f"gri:{code}" in tagged or f"gri:{code}" in told for code in CODES)
    assert (result.exit_code == 3) == ("DI616" in result.stderr)


UNREAD = (
    "# Report 2024\n\nWe sailed.\n\n## Tavola di correlazione\n\n| Tema | Dove |\n|---|---|\n" + "| acqua | qui |\n" * 4
)


def test_check_repeats_it_until_it_is_confirmed(imported, run):
    _, folder = imported(UNREAD)
    first = run("check", folder)
    assert first.exit_code == 3
    assert "DI616" in first.stdout
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8").replace("confirmed = false", "confirmed = true")
    file.write_text(text + '\n[[frameworks]]\nid = "ungc"\n', "utf-8")
    again = run("check", folder)
    assert again.exit_code != 3
    assert "DI616" not in again.stdout


@pytest.mark.parametrize(("confirmed", "missing"), [("false", False), ("true", True)])
def test_nothing_is_missing_of_a_framework_whose_index_was_not_read(imported, run, harbour, confirmed, missing):
    _, folder = imported(harbour)
    entry = f'\n[[not-read]]\ndocument = "r.xhtml"\nnot-claimed = ["gri:302-1"]\nconfirmed = {confirmed}\n'
    file = folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8") + entry, "utf-8")
    assert ("DI101" in run("check", folder).stdout) == missing


@pytest.mark.parametrize(
    "heading", ["GRI content index", "Tavola di correlazione", "GRI-Index", "索引表", "TCFD 對照表"]
)
def test_a_heading_of_an_index_of_which_nothing_is_read_is_told(imported, heading):
    rows = "".join(f"| {'abcd'[n]} thing | elsewhere |\n" for n in range(4))
    result, _ = imported(f"# Report 2024\n\nWe sailed.\n\n## {heading}\n\n| Thing | Where |\n|---|---|\n{rows}")
    assert result.exit_code == 3
    assert heading in result.stderr


def test_an_index_that_is_read_is_not_told(import_sources, harbour):
    assert "DI616" not in import_sources(report_md=harbour).said


@pytest.mark.parametrize("text", ["We sail to Harbour 305 times.", "Section 2-1 of the law of 1990 applies."])
def test_numbers_in_text_are_no_codes(imported, text):
    result, _ = imported(f"# Report 2024\n\n{text}\n")
    assert result.exit_code == 0
    assert "DI616" not in result.stderr


def test_codes_in_the_text_alone_are_told(imported):
    result, _ = imported("# Report 2024\n\nWe measured our emissions by GRI 305-1 and used less energy by far.\n")
    assert "305-1" in result.stderr


TOPICS = ("201", "204", "205", "206", "207", "301", "302", "303", "305", "306", "401", "403")


def topics(disclosures=0):
    rows = "".join(f"| GRI 2-{n} | Title {n} | {n} |\n" for n in range(1, disclosures + 1))
    rows += "".join(f"| GRI {topic} | Topic {topic} | 27 |\n" for topic in TOPICS)
    return report(f"| GRI content index | Title | Page |\n|---|---|---|\n{rows}")


@pytest.mark.parametrize("disclosures", [3, 30])
def test_each_row_that_names_a_standard_alone_is_reported_once(imported, disclosures):
    """Such a row is read, and says nothing of a disclosure: it does not make the index one that was not read."""
    result, _ = imported(topics(disclosures))
    assert result.exit_code == 0
    assert "DI616" not in result.stderr
    assert result.stderr.count("DI403") == len(TOPICS)
    assert "remove the row" not in result.stderr


def test_an_index_of_nothing_but_standards_is_reported_in_one_finding(imported):
    result, _ = imported(topics())
    assert result.exit_code == 0
    assert result.stderr.count("DI616") + result.stderr.count("DI403") == 1
    assert all(f"GRI {topic}" in result.stderr for topic in TOPICS)


def test_the_row_of_a_standard_above_its_disclosures_is_claimed_with_them(imported):
    rows = "".join(f"| GRI {topic} | Topic | 27 |\n| GRI {topic}-1 | First | 27 |\n" for topic in TOPICS)
    result, _ = imported(report(f"| GRI content index | Title | Page |\n|---|---|---|\n{rows}"))
    assert result.exit_code == 0
    assert "DI616" not in result.stderr
