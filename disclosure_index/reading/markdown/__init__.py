"""Markdown reader."""
