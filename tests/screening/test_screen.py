"""A screen: one row per report whatever becomes of it, the same bytes in any order, nothing looked at twice."""

import gzip
import shutil

import psutil
import pytest

from disclosure_index.errors import ConfigError
from disclosure_index.session import open_assessment
from tests.screening.conftest import AS_OF, GOOD, REPORTS, data_of, log_of, report, rows


def test_each_report_has_one_row(market):
    folder, done = market
    found = dict(rows(folder, "reports", "report, status"))
    assert found == {
        **{f"reports/{name}": "checked" for name in GOOD},
        "reports/no-framework.md": "not-checked",
        "reports/truncated.pdf": "not-checked",
        "reports/tagged": "checked",
    }
    assert (done.total, done.checked, done.in_part, done.not_checked) == (8, 6, 0, 2)
    assert done.passed_over == {".json": 1}


def test_what_could_not_be_looked_at_says_why(market):
    folder, _ = market
    problems = {report: (kind, said) for report, kind, said in rows(folder, "problems", "report, kind, message")}
    assert problems["reports/no-framework.md"][0] == "no-framework"
    kind, said = problems["reports/truncated.pdf"]
    assert kind == "unreadable"
    assert "truncated.pdf" in said
    assert set(problems) == {"reports/no-framework.md", "reports/truncated.pdf"}


def test_data_sets_are_partitioned_by_the_financial_year(market):
    folder, _ = market
    years = dict(rows(folder, "reports", "report, year"))
    assert years["reports/dune.md"] == 2023
    assert years["reports/amber.md"] == 2024
    assert years["reports/truncated.pdf"] is None
    assert (folder / "coverage" / "year=2023" / "part-0.parquet").exists()


def test_coverage_says_where_and_what(market):
    folder, _ = market
    where = "WHERE report = 'reports/amber.md' AND code IN ('305-1', '401-1') ORDER BY code"
    found = rows(folder, "coverage", "code, edition, status, place, page, reason", where)
    climate = "Amber Limited sustainability report 2024 > 1. Climate"
    assert found == [
        ("305-1", "2016", "disclosed", climate, "2", None),
        ("401-1", "2016", "omitted", None, None, "information-unavailable"),
    ]


def test_a_tagged_folder_is_checked_as_check_does(market, run, root):
    folder, _ = market
    said = run("check", root / "report_sources/alibaba-2024", "--format", "concise", "--as-of", AS_OF.isoformat())
    where = "WHERE report = 'reports/tagged'"
    assert said.exit_code == rows(folder, "reports", "exit_code", where)[0][0] == 1
    found = rows(folder, "findings", "rule, code", where)
    assert len(found) > 5
    assert all(f"{rule}" in said.stdout for rule, _ in found)


def test_an_imported_report_is_checked_as_import_and_check_would(market, run, reports, tmp_path):
    folder, _ = market
    run("import", reports / "amber.md", "-o", tmp_path / "amber", "--as-of", AS_OF.isoformat())
    assessment = open_assessment(tmp_path / "amber", today=AS_OF)
    covered = [(row.disclosure.framework, row.disclosure.code, row.status.value) for row in assessment.coverage]
    where = "WHERE report = 'reports/amber.md'"
    assert rows(folder, "coverage", "framework, code, status", where) == covered
    found = {rule for (rule,) in rows(folder, "findings", "rule", where)}
    assert {finding.rule for finding in assessment.verdict.findings} <= found


def test_facts_of_a_disclosure_are_kept_as_printed_and_in_one_unit(market):
    folder, _ = market
    columns = "report, printed, printed_unit, value, unit"
    assert rows(folder, "facts", columns, "WHERE code = '305-1' AND report LIKE '%.md' ORDER BY 1") == [
        ("reports/amber.md", "120", "tonnes CO2e", 120.0, "tCO2e"),
        ("reports/birch.md", "0.5", "kt CO2e", 500.0, "tCO2e"),
        ("reports/dune.md", "2,000", "kg CO2e", 2.0, "tCO2e"),
    ]


@pytest.mark.parametrize("workers", [1, pytest.param(8, marks=pytest.mark.slow)])
def test_the_bytes_depend_neither_on_workers_nor_on_order(workers, market, in_market, tmp_path):
    folder, _ = market
    names = [f"reports/{name}" for name in (*reversed(REPORTS), "tagged") if name != "notes.json"]
    in_market(names, tmp_path / "again", workers=workers)
    assert data_of(tmp_path / "again") == data_of(folder)


