"""Edits of a Word source in place, by comments and content controls."""
