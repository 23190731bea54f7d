"""Claims of a printed index -> the elements of its document: by titles, by pages, or at the row itself."""
