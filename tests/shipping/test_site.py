"""The pages of the documentation lead where they say, on the host of the repository and on the site."""

import importlib.util
import subprocess
import sys

import pytest
import yaml

from tools.site import PAGES, assemble, missing


def test_every_link_of_a_page_leads_somewhere(root):
    assert list(missing(root)) == []


def test_every_page_is_in_the_navigation(root):
    class Loader(yaml.SafeLoader):
        """Reads what Zensical adds to YAML as plain values."""

    Loader.add_multi_constructor("!", lambda loader, _, node: loader.construct_scalar(node))
    text = (root / "mkdocs.yml").read_text("utf-8")
    listed: set[str] = set()

    def walk(entries):
        for entry in entries:
            if isinstance(entry, str):
                listed.add(entry)
            else:
                for below in entry.values():
                    walk(below if isinstance(below, list) else [below])

    walk(yaml.load(text, Loader)["nav"])
    there = {file.relative_to(root / "docs").as_posix() for file in (root / "docs").rglob("*.md")}
    assert listed == there | set(PAGES.values())


def test_links_between_the_root_and_docs_lead_to_the_pages_of_the_site(tmp_path):
    assemble(tmp_path)
    assert "](quick-start.md)" in (tmp_path / "index.md").read_text("utf-8")
    assert "](../contributing.md)" in (tmp_path / "developing" / "README.md").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="the extra site is not installed")
def test_the_site_is_built(root):
    done = subprocess.run([sys.executable, "-m", "tools.site"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "open_project" in (root / "build" / "site" / "python.html").read_text("utf-8")
