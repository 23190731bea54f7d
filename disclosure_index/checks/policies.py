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
        message("A suppression is a promise until a day; after it the finding counts again."),
        "expires = 2025-01-31  # checked on 2025-02-01",
        "expires = 2025-12-31",
        mandatory=True,
    ),
    Rule(
        "DI902",
        "useless-suppression",
        Severity.WARNING,
        message("a suppression that matches no finding"),
        message("A suppression that matches nothing hides the next finding that it happens to match."),
        'rule = "DI101"\ncode = "A1.2"  # A1.2 is disclosed',
        "(removed)",
        mandatory=True,
    ),
    Rule(
        "DI903",
        "coverage-below-budget",
        Severity.ERROR,
        message("a framework of which less is covered than the team has promised"),
        message(
            "A budget is the least coverage that a team has promised; below it a build fails, whatever single gaps "
            "weigh."
        ),
        "min-coverage = { hkex-esg = 95 }  # 43 of 49 are answered",
        "min-coverage = { hkex-esg = 85 }",
        mandatory=True,
    ),
    Rule(
        "DI904",
        "stale-baseline-entry",
        Severity.WARNING,
        message("an entry of the baseline whose finding is mended"),
        message("An entry for a finding that is mended would hide the finding, should it come back."),
        '{"fingerprint": "…", "rule": "DI101", "code": "A1.3"}  # A1.3 is disclosed by now',
        "(pruned)",
        mandatory=True,
    ),
    Rule(
        "DI905",
        "unusable-suppression",
        Severity.WARNING,
        message("a suppression in the text that suppresses nothing"),
        message(
            "A suppression has a reason, an owner and a last day. One that lacks them, or whose day cannot be read, "
            "suppresses nothing; nor does one of a rule that only the project file may silence."
        ),
        '<p data-suppress="DI207">…</p>',
        '<p data-suppress="DI207" data-suppress-reason="The audit ends in May" data-suppress-owner="Lo"\n'
        '   data-suppress-until="2026-05-31">…</p>',
        mandatory=True,
    ),
)
