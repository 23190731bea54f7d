"""Placement of the claims of a printed index on elements of the document: by titles, by pages, or at the row itself."""
