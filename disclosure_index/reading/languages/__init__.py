"""Which language a text is in, and what is known of languages that are not supported."""
