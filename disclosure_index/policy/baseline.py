"""The baseline: known findings, by their fingerprints, that are no longer reported."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from disclosure_index.errors import ConfigError
from disclosure_index.messages import message
from disclosure_index.model import NOWHERE, Finding, Location

VERSION = 1
OWN = "DI9"
"""Findings of the policy about itself are fixed, not kept in a baseline."""


class Entry(NamedTuple):
    """A finding in a baseline; everything but the fingerprint is for people who read the file."""

    fingerprint: str
    rule: str
    framework: str
    code: str
    anchor: str
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of one baseline file, in its order."""

    path: str
    entries: tuple[Entry, ...] = ()

    @property
    def fingerprints(self) -> frozenset[str]:
        """What a finding is known by."""
        return frozenset(entry.fingerprint for entry in self.entries)


class BaselineError(ConfigError):
    """A baseline file that cannot be used."""


def may_be_kept(finding: Finding) -> bool:
    """Whether a baseline may hold a finding: never one about something that could not be checked."""
    return not finding.unchecked and not finding.rule.startswith(OWN)


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Return the entries for findings, in an order that does not depend on lines."""
    kept = (Entry(f.fingerprint, f.rule, f.framework, f.code, f.anchor) for f in findings if may_be_kept(f))
    return tuple(sorted(kept, key=lambda e: (e.rule, e.framework, e.code, e.anchor, e.fingerprint)))


def write_baseline(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline file, one entry a line: a diff shows which findings are new or gone."""
    lines = (json.dumps(dict(_facts(entry)), ensure_ascii=False) for entry in entries)
    body = ",\n".join(f"    {line}" for line in lines)
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{body}\n  ]\n}}\n' if body else _EMPTY


_EMPTY = f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in Entry._fields[:-1]:
        if value := getattr(entry, name):
            yield name, value


def read_baseline(text: str, path: str) -> Baseline:
    """Read what `write_baseline` wrote.

    Raises:
        BaselineError: it is no baseline, or one of another version.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        problem = message("not valid JSON from line {line}, column {column} on", line=error.lineno, column=error.colno)
        raise BaselineError(problem, path) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets in brackets
        raise BaselineError(message("not valid JSON: too long a number, or too much nesting"), path) from error
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError(message('not a baseline; to write one, run "disclosure-index baseline create"'), path)
    if data.get("version") != VERSION:
        problem = message(
            "baseline version {version} is not supported; expected {expected}",
            version=repr(data.get("version")),
            expected=VERSION,
        )
        raise BaselineError(problem, path)
    entries: list[Entry] = []
    line, done = 1, 0
    for number, item in enumerate(data["findings"], start=1):
        if not isinstance(item, dict) or not isinstance(item.get("fingerprint"), str):
            raise BaselineError(message("entry {number} has no fingerprint", number=number), path)
        at = max(text.find(json.dumps(item["fingerprint"]), done), done)
        line, done = line + text.count("\n", done, at), at
        facts = {name: str(item.get(name, "")) for name in Entry._fields[:-1]}
        entries.append(Entry(**facts, location=Location(path, line, 1)))
    return Baseline(path, tuple(entries))
