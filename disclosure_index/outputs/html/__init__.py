"""Tables as one HTML page that needs nothing else: no network; search and filters in the page; made to be printed."""

from disclosure_index.outputs.html.page import page

__all__ = ["page"]
