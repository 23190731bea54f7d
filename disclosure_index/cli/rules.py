"""``disclosure-index rules``: the rules of `check`, their reasons and remedies."""

import json
from collections.abc import Iterator

import click

from disclosure_index.checks import RULES
from disclosure_index.cli import options
from disclosure_index.cli.completion import names
from disclosure_index.cli.program.output import echo, write
from disclosure_index.cli.program.usage import Group
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import ConfigError
from disclosure_index.messages import COMMA, joined, message, render
from disclosure_index.messages.states import SEVERITY
from disclosure_index.policy.rules import Rule
from disclosure_index.project.file import unknown_rule

form_option = click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)


@click.group(name="rules", cls=Group)
def command() -> None:
    """List and show the rules of `check`.

    \b
    Example:
      disclosure-index rules show DI101
    """


@command.command(name="list")
@form_option
@options.language
def list_(form: str, language: str | None) -> None:
    """List the rules: id, name, severity and subject of each.

    \b
    Examples:
      disclosure-index rules list
      disclosure-index rules list --format json
    """
    if form == "json":
        write(_as_json([_facts(rule, language) for rule in RULES]), None)
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        severity, summary = render(SEVERITY[rule.severity], language), render(rule.summary, language)
        echo(f"{rule.id}  {rule.name:{width}}  {severity:7}  {summary}")


@command.command()
@click.argument("rule", shell_complete=names.rules)
@form_option
@options.language
def show(rule: str, form: str, language: str | None) -> None:
    """Show one rule: why it matters, with examples and its source.

    RULE is an id or a name.

    \b
    Examples:
      disclosure-index rules show DI101
      disclosure-index rules show missing-disclosure --format json
      disclosure-index rules show DI101 --language zh-Hant
    """
    found = next((r for r in RULES if rule.casefold() in (r.id.casefold(), r.name)), None)
    if found is None:
        near = nearest(rule, [name for r in RULES for name in (r.id, r.name)])
        raise ConfigError(unknown_rule(rule, near))
    if form == "json":
        write(_as_json(_facts(found, language)), None)
    else:
        echo("\n".join(_lines(found, language)))


def _lines(rule: Rule, language: str | None) -> Iterator[str]:
    head = message("{what} ({more})", what=f"{rule.id} {rule.name}", more=SEVERITY[rule.severity])
    yield render(message("{where}: {what}", where=head, what=rule.summary), language)
    yield ""
    yield render(rule.why, language)
    for word, snippet in ((message("Bad:"), rule.bad), (message("Good:"), rule.good)):
        yield ""
        yield render(word, language)
        yield from (f"  {line}" for line in snippet.split("\n"))
    yield ""
    if rule.options:
        yield render(message("Options: {keys} in the project file", keys=joined(COMMA, rule.options)), language)
    if rule.mandatory:
        yield render(
            message("Mandatory: only the project file can suppress it, with a reason, an owner and an expiry date"),
            language,
        )
    yield render(message("Source: {source}", source=rule.source), language)


def _facts(rule: Rule, language: str | None) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": render(rule.summary, language),
        "why": render(rule.why, language),
        "bad": rule.bad,
        "good": rule.good,
        "options": list(rule.options),
        "source": render(rule.source, language),
        "mandatory": rule.mandatory,
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
