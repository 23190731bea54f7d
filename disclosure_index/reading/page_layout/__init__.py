"""Words and rules of a page -> its texts and table rows: for PDF, and for text in columns."""
