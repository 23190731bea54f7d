"""What ends a run with a line for the user; each has its own exit code."""


class ConfigError(Exception):
    """The project file cannot be used; the text says why, line by line."""


class CannotLookError(Exception):
    """There is nothing to check, or nothing to check it against. Never the same as "fine"."""
