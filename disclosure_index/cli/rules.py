"""``disclosure-index rules``: what `check` looks for, why, and what to do."""

import json
from collections.abc import Iterator

import click

from disclosure_index.checks import RULES
from disclosure_index.checks.registry import Rule
from disclosure_index.errors import ConfigError
from disclosure_index.spelling import nearest

form_option = click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)


@click.group(name="rules")
def command() -> None:
    """Look at the rules of `check`."""


@command.command(name="list")
@form_option
def list_(form: str) -> None:
    """List the rules, one line each: id, name, severity, what it is about.

    \b
    Examples:
      disclosure-index rules list
      disclosure-index rules list --format json
    """
    if form == "json":
        click.echo(_as_json([_facts(rule) for rule in RULES]), nl=False)
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.id}  {rule.name:{width}}  {rule.severity:7}  {rule.tells}")


@command.command()
@click.argument("rule")
@form_option
def show(rule: str, form: str) -> None:
    """Show one rule: why it matters, a bad and a good example, what changes it, and where it comes from.

    RULE is an id or a name.

    \b
    Examples:
      disclosure-index rules show DI101
      disclosure-index rules show missing-disclosure --format json
    """
    found = next((r for r in RULES if rule.casefold() in (r.id.casefold(), r.name)), None)
    if found is None:
        near = nearest(rule, [name for r in RULES for name in (r.id, r.name)])
        hint = f"did you mean {near}?" if near else "see: disclosure-index rules list"
        raise ConfigError(f'error: no rule "{rule}"; {hint}')
    if form == "json":
        click.echo(_as_json(_facts(found)), nl=False)
    else:
        click.echo("\n".join(_lines(found)))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} {rule.name} ({rule.severity}): {rule.tells}"
    yield ""
    yield rule.why
    for word, snippet in (("Bad", rule.bad), ("Good", rule.good)):
        yield ""
        yield f"{word}:"
        yield from (f"  {line}" for line in snippet.split("\n"))
    yield ""
    if rule.options:
        yield f"Options: {', '.join(rule.options)} in the project file"
    if rule.mandatory:
        yield "Mandatory: no suppression in the text silences it; the project file does, with a reason and a last day"
    yield f"Source: {rule.source}"


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.value,
        "tells": rule.tells,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
        "options": list(rule.options),
        "source": rule.source,
        "mandatory": rule.mandatory,
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
