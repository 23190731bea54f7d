"""The changed part of a text, for people."""

CONTEXT = 30
"""The letters shown before and after a change."""
LONGEST = 160


def changed_part(was: str, now: str) -> tuple[str, str]:
    """Return the parts of two texts that differ, each with a little of the text around it.

    >>> changed_part("We produced 2,008 tonnes of waste.", "We produced 1,950 tonnes of waste.")
    ('We produced 2,008 tonnes of waste.', 'We produced 1,950 tonnes of waste.')
    """
    was, now = " ".join(was.split()), " ".join(now.split())
    head = _common(was, now)
    tail = min(
        _common(was[: head - 1 if head else None : -1], now[: head - 1 if head else None : -1]), len(was), len(now)
    )
    start = head - CONTEXT if head > CONTEXT + 1 else 0
    return _cut(was, start, len(was) - tail + CONTEXT), _cut(now, start, len(now) - tail + CONTEXT)


def _common(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts, by bisection: texts of sections are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    return _cut(" ".join(text[: 2 * LONGEST].split()), 0, len(text))


def _cut(text: str, start: int, end: int) -> str:
    end = min(end, start + LONGEST)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
