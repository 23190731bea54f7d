"""Plain text reader."""
