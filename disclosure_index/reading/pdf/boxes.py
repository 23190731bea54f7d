"""Boxes on a PDF page."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in the page's own coordinates."""
