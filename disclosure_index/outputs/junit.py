"""JUnit XML: a suite per framework, a case per disclosure; a gap fails, a valid omission is skipped.

Findings about no disclosure (an unreadable source, a stale suppression) are cases of the suite of the report.
Nothing in it depends on a clock.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.messages import message
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import Finding, Omission, Status, in_language
from disclosure_index.outputs.escape import for_xml_attribute, for_xml_text

_Found = Mapping[tuple[str, str, str], Sequence[Finding]]


class _Case(NamedTuple):
    """One test case: its name, and at most one outcome besides having passed."""

    name: str
    outcome: str = ""  # failure, error or skipped
    message: str = ""
    text: str = ""
    notes: str = ""  # what does not fail


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the document in pieces, ending with a newline; `language` as in `messages.render`."""
    suites = list(_suites(assessment, language))
    counts = [Counter(case.outcome for case in suite.cases()) for suite in suites]  # made twice, and never all held
    yield "<?xml version='1.0' encoding='UTF-8'?>\n"
    yield f'<testsuites name="disclosure-index" {_counts(sum(counts, Counter()))}>\n'
    for suite, count in zip(suites, counts, strict=True):
        yield f"  <testsuite name={for_xml_attribute(suite.name)} {_counts(count)}>\n"
        yield from suite.properties
        for case in suite.cases():
            yield from _case(suite.name, case)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


class _Suite(NamedTuple):
    """One suite; its cases are created on demand."""

    name: str
    properties: Sequence[str]
    cases: Callable[[], Iterator[_Case]]


def _suites(assessment: Assessment, language: str | None) -> Iterator[_Suite]:
    found: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in assessment.verdict.findings:
        found[finding.framework, finding.edition, finding.code].append(finding)
    named = set()
    for claim in assessment.report.claims:
        rows = [row for row in assessment.coverage if row.disclosure.framework == claim.framework]
        if rows:
            named |= {_key(row) for row in rows}
            yield _Suite(claim.framework, (), partial(map, partial(_of_disclosure, found, assessment, language), rows))
    rest = [finding for key, several in found.items() if key not in named for finding in several]
    active = (rendered(text, language) for text in assessment.verdict.filters)
    filters = [f'      <property name="filter" value={for_xml_attribute(text)}/>\n' for text in active]
    properties = ["    <properties>\n", *filters, "    </properties>\n"] if filters else []
    if rest or properties or assessment.verdict.unchecked:
        yield _Suite("report", properties, partial(map, partial(_of_finding, assessment, language), rest))


def _key(row: Coverage, code: str = "") -> tuple[str, str, str]:
    return row.disclosure.framework, row.disclosure.edition, code or row.disclosure.code


def _of_disclosure(found: _Found, assessment: Assessment, language: str | None, row: Coverage) -> _Case:
    title = in_language(row.disclosure.title, language or assessment.report.language)
    name = f"{row.disclosure.code} {title}"
    findings = [*found.get(_key(row), ()), *(found.get(_key(row, row.reported_with), ()) if row.reported_with else ())]
    failing = [f for f in findings if f.severity.rank <= assessment.policy.fail_on.rank]
    notes = _details((f for f in findings if f not in failing), language)
    if failing:
        return _Case(name, "failure", rendered(failing[0].message, language), _details(failing, language), notes)
    if row.status == Status.OMITTED:
        spoken = [o.statement for o in row.omissions if isinstance(o.statement, Omission)]
        return _Case(name, "skipped", "; ".join(dict.fromkeys(o.reason for o in spoken)), notes=notes)
    if row.is_gap and row.obligation in REQUIRING and not findings:
        kept_back = message("missing, but hidden by a suppression, the baseline or a filter")
        return _Case(name, "skipped", rendered(kept_back, language))
    return _Case(name, notes=notes)


def _of_finding(assessment: Assessment, language: str | None, finding: Finding) -> _Case:
    name = f"{finding.rule} {finding.name} {finding.fingerprint[:8]}"
    problem, details = rendered(finding.message, language), _details([finding], language)
    if finding.unchecked:
        return _Case(name, "error", problem, details)
    if finding.severity.rank <= assessment.policy.fail_on.rank:
        return _Case(name, "failure", problem, details)
    return _Case(name, notes=details)


def _details(findings: Iterable[Finding], language: str | None) -> str:
    return "\n".join(line for finding in findings for line in _lines(finding, language))


def _lines(finding: Finding, language: str | None) -> Iterator[str]:
    severity, problem = rendered(SEVERITY[finding.severity], language), rendered(finding.message, language)
    yield f"{finding.location}: {severity} {finding.rule}: {problem}"
    if finding.hint:
        hint = rendered(message("help: {hint}", hint=finding.hint), language)
        yield f"  {hint}"


def _counts(outcomes: Counter[str]) -> str:
    names = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    counted = [f'{name}="{outcomes[outcome]}"' for name, outcome in names.items()]
    return " ".join((f'tests="{outcomes.total()}"', *counted, 'time="0"'))


def _case(suite: str, case: _Case) -> Iterator[str]:
    start = f'    <testcase classname={for_xml_attribute(suite)} name={for_xml_attribute(case.name)} time="0"'
    if not case.outcome and not case.notes:
        yield f"{start}/>\n"
        return
    yield f"{start}>\n"
    if case.outcome == "skipped":
        yield f"      <skipped message={for_xml_attribute(case.message)}/>\n"
    elif case.outcome:
        text = for_xml_text(case.text)
        yield f"      <{case.outcome} message={for_xml_attribute(case.message)}>{text}</{case.outcome}>\n"
    if case.notes:
        yield f"      <system-out>{for_xml_text(case.notes)}</system-out>\n"
    yield "    </testcase>\n"
