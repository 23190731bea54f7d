"""Sheets, Excel or delimited text -> rows of texts."""
