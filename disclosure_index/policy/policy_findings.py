"""Findings about the policy itself (DI9xx), and their rules."""

from collections.abc import Iterable, Iterator, Sequence

from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.messages import message
from disclosure_index.model import DataSuppress, Finding, Message, Severity, Status
from disclosure_index.policy.baseline import Entry
from disclosure_index.policy.policy import Budget, Suppression
from disclosure_index.policy.rules import Rule

EXPIRED = Rule(
    "DI901",
    "expired-suppression",
    Severity.WARNING,
    message("a suppression that has expired"),
    message("A suppression is valid until its expiry date; after that the finding counts again."),
    "expires = 2025-01-31  # checked on 2025-02-01",
    "expires = 2025-12-31",
    mandatory=True,
)
USELESS = Rule(
    "DI902",
    "useless-suppression",
    Severity.WARNING,
    message("a suppression that matches no finding"),
    message("A suppression that matches nothing would hide the next finding that it happens to match."),
    'rule = "DI101"\ncode = "A1.2"  # A1.2 is disclosed',
    "(removed)",
    mandatory=True,
)
BELOW_BUDGET = Rule(
    "DI903",
    "coverage-below-budget",
    Severity.ERROR,
    message("a framework with less coverage than the team's budget"),
    message(
        "A budget is the minimum coverage that a team has agreed; below it the build fails, whatever the severity "
        "of single gaps."
    ),
    "min-coverage = { hkex-esg = 95 }  # 43 of 49 are answered",
    "min-coverage = { hkex-esg = 85 }",
    mandatory=True,
)
STALE = Rule(
    "DI904",
    "stale-baseline-entry",
    Severity.WARNING,
    message("a baseline entry whose finding is fixed"),
    message("The entry of a fixed finding would hide the finding if it came back."),
    '{"fingerprint": "…", "rule": "DI101", "code": "A1.3"}  # A1.3 is now disclosed',
    "(pruned)",
    mandatory=True,
)
UNUSABLE = Rule(
    "DI905",
    "unusable-suppression",
    Severity.WARNING,
    message("a suppression in the text that has no effect"),
    message(
        "A suppression needs a reason, an owner and an expiry date. Without them, or with a date that cannot be "
        "read, it has no effect; nor can it suppress a rule that only the project file may suppress."
    ),
    '<p data-suppress="DI207">…</p>',
    '<p data-suppress="DI207" data-suppress-reason="The audit ends in May" data-suppress-owner="Lo"\n'
    '   data-suppress-until="2026-05-31">…</p>',
    mandatory=True,
)

ANSWERED = (Status.DISCLOSED, Status.OMITTED)

RULES = (EXPIRED, USELESS, BELOW_BUDGET, STALE, UNUSABLE)


def expired(suppression: Suppression) -> Finding:
    """Report a suppression that has expired."""
    return Finding(
        EXPIRED.id,
        message("The suppression of {what} expired on {day}", what=_what(suppression), day=suppression.expires),
        suppression.location,
        message("Fix the finding, or agree a new expiry date with {owner}", owner=suppression.owner),
        name=EXPIRED.name,
        severity=EXPIRED.severity,
        code=suppression.code,
    )


def useless(suppression: Suppression) -> Finding:
    """Report a suppression that matches nothing."""
    return Finding(
        USELESS.id,
        message("The suppression of {what} matches no finding", what=_what(suppression)),
        suppression.location,
        message("Remove the suppression"),
        name=USELESS.name,
        severity=USELESS.severity,
        code=suppression.code,
    )


def short_of(budgets: Iterable[Budget], coverage: Sequence[Coverage]) -> Iterator[Finding]:
    """Yield a finding for each budget that is not reached.

    Counted is what the framework asks of this issuer (mandatory, comply or explain, recommended, and what it does not
    decide); disclosed and validly omitted answer it, partial does not.
    """
    for budget in budgets:
        rows = [row for row in coverage if row.disclosure.framework == budget.framework and _is_asked(row)]
        if not rows:
            continue
        answered = sum(row.status in ANSWERED for row in rows)
        reached = answered * 100 // len(rows)
        if reached < budget.percent:
            yield _below_budget(budget, reached, answered, len(rows))


def _is_asked(row: Coverage) -> bool:
    return not row.disclosure.heading and (row.obligation is None or row.obligation in REQUIRING)


def _below_budget(budget: Budget, reached: int, answered: int, asked: int) -> Finding:
    """Report a framework; `reached` is a percentage, rounded down."""
    return Finding(
        BELOW_BUDGET.id,
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
        framework=budget.framework,
    )


def stale(entry: Entry) -> Finding:
    """Report a baseline entry whose finding is gone."""
    what = ":".join(part for part in (entry.framework, entry.code) if part)
    return Finding(
        STALE.id,
        message(
            "The baseline lists a finding of {rule}{on} that no longer occurs",
            rule=entry.rule,
            on=message(" on {what}", what=what) if what else "",
        ),
        entry.location,
        message('Run "disclosure-index baseline prune" to remove it'),
        name=STALE.name,
        severity=STALE.severity,
        framework=entry.framework,
        code=entry.code,
        anchor=entry.anchor,
    )


def unusable(written: DataSuppress, rule: str, why: Message) -> Finding:
    """Report a suppression at an element that suppresses nothing."""
    return Finding(
        UNUSABLE.id,
        message('The suppression "{rule}" {why}, and has no effect', rule=rule, why=why),
        written.location,
        message(
            "Write data-suppress with the rule, plus data-suppress-reason, data-suppress-owner and a date in "
            "data-suppress-until"
        ),
        name=UNUSABLE.name,
        severity=UNUSABLE.severity,
        anchor=written.anchor,
    )


def _what(suppression: Suppression) -> str:
    return " ".join(part for part in (suppression.rule, suppression.code) if part)
