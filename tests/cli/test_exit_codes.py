"""The promise to a build server: 0 clean, 1 findings, 2 wrong usage or configuration, 3 could not check.

Internal errors (70) have tests of their own.
"""

import pytest

from disclosure_index.errors import ExitCode

UNGC = '[[frameworks]]\nid = "ungc"\nclaim = "participant"\n'


def test_clean_report_exits_0(run, make_report):
    result = run("check", make_report())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == "FY2024: no findings"


def test_findings_exit_1(run, make_report, principles):
    result = run("check", make_report(principles(*range(1, 12))))
    assert (result.exit_code, result.stderr) == (1, "")
    assert "UNGC has no disclosure 11" in result.stdout


def test_warnings_alone_exit_0_until_they_are_asked_to_fail(run, make_report, principles):
    doubled = principles(*range(1, 11)).replace("ungc:10", "ungc:10 ungc:10")
    folder = make_report(doubled)
    assert "DI209" in run("check", folder).stdout
    assert run("check", folder).exit_code == 0
    assert run("check", folder, "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_exit_code_does_not_depend_on_the_format(run, make_report, principles, form):
    folder = make_report(principles(11))
    assert run("check", folder, "--format", form).exit_code == 1
    (folder / "report.xhtml").write_text("<p>cut off", "utf-8")
    assert run("check", folder, "--format", form).exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--frmat", "json"], "No such option"),
        (["--format", "yaml"], "yaml"),
        (["--as-of", "31.3.2025"], "write it as 2025-03-31"),
        (["--as-of", "2025-02-30"], "write it as 2025-03-31"),
        (["--edition", "hkex-esg"], "KEY=VALUE"),
        (["--profile", "board=hk"], 'profile.board must be main-board or gem, not "hk"'),
        (["--profile", "bord=gem"], "bord"),
        (["--fail-on", "all"], "all"),
    ],
)
def test_wrong_option_exits_2_and_says_what_is_right(run, make_report, arguments, said):
    result = run("check", make_report(), *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_unknown_verb_exits_2(run):
    assert run("chek").exit_code == 2


def test_bad_project_file_exits_2_with_file_line_and_column(run, make_report):
    folder = make_report(project='[profile]\nbord = "gem"\n' + UNGC)
    result = run("check", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        f'{folder / "disclosure-index.toml"}:11:1: error: profile > bord: unknown key; did you mean "board"?'
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('sectors = ["GRI 15"]', 'GRI has no Sector Standard "GRI 15"; use one of GRI 11, GRI 12, GRI 13, GRI 14'),
        ('sectors = ["GRI 12"]\nnot-material = { "11.4" = "x" }', 'the Sector Standards named have no topic "11.4"'),
        ('not-material = { "11.4" = "" }', "not-material > 11.4: "),
    ],
)
def test_sector_or_topic_that_there_is_not_exits_2(run, make_report, more, told):
    result = run("check", make_report(project=f'[[frameworks]]\nid = "gri"\nclaim = "in-accordance"\n{more}\n'))
    assert result.exit_code == 2
    assert told in result.stderr


def test_claim_that_the_framework_does_not_know_exits_2(run, make_report):
    result = run("check", make_report(project='[[frameworks]]\nid = "ungc"\nclaim = "in-accordance"\n'))
    assert result.exit_code == 2
    assert "disclosure-index.toml:11:1: error: UNGC has no claim" in result.stderr
    assert "participant" in result.stderr


@pytest.mark.parametrize("verb", ["check", "gaps", "index"])
def test_missing_folder_exits_3(run, tmp_path, verb):
    result = run(verb, tmp_path / "nowhere")
    assert result.exit_code == 3
    assert result.stderr.splitlines() == [f"{tmp_path / 'nowhere'}: error: no such file or folder"]


