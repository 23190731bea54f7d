"""Write the page of the data sets of a screen: ``python -m tools.screening_page docs/screening-data.md``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from disclosure_index.screening.questions import QUESTIONS, VIEWS, saved
from disclosure_index.screening.schema import DATA_SETS, PARTITION, VERSION

_TYPES = {
    "text": "string",
    "texts": "list of strings",
    "number": "double",
    "integer": "int32",
    "truth": "bool",
    "day": "date32",
}


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The data of a screen"
    yield ""
    yield "<!-- Written by tools/screening_page.py from disclosure_index/screening. Run: make docs -->"
    yield ""
    said = "`screen` ([Screening a market](screening.md)) writes these data sets as Parquet"
    yield f"{said}, schema version {VERSION}."
    yield f"Each is a folder that is partitioned by the financial year (`{PARTITION}=2024`); what has none is in the"
    yield "partition of null. What is not known is null, and no text is empty. The same reports, definitions and"
    yield "options give the same bytes, with any number of workers."
    yield ""
    yield "A new column leaves the version as it is; one that changes its meaning, its type or its name raises it."
    for data_set in DATA_SETS.values():
        yield ""
        yield f"## {data_set.name}"
        yield ""
        yield data_set.meaning
        yield ""
        yield "| column | type | meaning |"
        yield "|---|---|---|"
        yield from (f"| `{c.name}` | {_TYPES[c.type]} | {c.meaning} |" for c in data_set.columns)
        yield f"| `{PARTITION}` | int32 | Financial year; null where it was not found. |"
    for folder, head in ((VIEWS, "Views"), (QUESTIONS, "Saved questions")):
        yield ""
        yield f"## {head}"
        yield ""
        yield "| name | answers |"
        yield "|---|---|"
        yield from (f"| `{one.name}` | {one.titles['en']} |" for one in saved(folder))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
