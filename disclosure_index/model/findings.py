"""Findings: the results of checks, and the edits they carry."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from disclosure_index.model.enumerations import Severity
from disclosure_index.model.locations import Location
from disclosure_index.model.messages import NO_MESSAGE, Message


class Respelling(NamedTuple):
    """Replace consecutive words of an element's tags, as written, by the one reference they spell."""

    words: tuple[str, ...]
    by: str


class Repetition(NamedTuple):
    """Remove the repetitions of a tag, as written, at an element."""

    reference: str


class AttributeName(NamedTuple):
    """Rename an attribute; its value stays."""

    name: str
    by: str


class PageLabel(NamedTuple):
    """Set the label of a page break."""

    label: str


SafeEdit: TypeAlias = Respelling | Repetition | AttributeName | PageLabel
"""The safe edit of a finding: a change of spelling or a page number, never of the disclosure that is meant.

It is made at the element where the finding is; `edits` has the changes in bytes.
"""


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
    edit: SafeEdit | None = None
