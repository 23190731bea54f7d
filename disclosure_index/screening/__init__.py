"""Many reports, on Dask: each looked at by itself, the results as Parquet, and questions about them all.

>>> from disclosure_index.screening import screen
>>> screened = screen(["reports/"], "market", workers=8)  # doctest: +SKIP
>>> screened.not_checked  # doctest: +SKIP
3
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from disclosure_index.screening.run import Screened, screen

__all__ = ["Screened", "screen"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for: the process that looks at reports needs no Dask."""
    if name in __all__:
        from disclosure_index.screening import run

        return getattr(run, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
