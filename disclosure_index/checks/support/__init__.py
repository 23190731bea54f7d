"""What rules of several families share: findings, near codes, wording of reports, where to look."""
