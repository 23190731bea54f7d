"""Files that somebody names: read under limits, written whole or not at all, under a lock of the system."""
