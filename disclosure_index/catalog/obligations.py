"""The obligation of a disclosure for an issuer, decided by the rules of its definition."""

from collections.abc import Container
from datetime import date
from typing import NamedTuple

from disclosure_index.model import Disclosure, Obligation, ObligationRule, Profile

ASKED = {
    "board": "profile.board",
    "size": "profile.size",
    "industry": "profile.industries",
    "sector": "frameworks.sectors",
}
"""What rules may ask of the issuer, and the key by which the project file says it."""


class Decision(NamedTuple):
    """The obligation, or None where the profile lacks the keys named in `missing`."""

    level: Obligation | None
    rule: ObligationRule | None = None
    missing: tuple[str, ...] = ()


class Circumstances(NamedTuple):
    """The facts that rules use besides the profile: applicable Sector Standards and statements of the report.

    Attributes:
        sectors: that apply; None where the project file does not say.
        used: the codes of the framework that the report tags, in small letters.
        omitted: those that it explains as left out.
    """

    sectors: tuple[str, ...] | None = ()
    used: Container[str] = ()
    omitted: Container[str] = ()


NO_CIRCUMSTANCES = Circumstances()


def decide(
    disclosure: Disclosure,
    profile: Profile,
    claim: str,
    year_start: date,
    circumstances: Circumstances = NO_CIRCUMSTANCES,
) -> Decision:
    """Apply the rules of a disclosure in order: the first that holds decides; without one it is voluntary.

    Args:
        disclosure: whose rules are weighed.
        profile: the issuer's.
        claim: made for this framework; "" for none.
        year_start: first day of the financial year. Where the report is held against an edition that does not apply
            to it yet, the edition's own first day.
        circumstances: what else there is to know.

    """
    if not disclosure.required:
        return Decision(Obligation.VOLUNTARY)
    rules = [r for r in disclosure.obligation if _may_hold(r, claim, year_start, circumstances)]
    given = {
        "board": (profile.board,) if profile.board else None,
        "size": (profile.size,) if profile.size else None,
        "industry": tuple(industry.upper() for industry in profile.industries) or None,
        "sector": circumstances.sectors,
    }
    for rule in rules:
        asked = [(given[name], getattr(rule, name)) for name in ASKED if getattr(rule, name)]
        if any(said is not None and not set(said) & set(wanted) for said, wanted in asked):
            continue
        if any(said is None for said, _ in asked):
            # Named together, so that a person is asked once.
            unsaid = tuple(n for n in ASKED if given[n] is None and any(getattr(r, n) for r in rules))
            return Decision(None, rule, unsaid)
        return Decision(rule.level, rule)
    return Decision(Obligation.VOLUNTARY)


def _may_hold(rule: ObligationRule, claim: str, year_start: date, circumstances: Circumstances) -> bool:
    said = ((rule.used, circumstances.used), (rule.omitted, circumstances.omitted))
    return (
        all(not wanted or any(code.casefold() in there for code in wanted) for wanted, there in said)
        and (not rule.claim or claim in rule.claim)
        and (rule.since is None or rule.since <= year_start)
    )
