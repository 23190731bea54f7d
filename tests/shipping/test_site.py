"""The pages of the documentation lead where they say, on the host of the repository and on the site."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tools.site import PAGES, assemble, missing

DOCS = Path(__file__).parents[2] / "docs"
CHINESE = sorted(
    file.relative_to(DOCS).as_posix() for language in ("zh-Hans", "zh-Hant") for file in (DOCS / language).glob("*.md")
)
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def headings(page):
    """Return the level of every heading of a page, in their order."""
    return [len(line.split()[0]) for line in _BLOCK.sub("", page).splitlines() if re.match(r"#+ ", line)]


def commands(page):
    """Return the commands of a page, in blocks and in sentences, in their order.

    What a translation changes is taken out: the comment behind a command, the language that it prints in or a file has.
    """
    changed = r"\s+#.*| --language \S+|(?<=review)-(?:en|zh-Han[st])(?=\.xlsx)"
    lines = re.findall(r"^(?:\$ )?(disclosure-index .*)$|`(disclosure-index\s[^`]+)`", page, re.MULTILINE)
    bare = (re.sub(changed, "", block or " ".join(sentence.split())) for block, sentence in lines)
    return [command.strip() for command in bare]


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


def test_the_user_pages_are_in_both_forms_of_chinese():
    simplified, traditional = ({page.name for page in (DOCS / form).glob("*.md")} for form in ("zh-Hans", "zh-Hant"))
    assert simplified == traditional
    assert {"quick-start.md", "browse.md", "workbook.md", "importing.md"} <= simplified


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_page_keeps_up_with_its_english_one(name):
    chinese, english = ((DOCS / page).read_text("utf-8") for page in (name, Path(name).name))
    assert headings(chinese) == headings(english)
    assert commands(chinese) == commands(english)
    assert commands(english), "no command was found: the pattern no longer fits the pages"


def test_a_command_that_is_added_or_changed_in_english_is_noticed():
    page = "# One\n\n```sh\ndisclosure-index check report   # all of it\n```\n\nThen `disclosure-index\nview report`.\n"
    translated = page.replace("# all of it", "# 全部").replace("check report", "check report --language zh-Hant")
    assert commands(page) == commands(translated) == ["disclosure-index check report", "disclosure-index view report"]
    assert commands(page) != commands(page.replace("view report", "view report --strict"))
    assert headings(page) == [1]


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="the extra site is not installed")
def test_the_site_is_built(root):
    done = subprocess.run([sys.executable, "-m", "tools.site"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "open_project" in (root / "build" / "site" / "python.html").read_text("utf-8")
