"""Suppressions that stand in the text, at the element that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from disclosure_index.messages import AND, joined, message
from disclosure_index.model import NO_MESSAGE, Document, Finding, Message, Severity, Waiver
from disclosure_index.policy.policy import Suppression


def in_text(
    documents: Iterable[Document], mandatory: Mapping[str, bool]
) -> tuple[tuple[Suppression, ...], tuple[Finding, ...]]:
    """Return the suppressions that stand in the text, and what is told of those that suppress nothing (DI905).

    Args:
        documents: of the report.
        mandatory: every rule by id and by name, and whether only the project file may silence it.
    """
    suppressions: list[Suppression] = []
    findings: list[Finding] = []
    for waiver in (waiver for document in documents for waiver in document.waivers):
        lacks = list(_lacking(waiver))
        for rule in waiver.rules.split() or [""]:
            if why := _unusable(rule, mandatory) or joined(AND, lacks):
                findings.append(_told(waiver, rule, why))
            else:
                until = date.fromisoformat(waiver.until)
                place = waiver.location
                suppressions.append(Suppression(rule, "", "", waiver.reason, waiver.owner, until, place, in_text=True))
    return tuple(suppressions), tuple(findings)


def _unusable(rule: str, mandatory: Mapping[str, bool]) -> Message:
    if not rule:
        return message("names no rule")
    if rule not in mandatory:
        return message("names an unknown rule")
    return message("is for a rule that only the project file can suppress") if mandatory[rule] else NO_MESSAGE


def _lacking(waiver: Waiver) -> Iterator[Message]:
    needed = {
        "data-suppress-reason": waiver.reason,
        "data-suppress-owner": waiver.owner,
        "data-suppress-until": waiver.until,
    }
    if lacking := [attribute for attribute, value in needed.items() if not value]:
        yield message("lacks {attributes}", attributes=joined(AND, lacking))
    try:
        date.fromisoformat(waiver.until)
    except ValueError:
        if waiver.until:
            yield message('has "{text}" as its date', text=waiver.until)


def _told(waiver: Waiver, rule: str, why: Message) -> Finding:
    return Finding(
        "DI905",
        message('The suppression "{rule}" {why}, and has no effect', rule=rule, why=why),
        waiver.location,
        message(
            "Write data-suppress with the rule, plus data-suppress-reason, data-suppress-owner and a date in "
            "data-suppress-until"
        ),
        name="unusable-suppression",
        severity=Severity.WARNING,
        anchor=waiver.anchor,
    )
