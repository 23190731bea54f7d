"""``disclosure-index frameworks``: the definitions."""

from pathlib import Path

import click

from disclosure_index import checks
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.diff import diff
from disclosure_index.catalog.lint import lint
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.catalog.translations import Text
from disclosure_index.cli.frameworks.new import new
from disclosure_index.cli.output import echo
from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.model import (
    LANGUAGES,
    Basis,
    Disclosure,
    Framework,
    Location,
    ObligationRule,
    Severity,
    in_language,
    parse_reference,
)
from disclosure_index.outputs.text import finding_lines
from disclosure_index.session import definitions_in

folder_option = click.option(
    "--definitions",
    "--folder",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of frameworks of your own, each a folder in it, besides the shipped ones.",
)


@click.group(name="frameworks")
def command() -> None:
    """Look at the definitions of the frameworks, and check them."""


@command.command(name="list")
@folder_option
def list_(folder: Path | None) -> None:
    """List the frameworks with their editions and how many disclosures each has; with --definitions, those in DIR.

    \b
    Example:
      disclosure-index frameworks list
    """
    catalog, own = _load(folder)
    for framework in (catalog.frameworks[id] for id in own):
        echo(f"{framework.id}: {in_language(framework.title, 'en')} ({framework.owner})")
        for edition in sorted({d.edition for d in framework.disclosures}):
            rows = [d for d in framework.disclosures if d.edition == edition]
            unsure = sum(d.basis == Basis.UNVERIFIED for d in rows)
            note = f", {unsure} of them unverified" if unsure else ""
            echo(f"  {edition}: {len(rows)} disclosures in {_parts(rows)}{note}")
    echo(f"crosswalks: {_relations(catalog, folder)} relations")


def _load(folder: Path | None) -> tuple[Catalog, list[str]]:
    """Return the catalog, and the ids of the frameworks that are asked for: those in the folder, else all."""
    own = definitions_in(folder)
    catalog = load_frameworks(definitions=find_definitions(own))
    return catalog, [id for id in catalog.frameworks if folder is None or id in own.frameworks]


def _relations(catalog: Catalog, folder: Path | None) -> int:
    return sum(_is_in(link.location, folder) for link in catalog.crosslinks)


def _is_in(location: Location, folder: Path | None) -> bool:
    return folder is None or Path(location.path).is_relative_to(folder)


def _parts(rows: list[Disclosure]) -> str:
    parts = len({d.part for d in rows})
    return f"{parts} part{'s' if parts > 1 else ''}"


@command.command()
@click.argument("code")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@folder_option
def show(code: str, language: str, folder: Path | None) -> None:
    """Show one disclosure in all its editions, or list a framework's disclosures.

    CODE is a reference, such as hkex-esg:A1.2 or gri:306-3@2020, or a framework's id.

    \b
    Examples:
      disclosure-index frameworks show gri:306-3
      disclosure-index frameworks show tcfd --language zh-Hant
    """
    reference = parse_reference(code)
    id = reference.framework if reference else code.lower()
    catalog = load_frameworks([id], definitions=find_definitions(definitions_in(folder), [id]))
    framework = catalog.frameworks.get(id)
    if framework is None:
        raise CannotLookError(f"error: no framework {id} is defined; known are {', '.join(catalog.known)}")
    if reference is None:
        for d in framework.disclosures:
            echo(f"{d.uid}  {in_language(d.title, language)}")
        return
    found = catalog.find(reference)
    if not found:
        raise ConfigError(f"error: {framework.short} has no disclosure {reference.code}")
    echo("\n\n".join("\n".join(_describe(d, catalog.texts.of(d, language), framework, language)) for d in found))


