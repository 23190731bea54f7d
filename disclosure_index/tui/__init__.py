"""The terminal UI for report editors; imported by ``disclosure-index browse`` only."""
