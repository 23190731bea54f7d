"""An assessment for people at a terminal, with the findings of each disclosure together."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import OBLIGATION, STATUS
from disclosure_index.model import Finding, Message
from disclosure_index.outputs.caveats import estimates
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.text import closing_lines, coverage_lines, finding_lines

Key = tuple[str, str, str]
"""Of what findings are about: framework, code and edition; empty for the report as a whole."""


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the lines, each with its end; `language` as in `messages.render`."""
    for estimate in estimates(assessment):
        yield f"{for_line(rendered(estimate.message, language))}\n"
    groups: dict[Key, list[Finding]] = {}
    for finding in assessment.verdict.findings:
        key = (finding.framework, finding.code, finding.edition) if finding.code else ("", "", "")
        groups.setdefault(key, []).append(finding)
    heads = _heads(assessment)
    for key, findings in sorted(groups.items(), key=lambda group: group[0] == ("", "", "")):
        yield f"{for_line(rendered(heads.get(key) or _head(key), language))}\n"
        yield from (f"  {line}\n" for finding in findings for line in finding_lines(finding, language))
        yield "\n"
    yield from (f"{line}\n" for line in (*coverage_lines(assessment, language), *closing_lines(assessment, language)))


def _heads(assessment: Assessment) -> dict[Key, Message]:
    """Return the heading of every disclosure, with its status; findings may name its edition, or none."""
    found: dict[Key, Message] = {}
    for row in assessment.coverage:
        d = row.disclosure
        head = message(
            "{disclosure}: {status}, {obligation}",
            disclosure=assessment.name(d),
            status=STATUS[row.status],
            obligation=OBLIGATION[row.obligation],
        )
        found[d.framework, d.code, d.edition] = head
        found.setdefault((d.framework, d.code, ""), head)
    return found


def _head(key: Key) -> Message:
    """Return the heading of findings about no applicable disclosure."""
    framework, code, _ = key
    return message("{framework} {code}", framework=framework, code=code) if code else label("heading", "The report")
