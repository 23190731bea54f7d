"""Findings -> verdict: severities, filters, suppressions, the baseline, budgets. Pure; the clock is passed in."""

from disclosure_index.policy.baseline import Baseline, Entry
from disclosure_index.policy.element_suppressions import element_suppressions
from disclosure_index.policy.judging import judge
from disclosure_index.policy.policy import Budget, Policy, Suppression, Verdict

__all__ = ["Baseline", "Budget", "Entry", "Policy", "Suppression", "Verdict", "element_suppressions", "judge"]
