"""Build servers join the reports of a repository: paths start from its root, and no two reports share a fingerprint."""

import json
import os
import shutil
from collections import Counter

import pytest

from tests.outputs.test_build_servers import validate

YEARS = ("2024", "2025")


@pytest.fixture
def repository(tmp_path, make_report, principles, monkeypatch):
    """A repository with the same report in a folder for each year; the run starts in its root."""
    small = make_report(principles(1, 1, 11) + "<p>TBC</p>")
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    for year in YEARS:
        shutil.copytree(small, root / year)
    monkeypatch.chdir(root)
    return root


def issues(run, path):
    return json.loads(run("check", path, "--format", "gitlab").stdout)


def results(run, path):
    document = json.loads(run("check", path, "--format", "sarif").stdout)
    validate(document)
    return document["runs"][0]["results"]


def place(result):
    return result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_two_reports_share_no_fingerprint_in_gitlab(run, repository):
    told = [issue["fingerprint"] for year in YEARS for issue in issues(run, year)]
    assert len(told) > 4
    assert max(Counter(told).values()) == 1


def test_in_sarif_the_old_key_stays_and_the_new_one_differs(run, repository):
    first, second = (results(run, year) for year in YEARS)
    old = [[result["partialFingerprints"]["disclosureIndex/v1"] for result in told] for told in (first, second)]
    assert old[0] == old[1]
    new = [result["partialFingerprints"]["disclosureIndexWithPath/v1"] for result in (*first, *second)]
    assert max(Counter(new).values()) == 1


def test_what_check_and_baseline_call_a_finding_is_as_before(run, repository):
    kept = [
        [finding["fingerprint"] for finding in json.loads(run("check", year, "--format", "json").stdout)["findings"]]
        for year in YEARS
    ]
    assert kept[0] == kept[1]
    assert sorted(kept[0]) == sorted(r["partialFingerprints"]["disclosureIndex/v1"] for r in results(run, "2024"))


@pytest.mark.parametrize("start", [".", "2024", "2024/deeper", "2025"])
def test_the_same_report_has_the_same_paths_and_fingerprints_from_any_folder(run, repository, monkeypatch, start):
    expected = issues(run, "2024")
    (repository / start).mkdir(exist_ok=True)
    monkeypatch.chdir(repository / start)
    report = os.path.relpath(repository / "2024")
    told = issues(run, report)
    assert {issue["location"]["path"] for issue in told} <= {"2024/report.xhtml", "2024/disclosure-index.toml"}
    assert [issue["fingerprint"] for issue in told] == [issue["fingerprint"] for issue in expected]
    assert {place(result)["uri"].partition("/")[0] for result in results(run, report)} == {"2024"}
    annotated = run("check", report, "--format", "github").stdout
    assert "file=2024/report.xhtml," in annotated
    assert "file=report.xhtml" not in annotated


def test_sarif_names_the_base_of_its_paths(run, repository):
    document = json.loads(run("check", "2024", "--format", "sarif").stdout)
    bases = document["runs"][0]["originalUriBaseIds"]
    assert {place(result)["uriBaseId"] for result in document["runs"][0]["results"]} == set(bases)
    assert str(repository) not in json.dumps(document)


def test_a_work_tree_whose_git_is_a_file_is_a_repository(run, repository, monkeypatch):
    (repository / ".git").rmdir()
    (repository / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    monkeypatch.chdir(repository / "2025")
    assert {issue["location"]["path"].partition("/")[0] for issue in issues(run, ".")} == {"2025"}


def test_outside_of_a_repository_paths_start_where_the_run_does(run, repository, monkeypatch):
    (repository / ".git").rmdir()
    monkeypatch.chdir(repository / "2025")
    assert "report.xhtml" in {issue["location"]["path"] for issue in issues(run, ".")}


def test_a_report_outside_of_the_repository_keeps_its_whole_path_and_has_no_base(run, repository, make_report):
    (repository.parent / "elsewhere").mkdir()
    moved = shutil.move(repository / "2024", repository.parent / "elsewhere" / "2024")
    for result in results(run, moved):
        assert place(result) == {"uri": place(result)["uri"]}
        assert place(result)["uri"].startswith("file:///")
