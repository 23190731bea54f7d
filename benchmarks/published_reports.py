"""Where the published reports lie, on which benchmarks and some tests run; they are not part of the repository."""

import os
from pathlib import Path

VARIABLE = "DISCLOSURE_INDEX_REPORTS"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "reports"


def reports_folder() -> Path:
    """Return the folder that the variable names, else the one beside the checkout; it may not be there."""
    return Path(os.environ.get(VARIABLE) or BESIDE)


def asked_for(argv: list[str]) -> tuple[Path, list[str]]:
    """Return the folder of reports and the names of reports that the arguments of a benchmark give."""
    names = [argument for argument in argv if not argument.startswith("-")]
    folder = Path(names.pop(0)) if names and Path(names[0]).is_dir() else reports_folder()
    return folder, names
