"""Published reports -> tagged documents."""
