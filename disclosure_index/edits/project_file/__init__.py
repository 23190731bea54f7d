"""Edits of the project file in place: its notes and its tables."""
