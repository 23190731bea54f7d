"""The gaps view: gaps in groups, the worst first."""
