"""What the policy reports about itself: see `checks.policies` for the rules."""

from disclosure_index.messages import message
from disclosure_index.model import Finding, Severity
from disclosure_index.policy.baseline import Entry
from disclosure_index.policy.policy import Budget, Suppression


def expired(suppression: Suppression) -> Finding:
    """Report a suppression that has expired."""
    return Finding(
        "DI901",
        message("The suppression of {what} expired on {day}", what=_what(suppression), day=suppression.expires),
        suppression.location,
        message("Fix the finding, or agree a new expiry date with {owner}", owner=suppression.owner),
        name="expired-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def useless(suppression: Suppression) -> Finding:
    """Report a suppression that matches nothing."""
    return Finding(
        "DI902",
        message("The suppression of {what} matches no finding", what=_what(suppression)),
        suppression.location,
        message("Remove the suppression"),
        name="useless-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def below_budget(budget: Budget, reached: int, answered: int, asked: int) -> Finding:
    """Report a framework that falls short of its budget; `reached` is a percentage, rounded down."""
    return Finding(
        "DI903",
        message(
            "{framework}: {answered} of the {asked} disclosures asked for are disclosed or explained ({reached}%); "
            "the policy requires {least}%",
            framework=budget.framework,
            answered=answered,
            asked=asked,
            reached=reached,
            least=budget.percent,
        ),
        budget.location,
        message('Run "disclosure-index gaps" to list what is missing from {framework}', framework=budget.framework),
        name="coverage-below-budget",
        framework=budget.framework,
    )


def stale(entry: Entry) -> Finding:
    """Report a baseline entry whose finding is gone."""
    what = ":".join(part for part in (entry.framework, entry.code) if part)
    return Finding(
        "DI904",
        message(
            "The baseline lists a finding of {rule}{on} that no longer occurs",
            rule=entry.rule,
            on=message(" on {what}", what=what) if what else "",
        ),
        entry.location,
        message('Run "disclosure-index baseline prune" to remove it'),
        name="stale-baseline-entry",
        severity=Severity.WARNING,
        framework=entry.framework,
        code=entry.code,
        anchor=entry.anchor,
    )


def _what(suppression: Suppression) -> str:
    return " ".join(part for part in (suppression.rule, suppression.code) if part)
