"""`path` of a framework: its folder, or one that has it, inside the project."""

import pytest

from disclosure_index.errors import ConfigError
from disclosure_index.session import open_project
from tests.catalog.test_definitions import define

PROJECT = '[[frameworks]]\nid = "ours"\npath = "{}"\n'


@pytest.mark.parametrize("path", ["own", "own/", "own/ours", "./own/../own/ours"])
def test_the_folder_or_the_one_above(make_report, path):
    folder = make_report(project=PROJECT.format(path))
    define(folder / "own", "ours")
    found = open_project(folder).definitions.frameworks
    assert {id: where.resolve() for id, where in found.items()} == {"ours": (folder / "own" / "ours").resolve()}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none", "has no framework.toml"),
        ("report.xhtml", "has no framework.toml"),
        ("a\\u0000b", "has no framework.toml"),
    ],
)
def test_what_is_no_definition_is_told_with_its_line(make_report, path, said):
    folder = make_report(project=PROJECT.format(path))
    with pytest.raises(ConfigError) as refused:
        open_project(folder)
    assert str(refused.value).startswith(f"{folder / 'disclosure-index.toml'}:12:1: error: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("link", ["", "ours", "ours/framework.toml", "ours/terms/1.toml"])
def test_outside_only_where_that_is_allowed(make_report, tmp_path, link):
    away = define(tmp_path / "away", "ours")
    (away / "ours" / "terms").mkdir()
    (away / "ours" / "terms" / "1.toml").write_text("", "utf-8")
    folder = make_report(project=PROJECT.format("own" if link else "../away"))
    if link:
        place = folder / "own" / link
        if "/" in link:
            define(folder / "own", "ours")
            (folder / "own" / "ours" / "framework.toml").unlink(missing_ok=link.endswith("framework.toml"))
            if not link.endswith("framework.toml"):
                define(folder / "again", "ours")
                (folder / "again" / "ours" / "framework.toml").rename(folder / "own" / "ours" / "framework.toml")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(away / link)
    with pytest.raises(ConfigError, match="outside the folder of the project file"):
        open_project(folder)
    assert "ours" in open_project(folder, allow_outside=True).definitions.frameworks
