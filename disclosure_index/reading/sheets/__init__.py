"""Readers of sheets, Excel or delimited text, which return rows of texts."""
