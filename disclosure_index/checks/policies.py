"""DI9xx: the documentation of what `policy` tells about itself."""

from disclosure_index.checks.registry import Rule
from disclosure_index.model import Severity

RULES = (
    Rule(
        "DI901", "expired-suppression", Severity.WARNING,
        "A suppression is a promise until a day; after it the finding counts again.",
        "expires = 2025-01-31  # checked on 2025-02-01", "expires = 2025-12-31",
    ),
    Rule(
        "DI902", "useless-suppression", Severity.WARNING,
        "A suppression that matches nothing hides the next finding that it happens to match.",
        'rule = "DI101"\ncode = "A1.2"  # A1.2 is disclosed', "(removed)",
    ),
)  # fmt: skip
