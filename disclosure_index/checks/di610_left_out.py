"""DI610 to DI613: parts of a source that are not read. The readers report them."""

from disclosure_index.messages import message
from disclosure_index.model import Severity
from disclosure_index.policy.rules import Rule

_SOURCE = message("what is read of a published report (docs/importing.md)")

RULES = (
    Rule(
        "DI610",
        "not-read",
        Severity.WARNING,
        message("parts of a source that are not read"),
        message("What is not read is not in the new report, and no tag can be placed on it."),
        "2-7 Employees [footnote: 320, of whom 12 part-time]",
        "2-7 Employees: 320, of whom 12 part-time",
        source=_SOURCE,
    ),
    Rule(
        "DI611",
        "pages-without-text",
        Severity.WARNING,
        message("pages of a PDF whose text cannot be read"),
        message(
            "Pages that are pictures, such as scans, and damaged pages are not read, so nothing on them is checked."
        ),
        "(a scan)",
        "(a scan with a text layer)",
        source=_SOURCE,
        mandatory=True,
    ),
    Rule(
        "DI612",
        "picture-pages",
        Severity.NOTE,
        message("a few pages of a PDF without text, such as covers"),
        message("A cover or a divider is often a picture. Check that no text of the report is on such a page."),
        "(a chart as a picture)",
        "(a chart with text)",
        source=_SOURCE,
    ),
    Rule(
        "DI613",
        "unseen-text",
        Severity.NOTE,
        message("text in the source that readers do not see"),
        message(
            "Text that is hidden, struck out or not visible on its page is left out: nobody can rely on it. It may be "
            "a remainder of an older version."
        ),
        '<p style="display:none">We used 1,200 MWh.</p>',
        "<p>We used 1,200 MWh.</p>",
        source=_SOURCE,
    ),
)
