"""The names of the verbs."""

VERBS = (
    "import", "init", "browse", "view", "check", "gaps", "suggest", "explain", "facts", "index", "export", "merge",
    "update", "baseline", "screen", "query", "frameworks", "rules", "completion",
)  # fmt: skip
