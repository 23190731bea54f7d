"""The options for opening a report, collected into one value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from disclosure_index.cli import options
from disclosure_index.cli.options import F


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The options with which a command opens a report.

    Attributes:
        today: the day on which suppressions are evaluated.
        allow_outside: whether the project's files may be outside its folder.
        definitions: a folder of frameworks that are used besides the shipped ones.
        editions: framework to edition, to use another edition than the one in force.
        profile: changes to the issuer's profile, by key of the project file.
        year: the financial year whose rules apply, instead of the report's own.
    """

    today: date
    allow_outside: bool
    definitions: Path | None
    editions: Mapping[str, str] = field(default_factory=dict)
    profile: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None

    def of_project(self) -> dict[str, Any]:
        """Return the keywords of `session.open_project`: all but the day."""
        return {
            "allow_outside": self.allow_outside,
            "definitions": self.definitions,
            "editions": self.editions,
            "profile": self.profile,
            "year": self.year,
        }

    def what_if(self) -> tuple[str, ...]:
        """Return the options that change the report's editions, profile or year, as typed."""
        pairs = (("--edition", self.editions), ("--profile", self.profile))
        typed = tuple(f"{option} {key}={value}" for option, values in pairs for key, value in values.items())
        return typed if self.year is None else (*typed, f"--year {self.year}")


def report_options(*, what_if: bool = False) -> Callable[[F], F]:
    """Add the options for opening a report; the command gets them as ``given``.

    Args:
        what_if: whether the command can also check the report against other editions, another profile or another year.
    """

    def added(function: F) -> F:
        @wraps(function)
        def collected(*args: Any, today: date, allow_outside: bool, definitions: Path | None, **others: Any) -> Any:
            changes = {name: others.pop(name) for name in ("editions", "profile", "year")} if what_if else {}
            given = ReportOptions(today, allow_outside, definitions, **changes)
            return function(*args, given=given, **others)

        verb = options.as_of(options.allow_outside(options.definitions(collected)))
        return options.what_if(verb) if what_if else verb  # type: ignore[return-value]

    return added
