"""What a check finds."""

from dataclasses import dataclass

from disclosure_index.model.places import Location
from disclosure_index.model.words import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check. `anchor` and `code`, never the line, make its fingerprint.

    `name`, `severity` and `fingerprint` are filled in where the rule is known (`checks.registry`).
    """

    rule: str
    message: str
    location: Location
    hint: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    framework: str = ""
    edition: str = ""
    code: str = ""
    anchor: str = ""
    blind: bool = False  # the tool could not look: never the same as "fine"
    fingerprint: str = ""
