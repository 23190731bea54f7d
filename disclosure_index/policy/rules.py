"""The definition of a rule."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from disclosure_index.messages import message
from disclosure_index.model import Finding, Message, Severity

SeverityOf = Callable[[Any, Finding], Severity]
"""Gives the severity of a finding in an `Assessment`."""

Check = Callable[[Any], Iterable[Finding]]
"""Reads an `Assessment`, which knows of the policy, and so cannot be known here."""


def found_elsewhere(_: object) -> Iterable[Finding]:
    """Find nothing: the findings of this rule come from a reader, the catalog or the policy."""
    return ()


class Rule(NamedTuple):
    """One thing that can be wrong.

    Attributes:
        id: stable, ``DI`` and three digits; the first is the family.
        name: stable, in kebab-case.
        severity: unless the policy says otherwise.
        summary: what it finds, in one line, for `rules list`.
        why: why it matters, for `rules show` and the reference page.
        bad: a snippet that it reports.
        good: the snippet corrected.
        check: gives the findings; it fills in neither name nor severity.
        source: the paragraph of a framework that asks for it, or the part of our formats that it holds to.
        options: keys of the project file that change what it reports.
        mandatory: no suppression at an element silences it, only the project file does: what a framework obliges to.
        severity_of: where the policy asks for more than the rule's own severity.
    """

    id: str
    name: str
    severity: Severity
    summary: Message
    why: Message
    bad: str
    good: str
    check: Check = found_elsewhere
    source: Message = message("how tags are written (docs/formats.md)")
    options: tuple[str, ...] = ()
    mandatory: bool = False
    severity_of: SeverityOf | None = None
