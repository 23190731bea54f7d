"""What distinguishes a finding from the same one of another report: build servers join the reports of a repository."""

from hashlib import sha256

from disclosure_index.model import Finding


def with_path(finding: Finding, path: str) -> str:
    """Return a fingerprint of the finding and the path that is printed with it; the same finding elsewhere differs."""
    return sha256(f"{finding.fingerprint}\0{path}".encode("utf-8", "backslashreplace")).hexdigest()[:32]
