"""DI620: particularities of Word as a source. The reader reports them."""

from disclosure_index.messages import message
from disclosure_index.model import Severity
from disclosure_index.policy.rules import Rule

_SOURCE = message("how a Word file is read (docs/sources.md)")

RULES = (
    Rule(
        "DI620",
        "tracked-changes",
        Severity.NOTE,
        message("tracked changes in a Word file"),
        message(
            "A report is read as if its tracked changes were accepted. What is checked is not what is printed, unless "
            "they are."
        ),
        "We used [deleted: 1,100] [inserted: 1,200] MWh.",
        "We used 1,200 MWh.",
        source=_SOURCE,
    ),
)
