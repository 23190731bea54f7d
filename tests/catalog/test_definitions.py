"""Definitions of one's own stand beside the shipped ones, in a folder or brought by an installed package."""

from pathlib import Path

import pytest

from disclosure_index.catalog.definitions import find_definitions, in_folder
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.errors import ConfigError

HEAD = 'id = "{id}"\nshort = "{short}"\ntitle = {{ en = "Ours" }}\nowner = "us"\n'


def define(folder: Path, id: str, short: str = "OURS") -> Path:
    (folder / id).mkdir(parents=True)
    (folder / id / "framework.toml").write_text(HEAD.format(id=id, short=short), "utf-8")
    return folder


def bring(folder: Path, module: str) -> None:
    """Write what an installed package leaves behind: its entry point."""
    info = folder / "codes-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: codes\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[disclosure_index.frameworks]\ncodes = {module}\n", "utf-8")


def test_a_package_brings_definitions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    define(tmp_path / "our_codes", "ours")
    bring(tmp_path, "our_codes")
    monkeypatch.syspath_prepend(tmp_path)
    assert load_frameworks(["ours", "tcfd"]).frameworks.keys() == {"ours", "tcfd"}
    assert "ours" in load_frameworks().frameworks


def test_a_package_that_names_a_missing_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(tmp_path, "nowhere.codes")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigError, match=r"nowhere\.codes"):
        load_frameworks(["ours"])
    assert load_frameworks(["tcfd"]).frameworks.keys() == {"tcfd"}  # and does not trouble who does not need it


def test_ones_own_definition_stands_for_the_shipped_one(tmp_path: Path) -> None:
    own = in_folder(define(tmp_path, "tcfd", "MINE"))
    catalog = load_frameworks(["tcfd", "ungc"], definitions=find_definitions(own))
    assert (catalog.frameworks["tcfd"].short, catalog.frameworks["ungc"].short) == ("MINE", "UNGC")
