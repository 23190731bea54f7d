"""Word and Markdown where `view` shows them and where `update` must not write."""

import re

from disclosure_index.session import open_project


def test_view_shows_every_tag_at_its_passage(run, folder, tmp_path):
    page = tmp_path / "page.html"
    result = run("view", folder, "-o", page)
    assert result.exit_code in (0, 3), result.stderr
    text = page.read_text("utf-8")
    report = open_project(folder).report
    for document in report.documents:
        assert all(passage.text.split()[0] in text for passage in document.passages)
        for tag in document.tags:
            assert tag.reference is not None
            chip = rf'title="\w+ {re.escape(tag.reference.code)}:'
            assert re.search(chip, text), tag
    assert set(re.findall(r'href="#(\w+)"', text)) <= set(re.findall(r'id="(\w+)"', text))
    assert len(re.findall(r' id="(\w+)"', text)) == len(set(re.findall(r' id="(\w+)"', text)))


def test_update_never_replaces_a_source_that_is_tagged_where_it_lies(run, folder, files):
    before = [file.read_bytes() for file in files]
    result = run("update", folder, files[0])
    assert result.exit_code == 2
    assert "Edit the file where it is" in result.stderr
    assert [file.read_bytes() for file in files] == before
