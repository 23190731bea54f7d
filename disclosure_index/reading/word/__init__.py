"""Word -> Document."""
