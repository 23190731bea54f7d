"""The names of the verbs."""

VERBS = (
    "import", "init", "browse", "check", "gaps", "suggest", "explain", "facts", "index", "export", "merge", "baseline",
    "frameworks", "rules",
)  # fmt: skip
