"""Plain tables of an assessment: the content index in its views, and the gaps."""
