"""DI9xx: the documentation of what `policy` tells about itself."""

from disclosure_index.checks.registry import Rule
from disclosure_index.messages import message
from disclosure_index.model import Severity

RULES = (
    Rule(
        "DI901",
        "expired-suppression",
        Severity.WARNING,
        message("a suppression that has expired"),
        message("A suppression is valid until its expiry date; after that the finding counts again."),
        "expires = 2025-01-31  # checked on 2025-02-01",
        "expires = 2025-12-31",
        mandatory=True,
    ),
    Rule(
        "DI902",
        "useless-suppression",
        Severity.WARNING,
        message("a suppression that matches no finding"),
        message("A suppression that matches nothing would hide the next finding that it happens to match."),
        'rule = "DI101"\ncode = "A1.2"  # A1.2 is disclosed',
        "(removed)",
        mandatory=True,
    ),
    Rule(
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
    ),
    Rule(
        "DI904",
        "stale-baseline-entry",
        Severity.WARNING,
        message("a baseline entry whose finding is fixed"),
        message("The entry of a fixed finding would hide the finding if it came back."),
        '{"fingerprint": "…", "rule": "DI101", "code": "A1.3"}  # A1.3 is now disclosed',
        "(pruned)",
        mandatory=True,
    ),
    Rule(
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
    ),
)
