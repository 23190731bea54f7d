"""Rows that take their location or their words from another row."""
