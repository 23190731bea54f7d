"""Cells of locations, read as pages, titles, other documents and answers."""
