"""Suppressions that stand in the text, at the element that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from disclosure_index.model import NOTHING, Document, Finding, Saying, Severity, Waiver
from disclosure_index.policy.values import Suppression
from disclosure_index.sayings import joined, say


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
            if why := _unusable(rule, mandatory) or joined("and", lacks):
                findings.append(_told(waiver, rule, why))
            else:
                until = date.fromisoformat(waiver.until)
                place = waiver.location
                suppressions.append(Suppression(rule, "", "", waiver.reason, waiver.owner, until, place, in_text=True))
    return tuple(suppressions), tuple(findings)


def _unusable(rule: str, mandatory: Mapping[str, bool]) -> Saying:
    if not rule:
        return say("DI905-no-rule")
    if rule not in mandatory:
        return say("DI905-unknown-rule")
    return say("DI905-mandatory") if mandatory[rule] else NOTHING


def _lacking(waiver: Waiver) -> Iterator[Saying]:
    if not waiver.reason:
        yield say("DI905-lacks", attribute="data-suppress-reason")
    if not waiver.owner:
        yield say("DI905-lacks", attribute="data-suppress-owner")
    try:
        date.fromisoformat(waiver.until)
    except ValueError:
        no_day = say("DI905-lacks", attribute="data-suppress-until")
        yield say("DI905-no-day", text=waiver.until) if waiver.until else no_day


def _told(waiver: Waiver, rule: str, why: Saying) -> Finding:
    return Finding(
        "DI905",
        say("DI905", rule=rule, why=why),
        waiver.location,
        say("DI905-help"),
        name="unusable-suppression",
        severity=Severity.WARNING,
        anchor=waiver.anchor,
    )
