"""What build servers read of `check`: valid, escaped for the place, and true about what was not seen."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jsonschema import validators
from lxml import etree

from disclosure_index.assessment.assess import assess
from disclosure_index.cli.formats import FORMATS, render
from disclosure_index.model import Finding, Location
from disclosure_index.outputs import github, gitlab, junit, sarif
from disclosure_index.policy import Baseline, Entry, Policy
from disclosure_index.session import load_for, open_project
from tests.support.schemas import SARIF, published

NASTY = 'a "b" <c> & 100 %,\n::error::x: \x1b[31m有害廢棄物‮🌊'
SAMPLES = ["alibaba-2024", "harbour-ferries-2025"]


@pytest.fixture(scope="module")
def samples(root):
    """The assessments of both samples, each made once."""

    @cache
    def of(name, **policy):
        project = open_project(root / "report_sources" / name)
        return assess(
            project.report, load_for(project.report), replace(project.policy, **policy), today=date(2026, 6, 1)
        )

    return of


def told(assessment, *findings):
    """The same assessment, with other findings."""
    unchecked = any(finding.unchecked for finding in findings)
    return replace(assessment, verdict=replace(assessment.verdict, findings=findings, unchecked=unchecked))


def finding(**changes):
    base = Finding("DI201", NASTY, Location("a,b:c %.xhtml", 3, 5), NASTY, "unknown-code", fingerprint="f" * 32)
    return replace(base, **changes)


def validate(document):
    schema = published(SARIF)
    validators.validator_for(schema)(schema).validate(document)


class TestSarif:
    @pytest.mark.parametrize(("language", "told"), [("zh-Hans", "zh-CN"), ("zh-Hant", "zh-HK")])
    def test_in_chinese_it_says_so_and_documents_its_rules_in_it(self, samples, language, told):
        document = json.loads("".join(sarif.render(samples("alibaba-2024"), language)))
        validate(document)
        [run] = document["runs"]
        assert run["language"] == told
        assert all(re.search("[\u4e00-\u9fff]", r["fullDescription"]["text"]) for r in run["tool"]["driver"]["rules"])

    @pytest.mark.parametrize("name", SAMPLES)
    def test_is_valid_and_holds_every_finding(self, samples, name):
        assessment = samples(name)
        document = json.loads("".join(sarif.render(assessment)))
        validate(document)
        [run] = document["runs"]
        marks = [result["partialFingerprints"]["disclosureIndex/v1"] for result in run["results"]]
        assert sorted(marks) == sorted(f.fingerprint for f in assessment.verdict.findings)
        assert len(set(marks)) == len(marks)
        rules = run["tool"]["driver"]["rules"]
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])

    def test_the_schema_refuses_what_is_wrong(self, samples):
        document = json.loads("".join(sarif.render(samples(SAMPLES[0]))))
        document["runs"][0]["results"][0]["level"] = "fatal"
        with pytest.raises(Exception, match="fatal"):
            validate(document)

    def test_the_worst_stands_first(self, samples):
        levels = [
            result["level"]
            for result in json.loads("".join(sarif.render(samples("harbour-ferries-2025"))))["runs"][0]["results"]
        ]
        assert levels == sorted(levels, key=["error", "warning", "note"].index)
        assert len(set(levels)) > 1

    def test_what_could_not_be_looked_at_is_no_success(self, samples):
        document = json.loads("".join(sarif.render(told(samples(SAMPLES[0]), finding(unchecked=True)))))
        validate(document)
        [invocation] = document["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        assert invocation["toolExecutionNotifications"][0]["message"]["text"] == NASTY

    def test_a_path_is_a_uri_and_a_place_that_is_not_known_has_no_region(self, samples):
        found = finding(location=Location("bericht 奇怪/a%b.xhtml"))
        document = json.loads("".join(sarif.render(told(samples(SAMPLES[0]), found))))
        validate(document)
        [result] = document["runs"][0]["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place == {
            "artifactLocation": {"uri": "bericht%20%E5%A5%87%E6%80%AA/a%25b.xhtml", "uriBaseId": "%SRCROOT%"}
        }

    def test_with_a_baseline_known_findings_are_unchanged_and_others_new(self, samples):
        [first, *_] = samples(SAMPLES[0]).verdict.findings
        known = Baseline("b.json", (Entry(first.fingerprint, first.rule, "", "", ""),))
        document = json.loads("".join(sarif.render(samples(SAMPLES[0], baseline=known))))
        validate(document)
        states = [result["baselineState"] for result in document["runs"][0]["results"]]
        assert (states.count("unchanged"), states.count("new")) == (1, 9)


class TestJunit:
    SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))

    @pytest.mark.parametrize("name", SAMPLES)
    def test_is_valid_with_a_suite_per_framework_and_a_case_per_disclosure(self, samples, name):
        assessment = samples(name)
        document = etree.fromstring("".join(junit.render(assessment)).encode())
        self.SCHEMA.assertValid(document)
        for claim in assessment.report.claims:
            rows = [row for row in assessment.coverage if row.disclosure.framework == claim.framework]
            suite = document.find(f"testsuite[@name='{claim.framework}']")
            assert [case.get("name").split(" ")[0] for case in suite.findall("testcase")] == [
                row.disclosure.code.split(" ")[0] for row in rows
            ]

    def test_gaps_fail_with_their_parts_and_omissions_are_skipped(self, samples):
        document = etree.fromstring("".join(junit.render(samples("alibaba-2024"))).encode())
        failed = [case.get("name").split(" ")[0] for case in document.iterfind(".//failure/..")]
        gaps = ["13", "13(i)", "13(ii)", "13(iii)", "14", "15", "A1.1", "A1.3", "A1.4", "A2.2", "B6.1"]
        assert [code for code in failed if not code.startswith("14(")] == gaps
        ferries = etree.fromstring("".join(junit.render(samples("harbour-ferries-2025"))).encode())
        skipped = [case.get("name").split(" ")[0] for case in ferries.iterfind(".//skipped/..")]
        assert len(skipped) == 4

    def test_what_the_policy_keeps_back_is_skipped_never_passed(self, samples):
        document = etree.fromstring("".join(junit.render(samples("alibaba-2024", ignore=("DI101",)))).encode())
        assert document.get("failures") == "0"
        names = [case.get("name").split(" ")[0] for case in document.iterfind(".//skipped/..")]
        assert {"A1.3", "B6.1"} <= set(names)
        assert [p.get("value") for p in document.iterfind(".//property")] == [
            "--ignore DI101",
            "8 findings not selected",
        ]

    def test_any_text_is_valid_and_what_could_not_be_looked_at_is_an_error(self, samples):
        found = finding(unchecked=True, message=NASTY + "\x00\ufffe")
        document = etree.fromstring("".join(junit.render(told(samples(SAMPLES[0]), found))).encode())
        self.SCHEMA.assertValid(document)
        assert document.get("errors") == "1"
        assert "有害廢棄物" in document.find(".//error").get("message")


class TestGithub:
    def test_properties_and_data_are_escaped(self, samples):
        [line, *_] = "".join(github.render(told(samples(SAMPLES[0]), finding()))).splitlines()
        command, properties, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        assert command == "error"
        assert properties == "file=a%2Cb%3Ac %25.xhtml,line=3,col=5,title=DI201 unknown-code"
        assert data.startswith('a "b" <c> & 100 %25,%0A::error::x')
        assert "%0Ahelp: a " in data

    def test_each_finding_is_one_line_the_worst_first(self, samples):
        lines = "".join(github.render(samples("harbour-ferries-2025"))).splitlines()
        commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
        assert commands == ["::error"] * 15 + ["::warning"] * 5


class TestGitlab:
    FIELDS = frozenset({"description", "check_name", "fingerprint", "severity", "location"})

    @pytest.mark.parametrize("name", SAMPLES)
    def test_every_issue_has_the_documented_fields(self, samples, name):
        issues = json.loads("".join(gitlab.render(samples(name))))
        assert issues
        for issue in issues:
            assert issue.keys() == self.FIELDS
            assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert issue["location"]["lines"]["begin"] >= 1
            assert not issue["location"]["path"].startswith("./")
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)

    def test_none_is_an_empty_list(self, samples):
        assert "".join(gitlab.render(told(samples(SAMPLES[0])))) == "[]\n"

    def test_what_could_not_be_looked_at_blocks(self, samples):
        [issue] = json.loads("".join(gitlab.render(told(samples(SAMPLES[0]), finding(unchecked=True)))))
        assert issue["severity"] == "blocker"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_in_pieces_and_prints_the_filters(samples, name):
    assessment = samples("harbour-ferries-2025", ignore=("DI2",), conditions=("--edition hkex-esg=2020",))
    pieces = list(render(name, assessment))
    assert len(pieces) > 10
    text = "".join(pieces)
    assert text.endswith("\n")
    if name != "gitlab":  # which has no place for it
        assert "--ignore DI2" in text.replace("\\", "")
        assert "--edition hkex-esg=2020" in text.replace("\\", "")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "jsonl", "sarif", "gitlab")])
def test_no_format_for_eyes_obeys_a_report(samples, name):
    text = "".join(render(name, told(samples(SAMPLES[0]), finding())))
    assert "\x1b" not in text
    assert "‮" not in text


def test_an_assessment_without_findings_is_said_to_be_one(samples):
    for name in FORMATS:
        assert "".join(render(name, told(samples(SAMPLES[0]))))


def test_the_default_policy_filters_nothing():
    assert not any((Policy().select, Policy().ignore, Policy().conditions, Policy().baseline, Policy().approved_only))
