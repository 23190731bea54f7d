"""The two kinds of definition file, put together from their tables."""

from collections.abc import Sequence

from tools.definitions.toml_text import Table, document

ORIGIN = "Written by tools/definitions from fact sheets: what is changed by hand here, change there too."

_ORDER = (
    *("code", "edition", "group", "parent", "kind", "heading", "required", "obligation", "from", "until"),
    *("title", "title-basis", "summary", "datapoints", "requirements", "data", "units", "omission", "superseded-by"),
    *("basis", "source", "note"),
)


def disclosure(fields: Table) -> Table:
    """Bring the keys of a disclosure into the order of the files."""
    return {key: fields[key] for key in _ORDER if key in fields}


def framework_file(
    comments: Sequence[str], fields: Table, reasons: Sequence[Table], rules: Sequence[Table] = ()
) -> str:
    """Write a ``framework.toml``."""
    return document([*comments, ORIGIN], fields, [("reason", reasons), ("obligation", rules)])


def part_file(
    comments: Sequence[str],
    framework: str,
    part: str,
    *,
    sources: dict[str, str],
    editions: Sequence[Table],
    groups: Sequence[Table] = (),
    rules: Sequence[Table] = (),
    disclosures: Sequence[Table] = (),
    topics: Sequence[Table] = (),
) -> str:
    """Write a part; of `sources` (id to text) only those that the part names."""
    named = {row["source"] for row in (*editions, *disclosures)}
    blocks = [
        ("source", [{"id": name, "text": text} for name, text in sources.items() if name in named]),
        ("edition", editions),
        ("obligation", rules),
        ("group", groups),
        ("disclosure", [disclosure(row) for row in disclosures]),
        ("topic", topics),
    ]
    return document([*comments, ORIGIN], {"framework": framework, "part": part}, blocks)
