"""Build the documentation as a site, in ``build/site``: ``python -m tools.site``.

Zensical needs its pages in one folder; ours are in ``docs/`` and in the root, and link each other as the repository's
host shows them. They are copied side by side, links out of ``docs/`` redirected to the copies, and built strictly: a
broken link fails.
"""

import os.path
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
PAGES = {
    "README.md": "index.md",
    "SECURITY.md": "security.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "NOTICE": "notice.md",
}
"""The files of the root that are pages of the site."""
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)\s#]+)")


def assemble(folder: Path) -> None:
    """Copy every page of the site into a folder, with links adapted to it."""
    sources = {Path(name): Path(page) for name, page in PAGES.items()}
    for file in (file for file in (ROOT / "docs").rglob("*") if file.is_file()):
        sources[file.relative_to(ROOT)] = file.relative_to(ROOT / "docs")
    for source, page in sources.items():
        target = folder / page
        target.parent.mkdir(parents=True, exist_ok=True)
        if page.suffix == ".md":
            target.write_text(_on_page((ROOT / source).read_text("utf-8"), source, sources), "utf-8")
        else:
            shutil.copy(ROOT / source, target)


def _on_page(text: str, source: Path, sources: dict[Path, Path]) -> str:
    """Return the text of a page with adapted links; one to no page stays, and fails."""

    def led(link: re.Match[str]) -> str:
        there = Path(os.path.normpath(source.parent / link[1]))
        return os.path.relpath(sources[there], sources[source].parent) if there in sources else link[1]

    return _LINK.sub(led, text)


def missing(root: Path = ROOT) -> Iterator[str]:
    """Yield the broken links of the pages, with the page."""
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    for page in pages:
        for link in _LINK.findall(page.read_text("utf-8")):
            if not (page.parent / link).exists():
                yield f"{page.relative_to(root)}: {link}"


if __name__ == "__main__":
    shutil.rmtree(BUILD, ignore_errors=True)
    assemble(BUILD / "pages")
    environment = {**os.environ, "SITE_PAGES": "build/pages", "SITE": "build/site"}
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(ROOT / "mkdocs.yml")]
    raise SystemExit(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode)
