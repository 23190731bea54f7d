"""Write the reference page of the rules, from the rules: ``python -m tools.rules_page docs/rules.md``."""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from disclosure_index.checks import RULES
from disclosure_index.policy.rules import Rule

FAMILIES = {
    "DI1": "Coverage",
    "DI2": "Tags",
    "DI3": "Omissions",
    "DI4": "Printed index",
    "DI5": "Definitions",
    "DI6": "Sources",
    "DI7": "Figures",
    "DI9": "Policy",
}


def page() -> str:
    """Return the page."""
    lines = ["# Rules", "", "Written by `tools/rules_page.py` from the rules themselves.", ""]
    for family, rules in groupby(sorted(RULES, key=lambda rule: rule.id), key=lambda rule: rule.id[:3]):
        lines += [f"## {FAMILIES[family]}", ""]
        for rule in rules:
            lines += _rule(rule)
    return "\n".join(lines)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id} {rule.name}"
    yield ""
    yield f"*{rule.severity.value}*: {rule.summary}."
    yield ""
    yield rule.why
    yield ""
    for word, snippet in (("Bad", rule.bad), ("Good", rule.good)):
        yield f"{word}:"
        yield ""
        yield "```"
        yield snippet
        yield "```"
        yield ""
    if rule.options:
        yield f"Options: {', '.join(f'`{option}`' for option in rule.options)} in the project file."
        yield ""
    if rule.mandatory:
        yield "Mandatory: only the project file can suppress it, with a reason, an owner and an expiry date."
        yield ""
    yield f"Source: {rule.source}."
    yield ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
