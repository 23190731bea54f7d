"""What a person keeps from run to run: keys, themes, and where the last session stopped."""
