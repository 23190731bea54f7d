"""The findings as a list, and one of them with the doc of its rule. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.checks import RULES
from disclosure_index.messages import CLAUSE_COMMA, joined, message, render
from disclosure_index.messages.states import counted
from disclosure_index.model import Finding, Severity
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.marks import SEVERITY
from disclosure_index.tui.targets import Told
from disclosure_index.tui.texts import line
from disclosure_index.tui.widgets.blocks import RAIL, Block, Part
from disclosure_index.tui.widgets.rows import Cell, Column
from disclosure_index.words import word

SEVERITIES, RULE, PLACE, MESSAGE = 10, 5, 24, 24
"""Widths of the columns, in cells."""


def findings(assessment: Assessment, worst: Severity, rule: str) -> tuple[Finding, ...]:
    """Give the findings, the worst first, else in their order.

    Args:
        assessment: of the report.
        worst: findings that are less than this are left out.
        rule: only those of this rule; "" for all.

    """
    found = (f for f in assessment.verdict.findings if f.severity.rank <= worst.rank and rule in ("", f.rule))
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def columns(language: str) -> tuple[Column, ...]:
    """Give the columns of the findings."""
    return (
        Column(word("severity", language), SEVERITIES),
        Column(word("rule", language), RULE),
        Column(word("message", language), MESSAGE, grows=True),
        Column(word("location", language), PLACE, rank=1),
    )


def cells(finding: Finding, language: str) -> tuple[Cell, ...]:
    """Give the cells of a finding."""
    mark, at = SEVERITY[finding.severity], finding.location
    return (
        Cell(f"{mark.sign} {word(f'severity-{finding.severity}', language)}", mark.style),
        Cell(finding.rule, "strong"),
        Cell(line(render(finding.message, language))),
        Cell(line(f"{at.path.rpartition('/')[2]}:{at.line}:{at.column}"), "dim"),
    )


def finding_blocks(finding: Finding, language: str) -> Iterator[Block]:
    """Give all that is known of a finding: message, place, hint, and why its rule is there, with its examples."""
    mark = SEVERITY[finding.severity]
    rule = next(rule for rule in RULES if rule.id == finding.rule)
    about = render(message("{where}: {what}", where=f"{finding.rule} {finding.name}", what=rule.tells), language)
    yield Block(
        (
            Part(line(about), "strong", f"{mark.sign} "),
            Part(line(render(finding.message, language)), mark.style),
            Part(line(str(finding.location)), "dim"),
        ),
        Told(finding.location),
    )
    if finding.hint:
        yield from head(word("hint", language))
        yield Block((Part(line(render(finding.hint, language))),))
    yield from head(word("rule-why", language))
    yield Block((Part(line(render(rule.why, language))), Part(line(render(rule.source, language)), "dim")))
    for key, text, style in (("rule-bad", rule.bad, "bad"), ("rule-good", rule.good, "good")):
        yield from head(word(key, language))
        yield Block(tuple(Part(line(piece), style, RAIL) for piece in text.split("\n")))


def title_line(shown: Iterable[Finding], every: int, worst: Severity, rule: str, language: str) -> str:
    """Say how many findings of each severity are shown, and what is left out."""
    shown = tuple(shown)
    counts = Counter(finding.severity for finding in shown)
    sums = [counted(s, counts[s]) for s in Severity]
    parts = [render(joined(CLAUSE_COMMA, sums), language)]
    if len(shown) < every:
        asked = [word(f"only-{worst}", language)] if worst != Severity.NOTE else []
        parts.append(word("filter-of", language).format(number=len(shown), all=every) + " " + " ".join([*asked, rule]))
    return " | ".join(parts)
