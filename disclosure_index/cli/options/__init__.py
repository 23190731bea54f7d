"""Arguments and options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from disclosure_index.checks import RULES
from disclosure_index.cli.completion import names
from disclosure_index.cli.program.language import choose_language
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import LANGUAGES
from disclosure_index.outputs.escape import for_terminal

WIDTH = 120
"""The width of a table outside a terminal, in characters."""
YEARS = (1900, 2199)
"""The first and the last financial year that can be assumed."""
F = TypeVar("F", bound=Callable[..., Any])


def report_path(function: F) -> F:
    """Add PATH: the folder of a report, a document in it, or its project file."""
    return click.argument("path", type=click.Path(path_type=Path), default=".")(function)


def allow_outside(function: F) -> F:
    """Add the permission to read and write files outside the folder of a project."""
    return click.option(
        "--allow-outside",
        is_flag=True,
        help="Allow the project to name files outside its folder, to read and to write. Use it only for a project that "
        "you trust.",
    )(function)


def definitions(function: F) -> F:
    """Add the folder of frameworks that are used besides the shipped ones."""
    return click.option(
        "--definitions",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Also use the frameworks defined in this folder, one subfolder each.",
    )(function)


def what_if(function: F) -> F:
    """Add the options that check a report against another edition or profile than its project file names."""
    edition = click.option(
        "--edition",
        "editions",
        multiple=True,
        metavar="FRAMEWORK=EDITION",
        callback=pairs,
        help="Check against another edition, such as hkex-esg=2025. Repeatable.",
    )
    profile = click.option(
        "--profile",
        multiple=True,
        metavar="KEY=VALUE",
        callback=pairs,
        help="Override a value of the issuer's profile, such as board=gem, size=large-cap or industries=CG-EC,TC-SI. "
        "Repeatable.",
    )
    year = click.option(
        "--year",
        type=click.IntRange(*YEARS),
        metavar="YEAR",
        help="Hold the report against the rules of another financial year, such as 2026: its days are moved to it.",
    )
    return edition(profile(year(function)))


def as_of(function: F) -> F:
    """Add the date for the expiry of suppressions."""
    return click.option(
        "--as-of",
        "today",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="Date on which suppressions are evaluated. Default: today.",
    )(function)


def published_by(function: F) -> F:
    """Add the day that limits the year of a report: it is not of a later year."""
    return click.option(
        "--as-of",
        "today",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="No financial year after that of this date is believed. Default: today.",
    )(function)


def rule_names(option: str, text: str) -> Callable[[F], F]:
    """Add an option that names rules, by id, beginning of an id, or name; an unknown one is refused."""
    return click.option(option, multiple=True, metavar="RULE", callback=_rules, shell_complete=names.rules, help=text)


def message_language(function: F) -> F:
    """Add `language` to a command that writes only messages in it; the command gets no argument."""
    return _language_option(function, passed=False)


def language(function: F) -> F:
    """Add the language of messages, headings and titles."""
    return _language_option(function, passed=True)


def _language_option(function: F, *, passed: bool) -> F:
    return click.option(
        "--language",
        expose_value=passed,
        type=click.Choice(LANGUAGES),
        callback=_language,
        is_eager=True,  # so that errors in the other options are reported in it
        help="Language of messages, headings and titles. Default: the report's language for tables and titles, and for "
        "all that browse shows; the workbook's for merge; English for everything else.",
    )(function)


def languages(function: F) -> F:
    """Add `language`, with up to two languages for headings and titles."""
    return click.option(
        "--language",
        "languages",
        default="",
        metavar=f"[{'|'.join(LANGUAGES)}][,…]",
        callback=_languages,
        is_eager=True,
        help="Language of messages, headings and titles. Default: English messages, and tables and titles in the "
        "report's language. With two, such as en,zh-Hant, locations come from the document of the first, and each cell "
        "has both texts where they differ.",
    )(function)


def link_base(function: F) -> F:
    """Add the option ``--link-base URL``, with the default ""."""
    help_text = (
        "Address of the folder where the documents are published: links lead there. Default: to the local files."
    )
    return click.option("--link-base", metavar="URL", callback=_base, help=help_text)(function)


def output(function: F) -> F:
    """Add the output file."""
    return click.option(
        "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of stdout."
    )(function)


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    choose_language(value)
    return value


def _base(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if value and not value.lower().startswith(("http://", "https://")):
        problem = message('"{address}" must begin with http:// or https://', address=for_terminal(value))
        raise BadParameter(problem)
    return value or ""


def pairs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Parse values of the form KEY=VALUE."""
    found = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not (key and equals and text):
            raise BadParameter(message('"{value}" does not have the form KEY=VALUE', value=for_terminal(value)))
        found[key] = text
    return found


def _languages(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(filter(None, value.split(","))))
    if wrong := [name for name in named if name not in LANGUAGES]:
        known = joined(COMMA, LANGUAGES)
        raise BadParameter(message('"{value}" is not one of {known}', value=for_terminal(wrong[0]), known=known))
    choose_language(named[0] if named else None)
    if len(named) > 2:
        raise BadParameter(message("at most two languages are allowed, not {value}", value=value))
    return named


def _rules(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not any(value == rule.name or (value.startswith("DI") and rule.id.startswith(value)) for rule in RULES):
            problem = message(
                'no rule "{rule}"; to list the rules, run "disclosure-index rules list"', rule=for_terminal(value)
            )
            raise BadParameter(problem)
    return values


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    return day_or_none(_, __, value) or datetime.now().astimezone().date()


def day_or_none(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Parse a day; None if none is given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadParameter(
            message('"{value}" is not a date; write it as 2025-03-31', value=for_terminal(value))
        ) from None
