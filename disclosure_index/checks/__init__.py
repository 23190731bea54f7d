"""The rules, and how they run. Each module is named after its first rule, and found by that name."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from disclosure_index.model import Finding
from disclosure_index.policy.rules import Rule

if TYPE_CHECKING:
    from disclosure_index.assessment.assessment import Assessment


def _rules() -> Iterator[Rule]:
    """Yield the rules of every module here whose name begins with a rule."""
    for module in iter_modules(__path__):
        if re.match(r"di\d{3}_", module.name):
            yield from import_module(f"{__name__}.{module.name}").RULES


RULES: tuple[Rule, ...] = tuple(sorted(_rules(), key=lambda rule: rule.id))

MANDATORY = {name: rule.mandatory for rule in RULES for name in (rule.id, rule.name)}
"""Every rule by id and by name, and whether only the project file may silence it."""

_BY_ID = {rule.id: rule for rule in RULES}


def run(assessment: "Assessment") -> list[Finding]:
    """Run every rule."""
    return [finding for rule in RULES for finding in rule.check(assessment)]


def weighed(findings: Iterable[Finding], assessment: "Assessment") -> tuple[Finding, ...]:
    """Set the severity of findings whose rule has a different one in this assessment."""
    rules = ((finding, _BY_ID[finding.rule].severity_of) for finding in findings)
    return tuple(replace(f, severity=of(assessment, f)) if of else f for f, of in rules)


def complete(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Set each finding's name and severity from its rule, then see `identified`."""
    named = (replace(f, name=_BY_ID[f.rule].name, severity=_BY_ID[f.rule].severity) for f in findings)
    return identified(named)


def identified(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, and give a fingerprint to those that have none.

    It is made of rule, framework, edition, code, anchor and ordinal, never of a line number.
    """
    ordered = sorted(findings, key=lambda f: (f.location, f.rule, f.framework, f.code, f.message))
    ordinals: Counter[tuple[str, ...]] = Counter()
    result = []
    for finding in ordered:
        if not finding.fingerprint:
            key = (finding.rule, finding.framework, finding.edition, finding.code, finding.anchor)
            ordinals[key] += 1
            digest = hashlib.sha256("\0".join((*key, str(ordinals[key]))).encode()).hexdigest()[:32]
            finding = replace(finding, fingerprint=digest)
        result.append(finding)
    return tuple(result)
