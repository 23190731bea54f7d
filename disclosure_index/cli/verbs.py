"""The names of the verbs."""

VERBS = (
    "import", "init", "browse", "check", "gaps", "suggest", "explain", "index", "export", "merge", "update", "compare",
    "roll", "baseline", "frameworks", "rules",
)  # fmt: skip
