"""The layout of a page: its texts and table rows from words and rules, for PDF and for text in columns."""
