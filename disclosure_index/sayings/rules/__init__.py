"""What each rule finds and why it matters, in Chinese; in English it stands with the rule."""
