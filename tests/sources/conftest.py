"""A report in Markdown and the same in Word, with the project file from `init`."""

from pathlib import Path

import pytest

from tests.support.sources import WRITERS, write_sources

PROJECT = "disclosure-index.toml"
KNOWN = 'exchange = "hkex"\nboard = "main-board"\nsize = "other"\n'


@pytest.fixture(params=["markdown", "word"])
def kind(request: pytest.FixtureRequest) -> str:
    """The type of the sources."""
    return str(request.param)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, run) -> dict[str, str]:
    """The project file from `init` for each type, with the facts that `init` cannot know added."""
    projects = {}
    for kind in WRITERS:
        folder = write_sources(tmp_path_factory.mktemp(kind) / "report", kind)[0].parent
        assert run("init", folder, "--issuer", "Harbour Lights", "--year-end", "2024-12-31").exit_code == 0
        text = (folder / PROJECT).read_text("utf-8")
        projects[kind] = text.replace("[profile]\n", f"[profile]\n{KNOWN}")
    return projects


@pytest.fixture
def files(tmp_path: Path, kind: str) -> list[Path]:
    """The documents, English and traditional Chinese, in a folder without a project file."""
    return write_sources(tmp_path / "report", kind)


@pytest.fixture
def folder(files: list[Path], kind: str, written: dict[str, str]) -> Path:
    """The folder of the documents, with a project file."""
    (files[0].parent / PROJECT).write_text(written[kind], "utf-8")
    return files[0].parent
