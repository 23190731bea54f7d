"""What a check finds."""

from dataclasses import dataclass

from disclosure_index.model.enumerations import Severity
from disclosure_index.model.locations import Location
from disclosure_index.model.messages import NO_MESSAGE, Message


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check. `anchor` and `code`, never the line, make its fingerprint.

    `message` and `hint` are in English; `messages.render` renders them in another language.
    `name`, `severity` and `fingerprint` are filled in where the rule is known (`checks.complete`).
    """

    rule: str
    message: Message
    location: Location
    hint: Message = NO_MESSAGE
    name: str = ""
    severity: Severity = Severity.ERROR
    framework: str = ""
    edition: str = ""
    code: str = ""
    anchor: str = ""
    unchecked: bool = False  # it could not be checked: never the same as "fine"
    fingerprint: str = ""
