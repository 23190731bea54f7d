"""The rules, a module for each thing that they look at, and how they are run."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from disclosure_index.checks import di101_coverage as coverage
from disclosure_index.checks import di105_statement_of_use as statement_of_use
from disclosure_index.checks import di109_material_topics as gri_topics
from disclosure_index.checks import di111_required_elements as elements
from disclosure_index.checks import di201_codes as codes
from disclosure_index.checks import di206_tagged_passages as passages
from disclosure_index.checks import di208_tags as tags
from disclosure_index.checks import di301_omissions as omissions
from disclosure_index.checks import di306_explanations as explanations
from disclosure_index.checks import di401_printed_index as printed_index
from disclosure_index.checks import di408_index_locations as index_places
from disclosure_index.checks import di411_index_and_tags as index_and_tags
from disclosure_index.checks import di501_sources as sources
from disclosure_index.checks import di605_language_versions as twins
from disclosure_index.checks import di701_figures as figures
from disclosure_index.checks import di702_units as units
from disclosure_index.checks import di703_prior_years as years_before
from disclosure_index.checks import di901_policy as policies
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.model import Finding

MODULES = (
    coverage,
    statement_of_use,
    gri_topics,
    elements,
    codes,
    tags,
    passages,
    omissions,
    explanations,
    printed_index,
    index_places,
    index_and_tags,
    sources,
    twins,
    figures,
    years_before,
    units,
    policies,
)
RULES: tuple[Rule, ...] = tuple(sorted((rule for module in MODULES for rule in module.RULES), key=lambda r: r.id))

MANDATORY = {name: rule.mandatory for rule in RULES for name in (rule.id, rule.name)}
"""Every rule by id and by name, and whether only the project file may silence it."""

_BY_ID = {rule.id: rule for rule in RULES}


def run(facts: Facts) -> list[Finding]:
    """Run every rule."""
    return [finding for rule in RULES for finding in rule.check(facts)]


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
