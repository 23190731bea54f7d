"""Cells of locations -> the places that they name: pages, titles, other documents, answers."""
