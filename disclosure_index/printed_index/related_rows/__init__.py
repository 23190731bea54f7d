"""Rows that take their location or their words from another row, and entries that are cells of a row."""
