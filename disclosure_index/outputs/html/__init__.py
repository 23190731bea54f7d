"""Tables as one self-contained HTML page: no network, search and filters included, fit to print."""

from disclosure_index.outputs.html.page import page

__all__ = ["page"]
