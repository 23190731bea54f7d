"""A report in Markdown and the same in Word, with the project file that `init` writes."""

from pathlib import Path

import pytest

from tests.support.sources import write_sources

KNOWN = 'exchange = "hkex"\nboard = "main-board"\nsize = "other"\n'


@pytest.fixture(params=["markdown", "word"])
def kind(request: pytest.FixtureRequest) -> str:
    """The type of the sources."""
    return str(request.param)


@pytest.fixture
def files(tmp_path: Path, kind: str) -> list[Path]:
    """The documents, English and traditional Chinese, in a folder without a project file."""
    return write_sources(tmp_path / "report", kind)


@pytest.fixture
def folder(files: list[Path], run) -> Path:
    """The folder of the documents, with a project file."""
    folder = files[0].parent
    assert run("init", folder, "--issuer", "Harbour Lights", "--year-end", "2024-12-31").exit_code == 0
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8").replace("[profile]\n", f"[profile]\n{KNOWN}"), "utf-8")
    return folder
