"""``disclosure-index frameworks``: the definitions."""

from collections.abc import Mapping
from pathlib import Path

import click

from disclosure_index import checks
from disclosure_index.catalog.definitions import canonical, find_definitions
from disclosure_index.catalog.diff import diff
from disclosure_index.catalog.lint import lint
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.cli import options
from disclosure_index.cli.completion import names
from disclosure_index.cli.frameworks.new import new
from disclosure_index.cli.obligations import rule_in_words
from disclosure_index.cli.program.language import in_chosen_language
from disclosure_index.cli.program.output import echo
from disclosure_index.cli.program.usage import Group, UsageError
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import ConfigError, ExitCode
from disclosure_index.messages import CLAUSE_COMMA, COLON, COMMA, SEMICOLON, joined, label, message, plural
from disclosure_index.messages.states import BASIS, OBLIGATION, UNIT, days_in_force
from disclosure_index.model import (
    NO_MESSAGE,
    Basis,
    Disclosure,
    Framework,
    Location,
    Message,
    Obligation,
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
    help="Also use the frameworks defined in this folder, one subfolder each.",
)


@click.group(name="frameworks", cls=Group)
def command() -> None:
    """Show and check the definitions of frameworks."""


@command.command(name="list")
@folder_option
@options.language
def list_(folder: Path | None, language: str | None) -> None:
    """List the frameworks with their editions and numbers of disclosures.

    With --definitions, only those in DIR.

    \b
    Example:
      disclosure-index frameworks list
    """
    catalog, own = _load(folder)
    for framework in (catalog.frameworks[id] for id in own):
        title = in_language(framework.title, language or "en")
        echo(in_chosen_language(message("{id}: {title}, {owner}", id=framework.id, title=title, owner=framework.owner)))
        for edition in sorted({d.edition for d in framework.disclosures}):
            rows = [d for d in framework.disclosures if d.edition == edition]
            unsure = sum(d.basis == Basis.UNVERIFIED for d in rows)
            number, parts = len(rows), len({d.part for d in rows})
            counted = message(
                "{disclosures} in {parts}",
                disclosures=plural("{number} disclosure", "{number} disclosures", number),
                parts=plural("{number} part", "{number} parts", parts),
            )
            notes = (message("{number} of them unverified", number=unsure),) if unsure else ()
            echo("  " + in_chosen_language(joined(COLON, (edition, joined(CLAUSE_COMMA, (counted, *notes))))))
    related = plural("crosswalks: {number} relation", "crosswalks: {number} relations", _relations(catalog, folder))
    echo(in_chosen_language(related))


def _load(folder: Path | None) -> tuple[Catalog, list[str]]:
    """Return the catalogue, and the ids of the requested frameworks: those in the folder, else all."""
    definitions = definitions_in(folder)
    catalog = load_frameworks(definitions=find_definitions(definitions))
    return catalog, [id for id in catalog.frameworks if folder is None or id in definitions.frameworks]


def _relations(catalog: Catalog, folder: Path | None) -> int:
    return sum(_is_in(link.location, folder) for link in catalog.crosslinks)


def _is_in(location: Location, folder: Path | None) -> bool:
    return folder is None or Path(location.path).is_relative_to(folder)


@command.command()
@click.argument("code", shell_complete=names.references)
@options.language
@folder_option
def show(code: str, language: str | None, folder: Path | None) -> None:
    """Show one disclosure in its editions, or all of a framework.

    CODE is a reference, such as hkex-esg:A1.2 or gri:306-3@2020, or a framework's id.

    \b
    Examples:
      disclosure-index frameworks show gri:306-3
      disclosure-index frameworks show tcfd --language zh-Hant
    """
    shown_language = language or "en"
    reference = parse_reference(code)
    framework, catalog = _framework(reference.framework if reference else code, folder)
    if reference is None:
        for d in framework.disclosures:
            echo(f"{d.uid}  {in_language(d.title, shown_language)}")
        return
    found = catalog.find(reference._replace(framework=framework.id))
    if not found:
        problem = message("{framework} has no disclosure {code}", framework=framework.short, code=reference.code)
        near = nearest(reference.code, catalog.codes(framework.id))
        hint = message('To list its disclosures, run "disclosure-index frameworks show {id}"', id=framework.id)
        hint = message("Did you mean {near}?", near=f"{framework.id}:{near}") if near else hint
        raise ConfigError(problem, hint=hint)
    echo("\n\n".join("\n".join(_describe(d, catalog, shown_language)) for d in found))


def _describe(d: Disclosure, catalog: Catalog, language: str) -> list[str]:
    said, group = catalog.texts.of(d, language), catalog.group_of(d)
    lines = [f"{d.uid}  {in_language(d.title, language)}"]
    lines += [f"  {key}: {text}" for key, text in d.title.items() if key != language]
    rules = joined(SEMICOLON, (rule_in_words(rule) for rule in d.obligation)) or OBLIGATION[Obligation.VOLUNTARY]
    allowed, not_allowed = message("may be explained"), label("omission", "not allowed")
    data = (_DATA.get(d.data, d.data), *(UNIT.get(unit, unit) for unit in d.units))
    rows = {
        label("definition", "group"): in_language(group.title, language) if group else d.group,
        label("definition", "under"): d.parent,
        label("definition", "applies"): _in_force(d),
        label("definition", "obligation"): rules,
        label("definition", "omission"): allowed if d.omission_allowed else not_allowed,
        label("definition", "issued"): str(d.in_force.issued or ""),
        label("definition", "summary"): said.summary,
        label("definition", "data"): joined(COMMA, data),
        label("definition", "superseded by"): joined(COMMA, d.superseded_by),
        label("definition", "note"): d.note,
        label("definition", "basis"): joined(COLON, (BASIS[d.basis], d.source)),
        label("definition", "defined at"): str(d.location),
        **{f"#{p.id}": _datapoint(said.datapoints[p.id], p.optional) for p in d.datapoints},
        label("definition", "requirements"): joined(COMMA, d.requirements),
    }
    lines += ["  " + in_chosen_language(joined(COLON, (name, text))) for name, text in rows.items() if text]
    return lines


