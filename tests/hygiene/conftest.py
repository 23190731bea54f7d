"""The package's source, parsed once."""

import ast
from pathlib import Path

import pytest

SKIPPED = {"__pycache__", ".git", ".venv", "dist", "build", ".hypothesis", "node_modules", "snapshot_report.html"}


@pytest.fixture(scope="session")
def modules(root: Path) -> dict[str, ast.Module]:
    """Every module of the package by its name, "cli.check", "checks" for the package of that name; "" is the root."""
    package = root / "disclosure_index"
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


@pytest.fixture(scope="session")
def texts(root: Path) -> dict[str, str]:
    """Every text file of the checkout outside tests, by its path, without those in .gitignore."""
    found = {}
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        parts = relative.parts
        unkept = any(p in SKIPPED or p.endswith(("_cache", ".egg-info")) for p in parts)
        if unkept or parts[0] == "tests" or not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            found[relative.as_posix()] = data.decode("utf-8")
    return found
