"""User-named files: read under limits, written atomically, under an operating-system lock."""
