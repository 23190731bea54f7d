"""DI417 and DI418: claims of a printed index whose place is not certain. The import reports them."""

from disclosure_index.messages import message
from disclosure_index.model import Severity
from disclosure_index.policy.rules import Rule

_SOURCE = message("how the claims of an index are placed (docs/importing.md)")

RULES = (
    Rule(
        "DI417",
        "placed-by-likeness",
        Severity.NOTE,
        message("a section that the index names in other words"),
        message("The index names no section of that title, so the most similar title was used. It may be another one."),
        "| 413-1 | Comunity |",
        "| 413-1 | Community |",
        source=_SOURCE,
    ),
    Rule(
        "DI418",
        "ambiguous-section",
        Severity.WARNING,
        message("a title in the index that several sections have"),
        message(
            "Where several sections have the title, the page printed beside it decides; without one, none is sure."
        ),
        "| 404-2 | Our approach |",
        "| 404-2 | Our approach | p. 2 |",
        source=_SOURCE,
    ),
)