def test_resume_looks_only_at_what_is_new_or_changed(reports, in_market, tmp_path):
    for name in ("amber.md", "birch.md"):
        (tmp_path / name).write_text(REPORTS[name], "utf-8")
    output, source = tmp_path / "market", str(tmp_path / "*.md")
    in_market([source], output)
    before = data_of(output)
    assert in_market([source], output, resume=True).unchanged == 2
    assert data_of(output) == before

    (tmp_path / "birch.md").write_text(report("Birch Limited", codes=("305-1",)), "utf-8")
    (tmp_path / "cedar.md").write_text(REPORTS["cedar.md"], "utf-8")
    done = in_market([source], output, resume=True)
    assert (done.total, done.unchanged) == (3, 1)
    ended = [(line["report"].rpartition("/")[2], line["ended"]) for line in log_of(output)[-3:]]
    assert sorted(ended) == [("amber.md", "unchanged"), ("birch.md", ""), ("cedar.md", "")]
    shutil.rmtree(output)
    in_market([source], output)
    assert len(rows(output, "reports")) == 3


def test_a_folder_with_something_in_it_is_left_alone(run, reports, tmp_path):
    (tmp_path / "kept.txt").write_text("mine", "utf-8")
    said = run("screen", reports, "-o", tmp_path)
    assert said.exit_code == 2
    assert "--resume" in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_the_verb_says_what_could_not_be_checked(run, reports, tmp_path):
    said = run("screen", reports / "truncated.pdf", reports / "nowhere.pdf", "-o", tmp_path / "out", "--workers", "1")
    assert said.exit_code == 3
    assert said.stdout == ""
    assert "nowhere.pdf: cannot be read: No such file or directory" in said.stderr
    assert "2 reports, 0 checked, 0 in part, 2 could not be checked" in said.stderr


def test_quiet_says_only_the_sums(run, reports, tmp_path):
    said = run("screen", reports / "nowhere.pdf", "-o", tmp_path / "out", "--quiet")
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "out"], "name reports"),
        (["reports"], "-o"),
        (["reports", "-o", "out", "--workers", "2", "--scheduler", "tcp://127.0.0.1:1"], "exclude"),
        (["reports/*.docx", "-o", "out"], "has no report"),
        (["nosuch://bucket/a.pdf", "-o", "out"], "cannot be opened"),
        (["--report", "reports", "amber.md"], "--report"),
    ],
)
def test_wrong_usage_is_refused(arguments, said, run, reports, tmp_path, monkeypatch):
    monkeypatch.chdir(reports.parent)
    result = run("screen", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (reports.parent / "out").exists()


def test_nobody_elsewhere_can_reach_a_screen(in_market, tmp_path):
    listening = set()

    def look(*_):
        sockets = psutil.Process().net_connections()
        listening.update(socket.laddr.ip for socket in sockets if socket.status == psutil.CONN_LISTEN)

    in_market(["nowhere.pdf"], tmp_path / "out", progress=look)
    assert listening <= {"127.0.0.1"}


def test_two_screens_do_not_write_into_one_folder(in_market, tmp_path):
    second = []

    def start_another(*_):
        with pytest.raises(ConfigError, match="another screen is writing here"):
            in_market(["nowhere.pdf"], tmp_path / "out", resume=True)
        second.append(True)

    in_market(["nowhere.pdf"], tmp_path / "out", progress=start_another)
    assert second


def test_a_screen_goes_on_in_its_language_and_as_of_its_day(in_market, tmp_path):
    in_market(["nowhere.pdf"], tmp_path / "out", language="zh-Hant")
    before = data_of(tmp_path / "out")
    in_market(["nowhere.pdf"], tmp_path / "out", resume=True, as_of=None)
    assert data_of(tmp_path / "out") == before


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x1f\x8b garbage", gzip.compress(b"{}"), gzip.compress(b"[1]")],
    ids=["empty", "no archive", "no rows", "a list"],  # an archive has the time in it
)
def test_a_result_that_is_damaged_is_made_again(damage, in_market, tmp_path):
    in_market(["nowhere.pdf", "reports/amber.md"], tmp_path / "out")
    before = data_of(tmp_path / "out")
    for file in (tmp_path / "out" / "state").glob("*/*.gz"):
        file.write_bytes(damage)
    done = in_market(["nowhere.pdf", "reports/amber.md"], tmp_path / "out", resume=True)
    assert done.unchanged == 0
    assert data_of(tmp_path / "out") == before


def test_data_of_another_version_are_left_alone(run, in_market, tmp_path):
    in_market(["nowhere.pdf"], tmp_path / "out")
    settings = tmp_path / "out" / "state" / "screen.json"
    settings.write_text(settings.read_text("utf-8").replace('"schema": 1', '"schema": 99'), "utf-8")
    before = data_of(tmp_path / "out")
    said = run("screen", "nowhere.pdf", "-o", tmp_path / "out", "--resume")
    assert said.exit_code == 2
    assert "another version" in said.stderr
    assert data_of(tmp_path / "out") == before