_DATA: Mapping[str, Message] = {
    "qualitative": label("data", "qualitative"),
    "quantitative": label("data", "quantitative"),
    "both": label("data", "both"),
}


def _datapoint(title: str, optional: bool) -> str:
    return message("{datapoint} (optional)", datapoint=title) if optional else title


def _in_force(d: Disclosure) -> Message:
    days = days_in_force(d.in_force)
    if d.in_force.by == "publication-date":
        return message("by publication date, {days}", days=days)
    return message("by financial year start, {days}", days=days)


def _framework(name: str, folder: Path | None) -> tuple[Framework, Catalog]:
    """Return the framework with this id or alias, and a catalogue of it alone."""
    known = find_definitions(definitions_in(folder), [name.lower()])
    id = canonical(name.lower(), known)
    catalog = load_frameworks([id], definitions=known)
    if id in catalog.frameworks:
        return catalog.frameworks[id], catalog
    problem = message("framework {id} is not defined; use one of {known}", id=id, known=joined(COMMA, catalog.known))
    near = nearest(id, catalog.known)
    raise ConfigError(problem, hint=message("Did you mean {near}?", near=near) if near else NO_MESSAGE)


@command.command(name="lint")
@folder_option
@options.language
def lint_command(folder: Path | None, language: str | None) -> None:
    """Check that definitions are sound and agree with each other.

    With --definitions, only those in DIR.

    \b
    Example:
      disclosure-index frameworks lint --definitions my-frameworks
    """
    catalog, own = _load(folder)
    findings = [f for f in checks.complete(lint(catalog)) if _is_in(f.location, folder)]
    for finding in findings:
        echo("\n".join(finding_lines(finding, language)))
    disclosures = sum(len(catalog.frameworks[id].disclosures) for id in own)
    counted = message(
        "{frameworks}, {disclosures}, {relations}",
        frameworks=plural("{number} framework", "{number} frameworks", len(own)),
        disclosures=plural("{number} disclosure", "{number} disclosures", disclosures),
        relations=plural("{number} relation", "{number} relations", _relations(catalog, folder)),
    )
    number = plural("{number} finding", "{number} findings", len(findings)) if findings else message("no findings")
    echo(in_chosen_language(joined(COLON, (counted, number))))
    if any(finding.unchecked for finding in findings):
        raise SystemExit(ExitCode.COULD_NOT_CHECK)
    raise SystemExit(ExitCode.FINDINGS if any(f.severity == Severity.ERROR for f in findings) else ExitCode.CLEAN)


@command.command(name="diff")
@click.argument("old", metavar="FRAMEWORK@EDITION")
@click.argument("new", metavar="FRAMEWORK@EDITION")
@folder_option
@options.language
def diff_command(old: str, new: str, folder: Path | None, language: str | None) -> None:
    """Show what changes from one edition to another.

    \b
    Example:
      disclosure-index frameworks diff hkex-esg@2020 hkex-esg@2025
    """
    (id, was), (other, now) = _edition(old), _edition(new)
    framework, _ = _framework(id, folder)
    if id != other and other not in framework.names:
        raise UsageError(
            message("cannot compare editions of two different frameworks, {old} and {new}", old=old, new=new)
        )
    editions = list(dict.fromkeys(d.edition for d in framework.disclosures))
    for edition in (was, now):
        if edition not in editions:
            problem = message(
                "{framework} has no edition {edition}; use one of {known}",
                framework=framework.short,
                edition=edition,
                known=joined(COMMA, editions),
            )
            raise ConfigError(problem)
    for change in diff(framework, was, now):
        d, kind = change.disclosure, _KINDS[change.kind]
        title = in_language(d.title, language or "en")
        name = message("{kind} {code} {title}", kind=kind, code=d.code, title=title)
        if change.kind == "kept":
            name = message("{kind} {part}", kind=kind, part=d.part)
        unverified = message("{what} ({more})", what=name, more=BASIS[Basis.UNVERIFIED])
        echo(in_chosen_language(unverified if d.basis == Basis.UNVERIFIED else name))
        for detail in change.details:
            echo(f"  {in_chosen_language(detail)}")


_KINDS: Mapping[str, Message] = {
    "added": label("change", "added"),
    "removed": label("change", "removed"),
    "changed": label("change", "changed"),
    "kept": label("change", "kept"),
}


def _edition(text: str) -> tuple[str, str]:
    id, at, edition = text.partition("@")
    if not (id and at and edition):
        raise UsageError(message('"{text}" does not have the form framework@edition', text=text))
    return id.lower(), edition


command.add_command(new)
