"""The pictures in the documents are there, and those of `browse` can be taken again."""

import re

from tools.screenshots import SHOTS, aligned, take

PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


def test_every_picture_is_there(root):
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    links = [(page, name) for page in pages for name in PICTURE.findall(page.read_text("utf-8"))]
    assert len(links) > len(SHOTS)
    assert [name for page, name in links if not (page.parent / name).is_file()] == []


def test_a_picture_can_be_taken_again(root, monkeypatch):
    monkeypatch.chdir(root)
    svg = take(SHOTS[0])
    assert "A1.3" in svg
    assert 'class="rich-terminal"' in svg


def test_chinese_stands_in_its_cells():
    svg = '<text class="r1" x="10" y="20" textLength="40" clip-path="url(#a)">a废b&#160;</text>'
    assert aligned(svg) == (
        '<text class="r1" x="10.0" y="20" textLength="10.0" clip-path="url(#a)">a</text>'
        '<text class="r1" x="20.0" y="20" textLength="20.0" clip-path="url(#a)">废</text>'
        '<text class="r1" x="40.0" y="20" textLength="20.0" clip-path="url(#a)">b&#160;</text>'
    )
