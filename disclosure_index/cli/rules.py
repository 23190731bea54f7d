"""``disclosure-index rules``: what `check` looks for, why, and what to do."""

import json
from collections.abc import Iterator

import click

from disclosure_index.checks import RULES
from disclosure_index.checks.docs import doc_of
from disclosure_index.checks.registry import Rule
from disclosure_index.cli import options
from disclosure_index.cli.writing import echo, write
from disclosure_index.errors import ConfigError
from disclosure_index.sayings import joined, said, say
from disclosure_index.spelling import nearest

form_option = click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)


@click.group(name="rules")
def command() -> None:
    """Look at the rules of `check`."""


@command.command(name="list")
@form_option
@options.message_language
def list_(form: str, language: str | None) -> None:
    """List the rules, one line each: id, name, severity, what it is about.

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
        severity, tells = said(say(rule.severity), language), doc_of(rule, language).tells
        echo(f"{rule.id}  {rule.name:{width}}  {severity:7}  {tells}")


@command.command()
@click.argument("rule")
@form_option
@options.message_language
def show(rule: str, form: str, language: str | None) -> None:
    """Show one rule: why it matters, a bad and a good example, what changes it, and where it comes from.

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
        hint = f"did you mean {near}?" if near else "see: disclosure-index rules list"
        raise ConfigError(f'error: no rule "{rule}"; {hint}')
    if form == "json":
        write(_as_json(_facts(found, language)), None)
    else:
        echo("\n".join(_lines(found, language)))


def _lines(rule: Rule, language: str | None) -> Iterator[str]:
    doc = doc_of(rule, language)
    head = say("with", what=f"{rule.id} {rule.name}", more=say(rule.severity))
    yield said(say("at", where=head, what=doc.tells), language)
    yield ""
    yield doc.why
    for word, snippet in (("bad", rule.bad), ("good", rule.good)):
        yield ""
        yield said(say(word), language)
        yield from (f"  {line}" for line in snippet.split("\n"))
    yield ""
    if rule.options:
        yield said(say("rule-options", keys=joined("comma", rule.options)), language)
    if rule.mandatory:
        yield said(say("rule-mandatory"), language)
    yield said(say("rule-source", source=doc.source), language)


def _facts(rule: Rule, language: str | None) -> dict[str, object]:
    doc = doc_of(rule, language)
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.value,
        "tells": doc.tells,
        "why": doc.why,
        "bad": rule.bad,
        "good": rule.good,
        "options": list(rule.options),
        "source": doc.source,
        "mandatory": rule.mandatory,
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
