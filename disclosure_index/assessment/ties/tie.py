"""A tie that does not hold: its figures with their places, and the arithmetic."""

from typing import NamedTuple

from disclosure_index.model import Fact


class Tie(NamedTuple):
    """Figures that do not agree.

    Attributes:
        rule: of DI711 to DI716.
        fact: the reported figure.
        others: the figures for comparison, the nearest first.
        arithmetic: of the other figures, as people write it: ``1,240 + 2,812 = 4,052, not 4,502``.
        document: the number of its document.
    """

    rule: str
    fact: Fact
    others: tuple[Fact, ...]
    arithmetic: str
    document: int = 0


def shown(value: float, like: Fact) -> str:
    """Return a value in the unit and with the decimals of a printed figure."""
    return f"{value / like.scale:,.{min(like.decimals, 6)}f}"


def printed(fact: Fact) -> str:
    """Return a figure as it is printed, with its sign."""
    return f"-{fact.printed}" if fact.value is not None and fact.value < 0 else fact.printed
