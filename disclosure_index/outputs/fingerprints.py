"""Fingerprints that differ between reports: build servers join the reports of one repository."""

from hashlib import sha256

from disclosure_index.model import Finding


def with_path(finding: Finding, path: str) -> str:
    """Return a fingerprint of a finding and its printed path, so that the same finding of another file differs."""
    return sha256(f"{finding.fingerprint}\0{path}".encode("utf-8", "backslashreplace")).hexdigest()[:32]
