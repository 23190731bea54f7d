"""Settings kept from run to run: keys, themes, and the place where the last session stopped."""
