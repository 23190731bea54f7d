"""Check that every file with the version has the same one: ``python tools/release_check.py [TAG]``.

pyproject.toml has the version; the changelog's newest release, CITATION.cff and the tag of a release follow it. Nothing
but the standard library is imported, so that the release workflow runs it before anything is installed.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def problems(root: Path = ROOT, tag: str = "") -> list[str]:
    """Return the files with another version than pyproject.toml, one sentence each.

    Args:
        root: the root of the repository.
        tag: the tag of the release, such as v0.2.0; "" before there is one.
    """
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    named = {
        "CHANGELOG.md": r"(?m)^## \[(\d[^\]]*)\]",
        "CITATION.cff": r"(?m)^version: (.+)$",
        "docs/ci.md": r"disclosure-index@v(\S+)",
    }
    found = {file: re.search(pattern, (root / file).read_text("utf-8")) for file, pattern in named.items()}
    versions = {file: match[1] if match else "no version" for file, match in found.items()}
    if tag:
        versions[f"the tag {tag}"] = tag.removeprefix("v")
    return [f"{where} names {other}, pyproject.toml {version}" for where, other in versions.items() if other != version]


if __name__ == "__main__":
    wrong = problems(tag="".join(sys.argv[1:2]))
    print("\n".join(wrong) or "one version everywhere")
    raise SystemExit(bool(wrong))
