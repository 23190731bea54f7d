"""The project file, changed where a person wrote it: its notes and its tables."""
