"""What a disclosure obliges an issuer to, from the rules of its definition."""

from datetime import date
from typing import NamedTuple

from disclosure_index.model import Disclosure, Obligation, ObligationRule, Profile

ASKED = ("board", "size")
"""What rules may ask of the issuer's profile."""


class Decision(NamedTuple):
    """The obligation, None where the profile does not say enough; `missing` names what it would have to say."""

    level: Obligation | None
    rule: ObligationRule | None = None
    missing: tuple[str, ...] = ()


def decide(disclosure: Disclosure, profile: Profile, claim: str, year_start: date) -> Decision:
    """Apply a disclosure's rules in order: the first that holds decides; where none does, it is voluntary.

    Args:
        disclosure: whose rules are weighed.
        profile: the issuer's.
        claim: made for this framework; "" for none.
        year_start: first day of the financial year. Where the report is held against an edition that does not apply
            to it yet, the edition's own first day.

    """
    if not disclosure.required:
        return Decision(Obligation.VOLUNTARY)
    rules = [r for r in disclosure.obligation if _may_hold(r, claim, year_start)]
    for rule in rules:
        asked = [(name, getattr(profile, name), getattr(rule, name)) for name in ASKED]
        if any(wanted and given and given not in wanted for _, given, wanted in asked):
            continue
        if any(wanted and not given for _, given, wanted in asked):
            # Named together, so that a person is asked once.
            unsaid = tuple(n for n in ASKED if not getattr(profile, n) and any(getattr(r, n) for r in rules))
            return Decision(None, rule, unsaid)
        return Decision(rule.level, rule)
    return Decision(Obligation.VOLUNTARY)


def _may_hold(rule: ObligationRule, claim: str, year_start: date) -> bool:
    return (not rule.claim or claim in rule.claim) and (rule.since is None or rule.since <= year_start)
