"""Numbers with their units."""

from disclosure_index.figures.numbers import Figure, figures_in

__all__ = ["Figure", "figures_in"]
