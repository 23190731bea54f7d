"""The gaps view: what is to be done, the worst first, in groups."""
