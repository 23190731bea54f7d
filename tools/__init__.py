"""Scripts of the house that no user runs."""
