"""Changes against the previous year that contradict the two figures: in a column of changes, and in a sentence."""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.ties.tie import Tie, printed
from disclosure_index.figures.periods import years_in
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Fact

HALF = 0.05
"""Tolerance beyond the rounded figures' range, in percentage points: a change of rounded figures is rounded twice."""


def changes_in_table(facts: DocumentFacts, number: int) -> Iterator[Tie]:
    """Yield the changes in a table's rows that differ from the figures of the two years."""
    for found in facts.of_table(number).values():
        changes = [f for f in found if f.role == "change" and f.unit in ("%", "") and f.value is not None]
        values = [f for f in found if f.role == "" and f.value and f.unit != "%" and f.period.isdigit()]
        years = {f.period: f for f in values}
        if len(changes) != 1 or len(years) != len(values) or len(years) < 2:
            continue
        now, before = sorted(years, reverse=True)[:2]
        base = changes[0].period if changes[0].is_stated else now
        if base < now:  # the head of the column names the year for comparison
            if base in years:
                yield from _contradicted(changes[0], years[now], years[base])
        elif int(now) - int(before) == 1:
            yield from _contradicted(changes[0], years[now], years[before])


def changes_in_text(found: Sequence[Fact]) -> Iterator[Tie]:
    """Yield the changes that a sentence states and that differ from its own two figures.

    The sentence must have one change, two figures and no other year: a change may be against any year in it.
    """
    for change in (f for f in found if f.role == "change" and f.unit == "%" and f.value):
        sentence = [f for f in found if f.label == change.label]
        amounts = [f for f in sentence if f.role == "" and f.value and f.unit not in ("%", "")]
        years = {f.period: f for f in amounts}
        if len(amounts) != 2 or len(years) != 2 or len({f.unit for f in amounts}) != 1:
            continue
        now, before = sorted(years, reverse=True)
        is_only = sum(f.unit in ("%", "pp") for f in sentence) == 1
        named = {year for _, year in years_in(change.label)}
        if is_only and named <= {now, before} and now.isdigit() and int(now) - int(before) == 1:
            yield from _contradicted(change, years[now], years[before], signed=False)


def _contradicted(change: Fact, now: Fact, before: Fact, signed: bool = True) -> Iterator[Tie]:
    if not now.value or not before.value or before.value < 0 or now.value < 0 or change.value is None:
        return
    said = change.value if change.unit == "%" else change.value * 100.0
    low = ((now.value - now.precision) / (before.value + before.precision) - 1) * 100
    high = ((now.value + now.precision) / max(before.value - before.precision, 1e-12) - 1) * 100
    slack = change.precision + HALF
    options = (said,) if signed and said < 0 else (said, -said)  # a decrease is often printed without its sign
    if not any(low - slack <= option <= high + slack for option in options):
        exact = (now.value / before.value - 1) * 100
        arithmetic = f"{printed(now)} / {printed(before)} - 1 = {exact:.1f} %, not {printed(change)} %"
        yield Tie("DI716", change, (now, before), arithmetic)
