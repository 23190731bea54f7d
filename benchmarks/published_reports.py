"""The folder of the published reports, for benchmarks and some tests; they are not part of the repository."""

import os
from pathlib import Path

VARIABLE = "DISCLOSURE_INDEX_REPORTS"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "reports"


def reports_folder() -> Path:
    """Return the folder from the environment variable, else the one beside the checkout; it may not exist."""
    return Path(os.environ.get(VARIABLE) or BESIDE)


def asked_for(argv: list[str]) -> tuple[Path, list[str]]:
    """Return the folder of reports and the names of reports from the arguments of a benchmark."""
    names = [argument for argument in argv if not argument.startswith("-")]
    folder = Path(names.pop(0)) if names and Path(names[0]).is_dir() else reports_folder()
    return folder, names