def _describe(d: Disclosure, said: Text, framework: Framework, language: str) -> list[str]:
    lines = [f"{d.uid}  {in_language(d.title, language)}"]
    lines += [f"  {key}: {text}" for key, text in d.title.items() if key != language]
    groups = {g.id: in_language(g.title, language) for g in framework.groups}
    by = d.in_force.by.replace("-", " ")
    from_ = f"from {d.in_force.start or 'the start'}"
    until = f", before {d.in_force.end}" if d.in_force.end else ""
    rules = "; ".join(_rule(rule) for rule in d.obligation) or "voluntary"
    rows = {
        "group": groups.get(d.group, d.group),
        "under": d.parent,
        "applies": f"by {by}, {from_}{until}",
        "obligation": rules,
        "omission": "may be explained" if d.omission_allowed else "not allowed",
        "summary": said.summary,
        "data": ", ".join((d.data, *d.units)),
        "superseded by": ", ".join(d.superseded_by),
        "note": d.note,
        "basis": f"{d.basis}: {d.source}",
        "defined at": str(d.location),
    }
    lines += [f"  {name}: {text}" for name, text in rows.items() if text]
    lines += [f"  #{p.id}: {said.datapoints[p.id]}{' (optional)' if p.optional else ''}" for p in d.datapoints]
    if d.requirements:
        lines.append(f"  requirements: {', '.join(d.requirements)}")
    return lines


def _rule(rule: ObligationRule) -> str:
    asked = {"claim": rule.claim, "board": rule.board, "size": rule.size}
    conditions = [f"{name} {' or '.join(values)}" for name, values in asked.items() if values]
    if rule.since:
        conditions.append(f"years begun from {rule.since}")
    return f"{rule.level}{' if ' if conditions else ''}{', '.join(conditions)}"


@command.command(name="lint")
@folder_option
def lint_command(folder: Path | None) -> None:
    """Check that the definitions are sound and agree with each other; with --definitions, those in DIR.

    \b
    Example:
      disclosure-index frameworks lint --definitions my-frameworks
    """
    catalog, own = _load(folder)
    findings = [f for f in checks.complete(lint(catalog)) if _is_in(f.location, folder)]
    for finding in findings:
        echo("\n".join(finding_lines(finding)))
    disclosures = sum(len(catalog.frameworks[id].disclosures) for id in own)
    counted = f"{len(own)} frameworks, {disclosures} disclosures, {_relations(catalog, folder)} relations"
    echo(f"{counted}: {len(findings) or 'no'} finding{'s' if len(findings) != 1 else ''}")
    if any(finding.unchecked for finding in findings):
        raise SystemExit(ExitCode.COULD_NOT_CHECK)
    raise SystemExit(ExitCode.FINDINGS if any(f.severity == Severity.ERROR for f in findings) else ExitCode.CLEAN)


@command.command(name="diff")
@click.argument("old", metavar="FRAMEWORK@EDITION")
@click.argument("new", metavar="FRAMEWORK@EDITION")
@folder_option
def diff_command(old: str, new: str, folder: Path | None) -> None:
    """Tell what changes from one edition to another.

    \b
    Example:
      disclosure-index frameworks diff hkex-esg@2020 hkex-esg@2025
    """
    (id, was), (other, now) = _edition(old), _edition(new)
    if id != other:
        raise click.UsageError("editions of two frameworks cannot be compared")
    catalog = load_frameworks([id], definitions=find_definitions(definitions_in(folder), [id]))
    if id not in catalog.frameworks:
        raise CannotLookError(f"error: no framework {id} is defined; known are {', '.join(catalog.known)}")
    framework = catalog.frameworks[id]
    editions = list(dict.fromkeys(d.edition for d in framework.disclosures))
    for edition in (was, now):
        if edition not in editions:
            raise CannotLookError(f"error: {framework.short} has no edition {edition}; known are {', '.join(editions)}")
    for change in diff(framework, was, now):
        d = change.disclosure
        basis = " (unverified)" if d.basis == Basis.UNVERIFIED else ""
        echo(f"{change.kind} {d.code} {in_language(d.title, 'en')}{basis}")
        for detail in change.details:
            echo(f"  {detail}")


def _edition(text: str) -> tuple[str, str]:
    id, at, edition = text.partition("@")
    if not (id and at and edition):
        raise click.UsageError(f'"{text}" is not of the form framework@edition')
    return id.lower(), edition


command.add_command(new)
