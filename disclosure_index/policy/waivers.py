"""Suppressions that stand in the text, at the element that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from disclosure_index.model import Document, Finding, Severity, Waiver
from disclosure_index.policy.values import Suppression


def in_text(
    documents: Iterable[Document], mandatory: Mapping[str, bool]
) -> tuple[tuple[Suppression, ...], tuple[Finding, ...]]:
    """Give the suppressions that stand in the text, and what is told of those that suppress nothing (DI905).

    Args:
        documents: of the report.
        mandatory: every rule by id and by name, and whether only the project file may silence it.
    """
    suppressions: list[Suppression] = []
    findings: list[Finding] = []
    for waiver in (waiver for document in documents for waiver in document.waivers):
        lacks = list(_lacking(waiver))
        for rule in waiver.rules.split() or [""]:
            if why := _unusable(rule, mandatory) or " and ".join(lacks):
                findings.append(_told(waiver, rule, why))
            else:
                until = date.fromisoformat(waiver.until)
                place = waiver.location
                suppressions.append(Suppression(rule, "", "", waiver.reason, waiver.owner, until, place, in_text=True))
    return tuple(suppressions), tuple(findings)


def _unusable(rule: str, mandatory: Mapping[str, bool]) -> str:
    if not rule:
        return "names no rule"
    if rule not in mandatory:
        return "names no rule that there is"
    return "is of a rule that only the project file may silence" if mandatory[rule] else ""


def _lacking(waiver: Waiver) -> Iterator[str]:
    if not waiver.reason:
        yield "has no data-suppress-reason"
    if not waiver.owner:
        yield "has no data-suppress-owner"
    try:
        date.fromisoformat(waiver.until)
    except ValueError:
        yield f'has "{waiver.until}" for a day' if waiver.until else "has no data-suppress-until"


def _told(waiver: Waiver, rule: str, why: str) -> Finding:
    return Finding(
        "DI905",
        f'the suppression "{rule}" {why}: it suppresses nothing',
        waiver.location,
        "write data-suppress with the rule, data-suppress-reason, data-suppress-owner and a day in data-suppress-until",
        name="unusable-suppression",
        severity=Severity.WARNING,
        anchor=waiver.anchor,
    )
