"""DI9xx: what the policy reports about itself, while it is applied."""

from disclosure_index.policy.policy_findings import RULES

__all__ = ["RULES"]
