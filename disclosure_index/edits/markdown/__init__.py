"""Markdown as a source that is edited where it lies."""
