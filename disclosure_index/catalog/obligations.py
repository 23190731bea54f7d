"""What a disclosure obliges an issuer to, from the rules of its definition."""

from dataclasses import dataclass
from datetime import date

from disclosure_index.model import Disclosure, Obligation, ObligationRule, Profile


@dataclass(frozen=True, slots=True)
class Decision:
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
    for rule in disclosure.obligation:
        if (rule.claim and claim not in rule.claim) or (rule.since and year_start < rule.since):
            continue
        asked = [(name, getattr(profile, name), getattr(rule, name)) for name in ("board", "size")]
        if any(wanted and given and given not in wanted for _, given, wanted in asked):
            continue
        if any(wanted and not given for _, given, wanted in asked):
            return Decision(None, rule, _unknown(disclosure, profile))
        return Decision(rule.level, rule)
    return Decision(Obligation.VOLUNTARY)


def _unknown(disclosure: Disclosure, profile: Profile) -> tuple[str, ...]:
    """Name all that the rules ask for and the profile does not say, so that a person is asked once."""
    names = ("board", "size")
    return tuple(n for n in names if not getattr(profile, n) and any(getattr(r, n) for r in disclosure.obligation))
