"""Helpers shared by several families of rules: findings, near codes, wording of reports, where to look."""