@pytest.mark.parametrize("name", ["reprot.xhtml", "--exit-zero", "2025", "other.toml", "report.xhtml.bak"])
@pytest.mark.parametrize("verb", ["check", "gaps", "suggest"])
def test_a_path_beside_a_project_file_that_is_not_there_is_not_the_report(run, make_report, name, verb):
    path = make_report() / name
    result = run(verb, path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.splitlines() == [f"{path}: error: no such file or folder"]


def test_a_document_that_is_named_and_not_there_is_told_as_such(run, make_report):
    folder = make_report()
    (folder / "report.xhtml").unlink()
    result = run("check", folder / "report.xhtml")
    assert result.exit_code == 3
    assert "DI601" in result.stdout


def test_empty_folder_exits_3_and_says_what_to_do(run, tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert "disclosure-index init" in line


def test_missing_document_exits_3_and_is_told_with_its_place(run, make_report):
    folder = make_report()
    (folder / "report.xhtml").unlink()
    result = run("check", folder)
    assert result.exit_code == 3
    assert result.stdout.startswith(f"{(folder / 'report.xhtml').as_posix()}: error DI601 unreadable-source: ")
    assert "not everything could be checked" in result.stdout


def test_broken_xml_exits_3_at_its_line_and_column(run, make_report):
    # The parser knows that it is no entity when it sees what follows the "&".
    folder = make_report("<p>Waste & water</p>")
    result = run("check", folder)
    assert result.exit_code == 3
    assert result.stdout.startswith(f"{(folder / 'report.xhtml').as_posix()}:4:11: error DI601 unreadable-source: ")


@pytest.mark.parametrize("verb", [["gaps"], ["index"], ["explain", "ungc:1"]])
def test_verbs_that_only_show_print_no_table_of_what_they_could_not_read(run, make_report, verb):
    result = run(*verb, make_report("<p>Waste & water</p>"))
    assert result.exit_code == 3
    assert result.stdout == ""
    assert "report.xhtml:4:11: error DI601" in result.stderr


def test_unknown_framework_exits_3_and_names_the_known_ones(run, make_report):
    result = run("check", make_report(project='[[frameworks]]\nid = "esrs"\n'))
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert 'disclosure-index.toml:11:1: error: framework "esrs" is not defined' in line
    assert "hkex-esg" in line


@pytest.mark.parametrize("verb", [["check"], ["gaps"], ["index"], ["explain", "ungc:1"]])
@pytest.mark.parametrize(
    ("edition", "said"),
    [("ungc=1999", 'UNGC has no edition "1999"; use one of 2004'), ("esrs=2023", 'framework "esrs" is not defined')],
)
def test_unknown_edition_exits_2_and_names_the_known_ones(run, make_report, verb, edition, said):
    result = run(*verb, make_report(), "--edition", edition)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {said}")  # no line of the project file is to blame


def test_edition_of_the_project_file_that_there_is_not_exits_2_at_its_line(run, make_report):
    result = run("check", make_report(project='[[frameworks]]\nid = "ungc"\nedition = "1999"\n'))
    assert result.exit_code == 2
    assert 'disclosure-index.toml:11:1: error: UNGC has no edition "1999"; use one of 2004' in result.stderr


def test_year_before_every_edition_exits_3(run, make_report):
    folder = make_report(project='[[frameworks]]\nid = "hkex-esg"\n[profile]\nboard = "gem"\n')
    file = folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace("2024-", "2010-"), "utf-8")
    result = run("check", folder)
    assert result.exit_code == 3
    assert "no edition of HKEX applies to a year beginning on 2010-01-01" in result.stderr


def test_profile_too_thin_to_decide_exits_3(run, make_report):
    folder = make_report("<p>Text.</p>", project='[[frameworks]]\nid = "hkex-esg"\nedition = "2025"\n')
    result = run("check", folder)
    assert result.exit_code == 3
    assert "DI104 undetermined-obligation: HKEX: " in result.stdout
    assert "Set profile.board in the project file" in result.stdout


@pytest.mark.parametrize(
    "year",
    ["start = 9999-01-01, end = 9999-12-31", "start = 0001-01-01, end = 0001-12-31",
     "start = 0001-01-01, end = 9999-12-31", "start = 0000-01-01, end = 0000-12-31",
     "start = 2024-02-30, end = 2024-12-31", "start = 2024-12-31, end = 2024-01-01"],
)  # fmt: skip
@pytest.mark.parametrize("verb", [["check"], ["gaps"], ["export", "-o", "INDEX"]])
def test_days_at_the_ends_of_the_calendar_are_no_internal_error(run, make_report, tmp_path, year, verb):
    folder = make_report()
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8").replace("start = 2024-01-01, end = 2024-12-31", year)
    file.write_text(text.replace("published = 2025-04-30", "published = 9999-12-31"), "utf-8")
    result = run(*(tmp_path / "index.xlsx" if word == "INDEX" else word for word in verb), folder)
    assert result.exit_code in (0, 2, 3)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_suppressions_at_the_ends_of_the_calendar(run, make_report, day):
    project = f'{UNGC}[[policy.suppressions]]\nrule = "DI102"\nreason = "x"\nowner = "x"\nexpires = {day}\n'
    assert run("check", make_report(project=project), "--as-of", day).exit_code == 0
    passage = f'<p data-disclosure="ungc:1" data-suppress="DI207" data-suppress-reason="x" data-suppress-owner="x" ' \
             f'data-suppress-until="{day}">TBC</p>'  # fmt: skip
    assert run("check", make_report(passage, project=project), "--as-of", day).exit_code in (0, 1)


@pytest.mark.parametrize("label", ["9" * 5000, "²", "٣", "9" * 300, "1²"])
def test_a_page_number_that_counts_nothing_is_no_internal_error(run, make_report, label):
    mark = f'<span role="doc-pagebreak" aria-label="{label}"></span>'
    table = '<table role="doc-index"><tr><th>Principle</th><th>Page</th></tr>' \
            f'<tr><td>Principle 1</td><td>{label}-{label[:-1]}8</td></tr></table>'  # fmt: skip
    folder = make_report(f'{mark}<p data-disclosure="ungc:1">12 t.</p>{mark}{table}')
    assert run("check", folder).exit_code in (0, 1, 3)
    assert run("index", folder, "--check").exit_code in (0, 1, 3)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nope"), ("gaps", "nope"), ("suggest", "nope"), ("view", "nope"), ("index", "nope"),
        ("explain", "ungc:1", "nope"), ("baseline", "create", "nope"), ("export", "nope", "-o", "new.xlsx"),
        ("merge", "nope.xlsx", "{report}"), ("import", "nope.pdf", "-o", "new"),
        ("frameworks", "new", "x", "--from", "nope.csv"), ("frameworks", "lint", "--definitions", "nope"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_file_that_is_not_there_could_not_be_checked(run, make_report, monkeypatch, arguments):
    report = make_report()
    monkeypatch.chdir(report.parent)
    assert run(*(str(a).format(report=report) for a in arguments)).exit_code == ExitCode.COULD_NOT_CHECK


@pytest.mark.parametrize(
    "arguments",
    [
        ("frameworks", "show", "hkex"), ("frameworks", "show", "gri:999"), ("frameworks", "show", "nope:1"),
        ("frameworks", "diff", "gri@2021", "gri@1066"), ("rules", "show", "DI999"), ("explain", "Z9", "{report}"),
        ("explain", "nope:1", "{report}"), ("check", "{report}", "--select", "DI999"), ("chek", "{report}"),
        ("index", "{report}", "--view", "filing", "--framework", "nope"), ("completion", "nope"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_name_that_does_not_exist_is_wrong_usage(run, make_report, arguments):
    report = make_report()
    assert run(*(str(a).format(report=report) for a in arguments)).exit_code == ExitCode.USAGE
