"""The packages of optional parts, checked before the work begins."""

from collections.abc import Iterable
from importlib.util import find_spec

from disclosure_index.errors import ConfigError
from disclosure_index.messages import message

SCREEN = ("distributed", "fsspec", "psutil", "pyarrow", "duckdb")
"""The packages of the extra ``screen``."""


def require(extra: str, packages: Iterable[str]) -> None:
    """Refuse to continue without the packages of an extra.

    Raises:
        ConfigError: one is not installed.
    """
    lacking = [package for package in packages if find_spec(package) is None]
    if lacking:
        problem = message("requires {package}, which is not installed", package=lacking[0])
        command = f'pip install "disclosure-index[{extra}]"'
        raise ConfigError(problem, extra, message("Run: {command}", command=command))
