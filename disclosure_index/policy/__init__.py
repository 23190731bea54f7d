"""Findings -> verdict: severities, filters, suppressions, the baseline, budgets. Pure; the clock is passed in."""

from disclosure_index.policy.baseline import Baseline, Entry
from disclosure_index.policy.in_text_suppressions import in_text
from disclosure_index.policy.judging import judge
from disclosure_index.policy.policy import Budget, Policy, Suppression, Verdict

__all__ = ["Baseline", "Budget", "Entry", "Policy", "Suppression", "Verdict", "in_text", "judge"]
