"""A tie that does not hold: the two places, and the arithmetic."""

from typing import NamedTuple

from disclosure_index.model import Fact


class Tie(NamedTuple):
    """Figures that do not agree.

    Attributes:
        rule: of DI711 to DI716.
        fact: the figure that is reported.
        others: the figures that it is compared with, the nearest first.
        arithmetic: what they lead to, as people write it: ``1,240 + 2,812 = 4,052, not 4,502``.
        document: the number of its document.
    """

    rule: str
    fact: Fact
    others: tuple[Fact, ...]
    arithmetic: str
    document: int = 0


def shown(value: float, like: Fact) -> str:
    """Write a value in the unit and with the decimals of a figure as it is printed."""
    return f"{value / like.scale:,.{min(like.decimals, 6)}f}"


def printed(fact: Fact) -> str:
    """Write a figure as it is printed, with its sign."""
    return f"-{fact.printed}" if fact.value is not None and fact.value < 0 else fact.printed
