"""Tagged sustainability reports: coverage, gaps and content indexes."""
