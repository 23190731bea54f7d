"""The list of findings, and one finding with the documentation of its rule. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.checks import RULES
from disclosure_index.messages import CLAUSE_COMMA, joined, label, message, render, states
from disclosure_index.messages.states import counted
from disclosure_index.model import Finding, Severity
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import FindingTarget
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import SEVERITY
from disclosure_index.tui.widgets.blocks import RAIL, Block, Part
from disclosure_index.tui.widgets.row_table import Cell, Column

WORST = {
    Severity.ERROR: label("filter", "errors only"),
    Severity.WARNING: label("filter", "errors and warnings"),
}
"""The texts of the severity filters."""

SEVERITIES, RULE, PLACE, MESSAGE = 10, 5, 24, 24
"""The widths of the columns, in cells."""


def findings(assessment: Assessment, worst: Severity, rule: str) -> tuple[Finding, ...]:
    """Return the findings, the worst first, otherwise in their order.

    Args:
        assessment: of the report.
        worst: the least severity that is shown.
        rule: the only rule that is shown; "" for all.

    """
    found = (f for f in assessment.verdict.findings if f.severity.rank <= worst.rank and rule in ("", f.rule))
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def columns(language: str) -> tuple[Column, ...]:
    """Return the columns of the findings."""
    return (
        Column(render(label("column", "Severity"), language), SEVERITIES),
        Column(render(label("column", "Rule"), language), RULE),
        Column(render(label("column", "Message"), language), MESSAGE, grows=True),
        Column(render(label("column", "Location"), language), PLACE, rank=1),
    )


def cells(finding: Finding, language: str) -> tuple[Cell, ...]:
    """Return the cells of a finding."""
    mark, at = SEVERITY[finding.severity], finding.location
    return (
        Cell(f"{mark.sign} {render(states.SEVERITY[finding.severity], language)}", mark.style),
        Cell(finding.rule, "strong"),
        Cell(line(render(finding.message, language))),
        Cell(line(f"{at.path.rpartition('/')[2]}:{at.line}:{at.column}"), "dim"),
    )


def sort_keys(finding: Finding, language: str) -> tuple[object, ...]:
    """Return the sort key of a finding in each column."""
    text = render(finding.message, language).casefold()
    return (finding.severity.rank, finding.rule, text, finding.location)


def finding_blocks(finding: Finding, language: str) -> Iterator[Block]:
    """Yield everything known of a finding: message, place, hint, and the reason of its rule, with examples."""
    mark = SEVERITY[finding.severity]
    rule = next(rule for rule in RULES if rule.id == finding.rule)
    about = render(message("{where}: {what}", where=f"{finding.rule} {finding.name}", what=rule.summary), language)
    yield Block(
        (
            Part(line(about), "strong", f"{mark.sign} "),
            Part(line(render(finding.message, language)), mark.style),
            Part(line(str(finding.location)), "dim"),
        ),
        FindingTarget(finding.location),
    )
    if finding.hint:
        yield from head(render(label("heading", "What to do"), language))
        yield Block((Part(line(render(finding.hint, language))),))
    yield from head(render(label("heading", "Why it matters"), language))
    yield Block((Part(line(render(rule.why, language))), Part(line(render(rule.source, language)), "dim")))
    bad, good = label("heading", "Bad"), label("heading", "Good")
    for name, text, style in ((bad, rule.bad, "bad"), (good, rule.good, "good")):
        yield from head(render(name, language))
        yield Block(tuple(Part(line(piece), style, RAIL) for piece in text.split("\n")))


def title_line(shown: Iterable[Finding], every: int, worst: Severity, rule: str, language: str) -> str:
    """Return how many findings of each severity are shown, and how many are left out."""
    shown = tuple(shown)
    counts = Counter(finding.severity for finding in shown)
    sums = [counted(s, counts[s]) for s in Severity]
    parts = [render(joined(CLAUSE_COMMA, sums), language)]
    if len(shown) < every:
        number = label("filter", "{number} of {all} shown:", number=len(shown), all=every)
        asked = [render(WORST[worst], language)] if worst in WORST else []
        parts.append(render(number, language) + " " + " ".join([*asked, rule]))
    return " | ".join(parts)
