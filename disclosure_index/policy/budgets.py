"""How much of a framework has to be answered."""

from collections.abc import Iterable, Iterator, Sequence

from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.model import Finding, Status
from disclosure_index.policy.policy import Budget
from disclosure_index.policy.policy_findings import below_budget

ANSWERED = (Status.DISCLOSED, Status.OMITTED)


def short_of(budgets: Iterable[Budget], coverage: Sequence[Coverage]) -> Iterator[Finding]:
    """Report the budgets that are not reached.

    Counted is what the framework asks of this issuer (mandatory, comply or explain, recommended, and what it does not
    decide); disclosed and validly omitted answer it, partial does not.
    """
    for budget in budgets:
        rows = [row for row in coverage if row.disclosure.framework == budget.framework and _is_asked(row)]
        answered = sum(row.status in ANSWERED for row in rows)
        reached = answered * 100 // len(rows) if rows else 100
        if reached < budget.percent:
            yield below_budget(budget, reached, answered, len(rows))


def _is_asked(row: Coverage) -> bool:
    return not row.disclosure.heading and (row.obligation is None or row.obligation in REQUIRING)
