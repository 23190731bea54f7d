"""Markdown -> Document."""
