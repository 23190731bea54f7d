"""DI9xx: findings of the policy about itself."""

from disclosure_index.policy.policy_findings import RULES

__all__ = ["RULES"]
