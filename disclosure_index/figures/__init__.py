"""Figures and facts: numbers with their units, and their periods, breakdowns and places in the report."""

from disclosure_index.figures.numbers import Figure, figures_in
from disclosure_index.figures.reader import DocumentFacts, facts_in
from disclosure_index.figures.units import Unit, unit_of

__all__ = ["DocumentFacts", "Figure", "Unit", "facts_in", "figures_in", "unit_of"]
