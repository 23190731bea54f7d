"""Edits of a Markdown source in place."""
