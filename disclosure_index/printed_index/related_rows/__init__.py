"""Rows that take their place or their words from another row, and entries that are cells of a row."""
