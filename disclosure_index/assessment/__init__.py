"""Links, coverage, owners, neighbours: one pure function from a report and a catalog to an Assessment."""
