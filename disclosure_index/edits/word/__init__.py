"""Word as a source that is edited where it lies: by comments and content controls."""
