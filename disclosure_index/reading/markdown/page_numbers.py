"""Page numbers on lines of their own, as converters from PDF leave them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

FEWEST = 5


def page_starts(
    numbers: Mapping[int, int], breaks: Sequence[int], sizes: Sequence[int]
) -> tuple[dict[int, int], Sequence[int]]:
    """Return the block at which each page starts, and the blocks that are page numbers.

    Args:
        numbers: the blocks that hold only a number, by their position in the text.
        breaks: the blocks that mark the end of a page without a number.
        sizes: the length of each block's text.

    Lone numbers are page numbers if most of a rising sequence is there and it spans the text. They stand at the
    head of their pages unless there is more text before the first than after the last.
    """
    run = rising_run(numbers)
    if breaks:
        run = run if 2 * len(run) > len(breaks) else []
        return _between_breaks({block: numbers[block] for block in run}, breaks), run
    if not _runs_through(run, numbers, len(sizes)):
        return {}, ()
    if sum(sizes[: run[0]]) <= sum(sizes[run[-1] + 1 :]):
        return {block: numbers[block] for block in run}, run
    starts = [0, *(block + 1 for block in run)]
    return {start: numbers[block] for start, block in zip(starts, run, strict=False)}, run


def rising_run(numbers: Mapping[int, int]) -> list[int]:
    """Return the longest sequence of blocks whose numbers rise.

    >>> rising_run({0: 2, 5: 3, 6: 6, 9: 4, 12: 5, 13: 271, 20: 6})
    [0, 5, 9, 12, 20]
    """
    ends: list[int] = []  # the smallest number that ends a sequence of each length
    at: list[int] = []  # and its block
    before: dict[int, int | None] = {}
    for block in sorted(numbers):
        length = bisect_left(ends, numbers[block])
        before[block] = at[length - 1] if length else None
        ends[length : length + 1], at[length : length + 1] = [numbers[block]], [block]
    run: list[int] = []
    block_or_none = at[-1] if at else None
    while block_or_none is not None:
        run.append(block_or_none)
        block_or_none = before[block_or_none]
    return run[::-1]


def _runs_through(run: Sequence[int], numbers: Mapping[int, int], blocks: int) -> bool:
    if len(run) < FEWEST:
        return False
    pages = numbers[run[-1]] - numbers[run[0]] + 1
    return pages <= 2 * len(run) and 2 * (run[-1] - run[0]) >= blocks


def _between_breaks(numbers: Mapping[int, int], breaks: Sequence[int]) -> dict[int, int]:
    """Number the pages between breaks by the number on each, or by counting on from the page before."""
    found: dict[int, int] = {}
    page = 0
    starts = [0, *(block + 1 for block in breaks)]
    for start, end in zip(starts, [*breaks, max([*numbers, *breaks]) + 1], strict=True):
        page = next((number for block, number in numbers.items() if start <= block < end), page + 1)
        found[start] = page
    return found
