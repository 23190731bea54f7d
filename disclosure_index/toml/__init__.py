"""TOML files that people write: validated by a schema, every problem with its line."""
