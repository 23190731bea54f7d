"""Tagged sustainability reports: coverage, gaps and content indexes.

The same as the command line does, from Python:

>>> from datetime import date
>>> import disclosure_index as di
>>> report = di.read_report("report_sources/alibaba-2024")
>>> assessment = di.assess(report, di.load_for(report), today=date(2026, 1, 31))
>>> [row.disclosure.code for row in assessment.coverage if row.is_gap]
['13', '14', '15', 'A1.1', 'A1.3', 'A1.4', 'A2.2', 'B6.1']
>>> str(assessment.verdict.findings[0].severity)
'error'
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from disclosure_index.assessment.assess import Assessment, assess
    from disclosure_index.assessment.coverage import Coverage
    from disclosure_index.catalog.loading import load_frameworks
    from disclosure_index.catalog.store import Catalog
    from disclosure_index.errors import ConfigError, CouldNotCheckError
    from disclosure_index.model import Finding, Report, Severity, Status
    from disclosure_index.session import load_for, open_project, read_report

_HOMES = {
    "assessment.assess": ("Assessment", "assess"),
    "assessment.coverage": ("Coverage",),
    "catalog.loading": ("load_frameworks",),
    "catalog.store": ("Catalog",),
    "errors": ("CouldNotCheckError", "ConfigError"),
    "model": ("Finding", "Report", "Severity", "Status"),
    "session": ("load_for", "open_project", "read_report"),
}

__all__ = [
    "Assessment",
    "Catalog",
    "ConfigError",
    "CouldNotCheckError",
    "Coverage",
    "Finding",
    "Report",
    "Severity",
    "Status",
    "assess",
    "load_for",
    "load_frameworks",
    "open_project",
    "read_report",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for, so that the command line starts without what it does not need."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
