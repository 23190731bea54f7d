"""The project file, where it is, and the baseline beside it."""
