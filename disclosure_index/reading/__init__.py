"""Readers of report files, one per format; each returns a `Document`."""
