"""Where the published reports lie, on which benchmarks and some tests run; they are not part of the repository."""

import os
from pathlib import Path

VARIABLE = "DISCLOSURE_INDEX_REPORTS"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "reports"


def reports_folder() -> Path:
    """Return the folder that the variable names, else the one beside the checkout; it may not be there."""
    return Path(os.environ.get(VARIABLE) or BESIDE)
