"""Every walk of ``docs/developing`` is followed in a copy of the repository: see `tests.shipping.walks`."""

import doctest
from pathlib import Path

import pytest

from tests.shipping.walks import Checkout, blocks_of

WALKS = sorted((Path(__file__).parents[2] / "docs" / "developing").glob("*.md"))


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in WALKS if any(b.language == "console" for b in blocks_of(page))])
def test_a_walk_leads_where_it_says(page: Path, root: Path, tmp_path: Path) -> None:
    Checkout(root, tmp_path).follow(page)


@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.stem)
def test_the_files_that_a_walk_adds_to_are_there(page: Path, root: Path) -> None:
    named = [block.title.partition(", ") for block in blocks_of(page) if ", " in block.title]
    assert [path for path, _, _ in named if not (root / path).is_file()] == []


@pytest.mark.parametrize(
    "page", [page for page in WALKS if ">>> " in page.read_text("utf-8")], ids=lambda page: page.stem
)
def test_what_a_page_calls_gives_what_it_shows(page: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
