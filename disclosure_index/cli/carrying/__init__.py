"""The commands that carry statements from one version of a report to another, or compare two."""
