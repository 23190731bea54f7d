"""A fact: a number of a report with unit, period and dimensions, shaped as in inline XBRL."""

from typing import NamedTuple


class Place(NamedTuple):
    """A piece of a passage: its number in the document, and where in its text; cells are divided by tabs there."""

    passage: int
    start: int = 0
    end: int = 0


class Fact(NamedTuple):
    """A number with concept words, unit, period, dimensions and precision, and the place of each part.

    Attributes:
        value: in the base unit, with its sign; None where a dash says that there is none (nil).
        unit: the base unit: ``t``, ``tCO2e``, ``GJ``, ``CNY``; "" where none is said.
        quantity: what the unit measures: ``mass``, ``carbon``, ``money``; "" where none is said.
        printed: the number as it is printed.
        printed_unit: the unit as it is printed, wherever it stands.
        scale: what the printed number was multiplied with.
        period: a year, "2024", or years, "2025-2029"; "" where none is known.
        instant: the day that the figure is of, in ISO form, where it says one.
        is_stated: whether the period is said with the figure, and not only that of the report.
        label: of the row; of a sentence the words that the number stands in.
        group: of the rows above that the row belongs to, with the caption.
        dimensions: pairs of axis and member, sorted: ``("gender", "female")``, ``("scope", "1+2")``.
        decimals: as printed.
        role: "" for a figure of the period; ``target``, ``change``, ``bound``, ``range`` for another.
        place: of the number.
        label_place: of the row's label.
        head_place: of the column's head.
        caption_place: of the caption.
        unit_place: of the unit, where it does not stand with the number.
        in_table: whether it stands in a row.
    """

    value: float | None
    unit: str
    quantity: str
    printed: str
    printed_unit: str
    scale: float
    period: str
    instant: str
    is_stated: bool
    label: str
    group: str
    dimensions: tuple[tuple[str, str], ...]
    decimals: int
    role: str
    place: Place
    label_place: Place | None = None
    head_place: Place | None = None
    caption_place: Place | None = None
    unit_place: Place | None = None
    in_table: bool = False

    @property
    def precision(self) -> float:
        """Half of the last printed digit, in the base unit: values that differ by less are equal."""
        return 0.5 * 10.0**-self.decimals * self.scale
