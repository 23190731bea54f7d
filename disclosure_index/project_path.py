"""Where the project file of a report is."""

from pathlib import Path

from disclosure_index.errors import CannotLookError

FILE_NAME = "disclosure-index.toml"


def find_project(path: Path) -> Path:
    """Find the project file for a folder, or for a document in it.

    Raises:
        CannotLookError: there is none.
    """
    folder = path if path.is_dir() else path.parent
    if path.suffix == ".toml" and path.is_file():
        return path
    if (file := folder / FILE_NAME).is_file():
        return file
    pyproject = folder / "pyproject.toml"
    if pyproject.is_file() and "[tool.disclosure-index" in pyproject.read_text("utf-8", errors="replace"):
        return pyproject
    if not path.exists():
        raise CannotLookError(f"{path}: error: no such file or folder")
    raise CannotLookError(f'{folder}: error: no {FILE_NAME} here; "disclosure-index init {folder}" writes one')
