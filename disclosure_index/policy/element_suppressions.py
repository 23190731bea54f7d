"""Suppressions in the ``data-suppress`` attributes of the elements they are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from disclosure_index.messages import AND, joined, message
from disclosure_index.model import NO_MESSAGE, DataSuppress, Document, Finding, Message
from disclosure_index.policy.policy import Suppression
from disclosure_index.policy.policy_findings import unusable


def element_suppressions(
    documents: Iterable[Document], mandatory: Mapping[str, bool]
) -> tuple[tuple[Suppression, ...], tuple[Finding, ...]]:
    """Return the suppressions at elements, and the findings for those that suppress nothing (DI905).

    Args:
        documents: of the report.
        mandatory: every rule by id and by name, and whether only the project file may silence it.
    """
    suppressions: list[Suppression] = []
    findings: list[Finding] = []
    for written in (written for document in documents for written in document.suppressions):
        lacks = list(_lacking(written))
        for rule in written.rules.split() or [""]:
            if why := _unusable(rule, mandatory) or joined(AND, lacks):
                findings.append(unusable(written, rule, why))
            else:
                until = date.fromisoformat(written.until)
                place = written.location
                suppressions.append(
                    Suppression(rule, "", "", written.reason, written.owner, until, place, at_element=True)
                )
    return tuple(suppressions), tuple(findings)


def _unusable(rule: str, mandatory: Mapping[str, bool]) -> Message:
    if not rule:
        return message("names no rule")
    if rule not in mandatory:
        return message("names an unknown rule")
    return message("is for a rule that only the project file can suppress") if mandatory[rule] else NO_MESSAGE


def _lacking(written: DataSuppress) -> Iterator[Message]:
    needed = {
        "data-suppress-reason": written.reason,
        "data-suppress-owner": written.owner,
        "data-suppress-until": written.until,
    }
    if lacking := [attribute for attribute, value in needed.items() if not value]:
        yield message("lacks {attributes}", attributes=joined(AND, lacking))
    try:
        date.fromisoformat(written.until)
    except ValueError:
        if written.until:
            yield message('has "{text}" as its date', text=written.until)
