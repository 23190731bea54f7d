"""The names of the verbs."""

VERBS = (
    "import", "init", "browse", "check", "gaps", "suggest", "explain", "facts", "index", "export", "merge", "baseline",
    "screen", "query", "frameworks", "rules",
)  # fmt: skip
