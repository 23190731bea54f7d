"""A report as it would be: of another year, another issuer, held against other editions."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from disclosure_index.errors import ConfigError
from disclosure_index.messages import COMMA, joined, message, one_of
from disclosure_index.model import Profile, Report
from disclosure_index.project.facts import LARGE_CAP, MAIN_BOARD, contradiction

_PROFILE = {"exchange": ("hkex",), "board": ("main-board", "gem"), "size": ("large-cap", "other")}


def in_year(report: Report, year: int) -> Report:
    """Return the report as if it were of another year: its days moved by whole years, the reliefs' first year not.

    Raises:
        ConfigError: its days would be in no year that there is.
    """
    years = year - report.year
    try:
        return replace(
            report,
            year_start=_moved(report.year_start, years),
            year_end=_moved(report.year_end, years),
            published=report.published and _moved(report.published, years),
        )
    except ValueError:
        raise ConfigError(message("a report of the year {year} is not possible", year=year)) from None


def _moved(day: date, years: int) -> date:
    """Return the same day of another year; the last of February stays the last."""
    last = monthrange(day.year, day.month)[1]
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(year)
    most = monthrange(year, day.month)[1]
    return date(year, day.month, most if day.day == last else min(day.day, most))


def changed_profile(profile: Profile, changes: Mapping[str, str]) -> Profile:
    """Return the issuer's profile as it would be; of board and size, what is supposed goes before what is written."""
    values = _profile_changes(changes)
    if values.get("board", MAIN_BOARD) != MAIN_BOARD and "size" not in values and profile.size == LARGE_CAP:
        values["size"] = "other"
    if values.get("size") == LARGE_CAP and "board" not in values:
        values["board"] = MAIN_BOARD
    changed = replace(profile, **values)
    if problem := contradiction(changed.board, changed.size):
        raise ConfigError(problem)
    return changed


def _profile_changes(profile: Mapping[str, str]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for key, value in profile.items():
        if key == "industries":
            changes[key] = tuple(part.strip() for part in value.split(",") if part.strip())
        elif key not in _PROFILE:
            known = joined(COMMA, ("industries", *_PROFILE))
            raise ConfigError(message("no profile key {key}; use one of {known}", key=key, known=known))
        elif value not in _PROFILE[key]:
            problem = message(
                'profile.{key} must be {allowed}, not "{value}"',
                key=key,
                allowed=one_of(_PROFILE[key]),
                value=value,
            )
            raise ConfigError(problem)
        else:
            changes[key] = value
    return changes
