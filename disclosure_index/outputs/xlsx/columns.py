"""The look of each column, by its id in a `Table`."""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure_index.messages import label
from disclosure_index.model import Status


@dataclass(frozen=True, slots=True)
class Column:
    """The look of a column: `least` and `most` of its width in characters, and the form of its cells."""

    least: int = 8
    most: int = 24
    form: str = "text"  # a key of `styles.FORMS`
    typed: bool = False  # people fill it in, and `merge` takes it home
    hidden: bool = False


COLUMNS: Mapping[str, Column] = {
    "id": Column(4, 30, "code", hidden=True),
    "framework": Column(8, 34),
    "edition": Column(8, 12, "code"),
    "code": Column(6, 14, "code"),
    "title": Column(18, 30),
    "group": Column(10, 24),
    "obligation": Column(10, 14),
    "status": Column(9, 11, "code", typed=True),
    "chapter": Column(10, 36),
    "section": Column(16, 26, "code", typed=True),
    "pages": Column(6, 10, "code"),
    "owner": Column(9, 14, "code", typed=True),
    "reviewed": Column(8, 10, "code", typed=True),
    "reason": Column(11, 16, "code", typed=True),
    "explanation": Column(22, 36, typed=True),
    "omission": Column(24, 44),
    "change": Column(12, 20),
    "code-before": Column(6, 14, "code"),
    "status-before": Column(9, 14),
    "status-now": Column(9, 14),
    "place-before": Column(16, 34),
    "place-now": Column(16, 34),
    "was": Column(24, 50),
    "now": Column(24, 50),
    "note": Column(16, 24, typed=True),
    "due": Column(10, 12, "code", typed=True),
    "look": Column(20, 34),
    "suggestion": Column(30, 60),
    "score": Column(8, 9, "number"),
    "figure": Column(12, 24),
    "matched": Column(14, 30),
    "disclosures": Column(12, 34, "code"),
    "table": Column(14, 34),
    "indicator": Column(18, 40),
    "unit": Column(8, 20),
    "amount": Column(11, 18, "amount"),
    "period": Column(8, 12, "code"),
    "dimensions": Column(12, 24),
    "role": Column(8, 12),
    "printed": Column(11, 22, "figure"),
    "evidence": Column(14, 27, "code"),
    "open": Column(14, 26),
    "fact": Column(20, 34),
    "entry": Column(24, 60),
    "standard": Column(14, 28),
    "aspect": Column(12, 24),
    "pillar": Column(12, 24),
    "topic": Column(12, 26),
    "area": Column(12, 24),
    "goal": Column(20, 40),
    "target": Column(20, 50),
    "principle": Column(24, 60),
    "disclosure": Column(12, 46),
    "metric": Column(20, 46),
    "category": Column(10, 14),
    "location": Column(18, 48),
    "value": Column(10, 30),
    "omission-requirements": Column(12, 16),
    "omission-reason": Column(12, 20),
    "omission-explanation": Column(22, 40),
    "sector-ref": Column(8, 12),
    "total": Column(8, 10, "number"),
    "with-figure": Column(11, 14, "number"),
    "without-figure": Column(11, 14, "number"),
    **{status.value: Column(9, 13, "number") for status in Status},
}

YES = label("cell", "yes")
"""What a mark in the column `reviewed` says."""

OTHER = Column(10, 26)
"""A column named after a framework."""

TYPED = tuple(id for id, column in COLUMNS.items() if column.typed)
"""The columns that people fill in, in the order that `_meta` keeps their texts in."""


def column(id: str) -> Column:
    """Return the look of a column; one that is not known holds codes of a framework."""
    return COLUMNS.get(id, OTHER)
