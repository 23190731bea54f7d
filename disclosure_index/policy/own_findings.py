"""What the policy tells about itself: see `checks.policies` for the rules."""

from disclosure_index.model import Finding, Severity
from disclosure_index.policy.baseline import Entry
from disclosure_index.policy.values import Budget, Suppression


def expired(suppression: Suppression) -> Finding:
    """Tell a suppression whose day is past."""
    return Finding(
        "DI901",
        f"the suppression of {_what(suppression)} expired on {suppression.expires}",
        suppression.location,
        f"mend the finding, or ask {suppression.owner} for a new day",
        name="expired-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def useless(suppression: Suppression) -> Finding:
    """Tell a suppression that matches nothing."""
    return Finding(
        "DI902",
        f"the suppression of {_what(suppression)} matches no finding",
        suppression.location,
        "remove it",
        name="useless-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def below_budget(budget: Budget, reached: int, answered: int, asked: int) -> Finding:
    """Tell a framework that falls short of its budget; `reached` is a percentage, rounded down."""
    return Finding(
        "DI903",
        f"{budget.framework}: {answered} of the {asked} disclosures asked for are disclosed or explained, "
        f"{reached} %; the policy asks for {budget.percent} %",
        budget.location,
        f'"disclosure-index gaps" lists what is missing of {budget.framework}',
        name="coverage-below-budget",
        framework=budget.framework,
    )


def stale(entry: Entry) -> Finding:
    """Tell an entry of the baseline that is no finding any more."""
    what = ":".join(part for part in (entry.framework, entry.code) if part)
    return Finding(
        "DI904",
        f"the baseline keeps a finding of {entry.rule}{f' on {what}' if what else ''} that is there no more",
        entry.location,
        '"disclosure-index baseline prune" removes it',
        name="stale-baseline-entry",
        severity=Severity.WARNING,
        framework=entry.framework,
        code=entry.code,
        anchor=entry.anchor,
    )


def _what(suppression: Suppression) -> str:
    return " ".join(part for part in (suppression.rule, suppression.code) if part)
