"""The names of the verbs."""

VERBS = (
    "import", "init", "browse", "check", "gaps", "suggest", "explain", "index", "export", "merge", "view", "baseline",
    "frameworks", "rules", "completion",
)  # fmt: skip
