"""Report files -> Document: one reader per format."""
