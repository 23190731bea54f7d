"""The viewer: a report as one HTML file with its text, its tags in the margin, and the coverage of each disclosure."""

from disclosure_index.viewer.page import PageOptions, page

__all__ = ["PageOptions", "page"]
