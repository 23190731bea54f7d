"""A report to look at: one HTML file with its text, its tags in the margin, and what each disclosure comes to."""

from disclosure_index.viewer.page import PageOptions, page

__all__ = ["PageOptions", "page"]
