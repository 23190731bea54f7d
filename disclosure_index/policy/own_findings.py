"""What the policy tells about itself: see `checks.policies` for the rules."""

from disclosure_index.model import Finding, Severity
from disclosure_index.policy.baseline import Entry
from disclosure_index.policy.values import Budget, Suppression
from disclosure_index.sayings import say


def expired(suppression: Suppression) -> Finding:
    """Tell a suppression whose day is past."""
    return Finding(
        "DI901",
        say("DI901", what=_what(suppression), day=suppression.expires),
        suppression.location,
        say("DI901-help", owner=suppression.owner),
        name="expired-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def useless(suppression: Suppression) -> Finding:
    """Tell a suppression that matches nothing."""
    return Finding(
        "DI902",
        say("DI902", what=_what(suppression)),
        suppression.location,
        say("DI902-help"),
        name="useless-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def below_budget(budget: Budget, reached: int, answered: int, asked: int) -> Finding:
    """Tell a framework that falls short of its budget; `reached` is a percentage, rounded down."""
    return Finding(
        "DI903",
        say("DI903", framework=budget.framework, answered=answered, asked=asked, reached=reached, least=budget.percent),
        budget.location,
        say("DI903-help", framework=budget.framework),
        name="coverage-below-budget",
        framework=budget.framework,
    )


def stale(entry: Entry) -> Finding:
    """Tell an entry of the baseline that is no finding any more."""
    what = ":".join(part for part in (entry.framework, entry.code) if part)
    return Finding(
        "DI904",
        say("DI904", rule=entry.rule, on=say("DI904-on", what=what) if what else ""),
        entry.location,
        say("DI904-help"),
        name="stale-baseline-entry",
        severity=Severity.WARNING,
        framework=entry.framework,
        code=entry.code,
        anchor=entry.anchor,
    )


def _what(suppression: Suppression) -> str:
    return " ".join(part for part in (suppression.rule, suppression.code) if part)
