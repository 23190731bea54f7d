"""The names of the commands."""

VERBS = (
    "import", "init", "browse", "view", "check", "gaps", "suggest", "explain", "facts", "index", "export", "merge",
    "update", "compare", "roll", "baseline", "screen", "query", "frameworks", "rules", "completion",
)  # fmt: skip
