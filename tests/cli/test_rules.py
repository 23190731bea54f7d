"""``disclosure-index rules``: what a person reads who wonders about a finding."""

import json

import pytest

from disclosure_index.checks import RULES


def test_list_has_a_line_for_each_rule(run):
    result = run("rules", "list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[:3] for line in lines] == [[r.id, r.name, r.severity.value] for r in RULES]
    assert all(line.endswith(rule.summary) for line, rule in zip(lines, RULES, strict=True))


def test_list_as_json_says_the_same_and_more(run):
    rules = json.loads(run("rules", "list", "--format", "json").stdout)
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    assert all(rule["why"] and rule["bad"] and rule["good"] and rule["source"] for rule in rules)


@pytest.mark.parametrize("name", ["DI110", "di110", "sector-topic-unanswered"])
def test_show_tells_why_with_examples_options_and_source(run, name):
    shown = run("rules", "show", name).stdout
    assert shown.startswith("DI110 sector-topic-unanswered (error): a topic of an applicable GRI Sector Standard")
    assert "\nBad:\n  sectors = [" in shown
    assert "\nGood:\n  sectors = [" in shown
    assert "Options: frameworks.sectors, frameworks.not-material in the project file" in shown
    assert "Source: GRI 1: Foundation 2021, requirements 3-b and 5-b" in shown


def test_show_as_json(run):
    rule = json.loads(run("rules", "show", "DI101", "--format", "json").stdout)
    assert (rule["id"], rule["name"], rule["severity"]) == ("DI101", "missing-disclosure", "error")


def test_an_unknown_rule_is_a_mistake_of_use_with_the_nearest_one(run):
    result = run("rules", "show", "missing-disclosur")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert 'no rule "missing-disclosur"; did you mean "missing-disclosure"?' in result.stderr
