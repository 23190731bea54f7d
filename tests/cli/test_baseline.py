"""`baseline create | update | prune`, and what `check` makes of it, on a copy of a real report."""

import json
import re
import shutil
from pathlib import Path

import pytest

NAME = "disclosure-index-baseline.json"


@pytest.fixture
def report(root: Path, tmp_path: Path) -> Path:
    """A copy of the sample with eight gaps."""
    shutil.copytree(root / "report_sources" / "alibaba-2024", tmp_path / "report")
    return tmp_path / "report"


def untag(report: Path, code: str) -> None:
    """Take one tag out of the source."""
    file = report / "report.xhtml"
    before = file.read_text("utf-8")
    after = re.sub(rf"{re.escape(code)}(?![\d.])\s*", "", before, count=1)
    assert after != before
    file.write_text(after, "utf-8")


def test_with_todays_findings_kept_check_passes_and_one_removed_tag_is_all_it_tells(run, report):
    assert run("baseline", "create", report).exit_code == 0
    passed = run("check", report)
    assert passed.exit_code == 0
    assert f"filter: 10 findings in the baseline {(report / NAME).as_posix()}" in passed.stdout
    untag(report, "hkex-esg:A2.5")
    failed = run("check", report, "--format", "json")
    assert failed.exit_code == 1
    assert [(f["rule"], f["code"]) for f in json.loads(failed.stdout)["findings"]] == [("DI101", "A2.5")]


def test_moving_a_section_changes_no_fingerprint(run, report):
    run("baseline", "create", report)
    file = report / "report.xhtml"
    text = file.read_text("utf-8")
    start = text.index("    <section", text.index("<section") + 1)
    end = text.index("</section>\n", start) + len("</section>\n")
    moved = text[:start] + text[end:]
    last = moved.rindex("</body>")
    file.write_text(moved[:last] + "\n\n\n" + text[start:end] + moved[last:], "utf-8")
    result = run("check", report)
    assert (result.exit_code, "DI904" in result.stdout) == (0, False)


def test_a_suppression_that_expires_tomorrow_passes_today_and_fails_the_day_after(run, make_report, principles):
    accepted = '[[policy.suppressions]]\nrule = "DI201"\nreason = "Soon."\nowner = "Lo"\nexpires = 2026-06-02\n'
    project = f'[[frameworks]]\nid = "ungc"\nclaim = "participant"\n{accepted}'
    report = make_report(principles(*range(1, 12)), project=project)
    assert run("check", report, "--as-of", "2026-06-01").exit_code == 0
    assert run("check", report, "--as-of", "2026-06-02").exit_code == 0
    assert run("check", report, "--as-of", "2026-06-03").exit_code == 1


def test_create_keeps_what_is_there(run, report):
    run("baseline", "create", report)
    before = (report / NAME).read_bytes()
    refused = run("baseline", "create", report)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "already exists" in refused.stderr
    assert (report / NAME).read_bytes() == before


def test_update_tells_what_is_new_and_what_is_gone(run, report):
    run("baseline", "create", report)
    untag(report, "hkex-esg:A2.5")
    (report / "report.xhtml").write_text(
        (report / "report.xhtml").read_text("utf-8").replace("hkex-esg:A1.2", "hkex-esg:A1.2 hkex-esg:A1.3", 1), "utf-8"
    )
    result = run("baseline", "update", report)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "new: DI101 hkex-esg:A2.5",
        "1 new finding",
        "removed: DI101 hkex-esg:A1.3",
        "1 removed finding",
    ]
    assert run("check", report).exit_code == 0


def test_prune_takes_nothing_in(run, report):
    run("baseline", "create", report)
    untag(report, "hkex-esg:A2.5")
    assert run("baseline", "prune", report).stderr.splitlines() == ["0 removed findings"]
    assert run("check", report).exit_code == 1


def test_without_a_baseline_there_is_nothing_to_prune(run, report):
    refused = run("baseline", "prune", report)
    assert refused.exit_code == 2
    assert "No such file" in refused.stderr


def test_what_cannot_be_read_is_no_baseline_to_start_from(run, report):
    (report / "report.xhtml").write_text("<html><p>", "utf-8")
    refused = run("baseline", "create", report)
    assert (refused.exit_code, (report / NAME).exists()) == (3, False)


def test_a_broken_baseline_is_a_mistake_of_configuration_never_an_empty_one(run, report):
    (report / NAME).write_text("{", "utf-8")
    refused = run("check", report)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "not valid JSON" in refused.stderr
