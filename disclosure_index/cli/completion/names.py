"""Completions of rules, frameworks and codes for the shell. Imports are made only when the shell asks."""

import click


def rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules whose id or name begins with the typed text."""
    from disclosure_index.checks import RULES

    names = [name for rule in RULES for name in (rule.id, rule.name)]
    return [name for name in names if name.casefold().startswith(incomplete.casefold())]


def frameworks(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the frameworks whose id begins with the typed text."""
    from disclosure_index.catalog.definitions import find_definitions

    ids = sorted(find_definitions().frameworks)
    return [id for id in ids if id.startswith(incomplete.lower())]


def references(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return frameworks, each with its colon; after a colon, the codes of the framework."""
    framework, colon, code = incomplete.partition(":")
    if not colon:
        return [f"{id}:" for id in frameworks(context, parameter, incomplete)]
    from disclosure_index.catalog.loading import load_frameworks

    id = framework.lower()
    catalog = load_frameworks([id])
    if id not in catalog.frameworks:
        return []
    found = (each for each in catalog.codes(id) if each.casefold().startswith(code.casefold()))
    return [f"{id}:{each}" for each in dict.fromkeys(found)]
