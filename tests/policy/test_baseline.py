"""A baseline keeps what was there, never hides what is new, and tells what it keeps in vain."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.model import Finding, Location, Severity
from disclosure_index.policy import Policy, judge
from disclosure_index.policy.baseline import Baseline, BaselineError, Entry, entries_of, read_baseline, write_baseline

DAY = date(2026, 6, 1)
GAP = Finding("DI101", "Missing.", Location("r.xhtml", 2, 1), framework="gri", code="2-1", fingerprint="a" * 32)
OTHER = replace(GAP, code="2-2", fingerprint="b" * 32)
UNCHECKED = replace(GAP, rule="DI601", unchecked=True, fingerprint="c" * 32)
texts = st.text(st.characters(codec="utf-8"))
ENTRIES = st.builds(Entry, st.uuids().map(lambda u: u.hex), texts, texts, texts, texts, st.just(Location("")))


def baseline(*findings: Finding) -> Baseline:
    return read_baseline(write_baseline(entries_of(findings)), "b.json")


def test_what_was_there_does_not_fail_and_what_is_new_does() -> None:
    verdict = judge([GAP, OTHER], Policy(baseline=baseline(GAP)), DAY)
    assert (verdict.findings, verdict.baselined, verdict.failing) == ((OTHER,), (GAP,), 1)
    assert verdict.filters == ("1 finding in the baseline b.json",)


def test_an_entry_in_vain_is_told_at_its_line() -> None:
    [told] = judge([OTHER], Policy(baseline=baseline(GAP, OTHER)), DAY).findings
    assert (told.rule, str(told.location), told.severity) == ("DI904", "b.json:4:1", Severity.WARNING)


def test_what_could_not_be_looked_at_is_never_kept_nor_is_anything_in_vain_then() -> None:
    assert [e.fingerprint for e in entries_of([UNCHECKED, GAP])] == [GAP.fingerprint]
    kept = Baseline("b.json", (Entry(UNCHECKED.fingerprint, "DI601", "", "", ""), Entry("f" * 32, "DI101", "", "", "")))
    verdict = judge([UNCHECKED], Policy(baseline=kept), DAY)
    assert verdict.findings == (UNCHECKED,)
    assert verdict.unchecked


def test_the_file_is_the_same_whatever_the_order() -> None:
    assert write_baseline(entries_of([GAP, OTHER])) == write_baseline(entries_of([OTHER, GAP]))
    assert write_baseline(()) == '{\n  "version": 1,\n  "findings": []\n}\n'


@given(st.lists(ENTRIES, max_size=5))
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    again = read_baseline(write_baseline(entries), "b.json").entries
    assert [entry._replace(location=Location("")) for entry in again] == entries
    assert [entry.location.line for entry in again] == list(range(4, 4 + len(entries)))


# the text of the file, why it is refused
REFUSED = [
    ("", "not valid JSON from line 1, column 1 on"),
    ("[" * 100_000, "too much nesting"),
    ('{"version": 1, "findings": [' + "9" * 5_000 + "]}", "too long a number"),
    ("[]", "not a baseline"),
    ("{}", "not a baseline"),
    ('{"version": 1}', "not a baseline"),
    ('{"version": 1, "findings": {}}', "not a baseline"),
    ('{"version": 2, "findings": []}', "baseline version 2 is not supported; expected 1"),
    ('{"findings": []}', "baseline version None is not supported; expected 1"),
    ('{"version": 1, "findings": [1]}', "entry 1 has no fingerprint"),
    ('{"version": 1, "findings": [{"fingerprint": "a"}, {"fingerprint": 1}]}', "entry 2 has no fingerprint"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[f"{text[:30]} {why[:30]}" for text, why in REFUSED])
def test_what_is_no_baseline_is_refused(text: str, why: str) -> None:
    with pytest.raises(BaselineError, match=rf"^b\.json: error: .*{why}"):
        read_baseline(text, "b.json")


def test_people_can_read_what_is_written() -> None:
    assert '"anchor": "废物"' in write_baseline(entries_of([replace(GAP, anchor="废物")]))


@given(texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text, "b.json")
