"""Rows that take their place or their words from another row."""
