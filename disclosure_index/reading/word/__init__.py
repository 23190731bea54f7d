"""Word reader."""
