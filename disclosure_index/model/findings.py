"""What a check finds."""

from dataclasses import dataclass

from disclosure_index.model.places import Location
from disclosure_index.model.sayings import NOTHING, Saying
from disclosure_index.model.words import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check. `anchor` and `code`, never the line, make its fingerprint.

    `message` and `hint` are in English; `sayings.said` says them in another language.
    `name`, `severity` and `fingerprint` are filled in where the rule is known (`checks.registry`).
    """

    rule: str
    message: Saying
    location: Location
    hint: Saying = NOTHING
    name: str = ""
    severity: Severity = Severity.ERROR
    framework: str = ""
    edition: str = ""
    code: str = ""
    anchor: str = ""
    blind: bool = False  # the tool could not look: never the same as "fine"
    fingerprint: str = ""
