"""``disclosure-index explain``: the proof of one disclosure's status."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage, Relative, may_be_omitted
from disclosure_index.assessment.linking import Link
from disclosure_index.cli import options
from disclosure_index.cli.assessed import leave, look
from disclosure_index.cli.output import write
from disclosure_index.errors import ConfigError
from disclosure_index.model import Basis, Omission, Reference, Status, in_language, parse_reference
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import on_top, unchecked
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tables.table import Table, row

SHOWN = 80
"""Characters shown of a tagged passage."""


@click.command(name="explain")
@click.argument("code")
@options.report_path
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.what_if
@options.as_of
@options.allow_outside
@options.definitions
@options.output
def command(
    code: str,
    path: Path,
    form: str,
    editions: Mapping[str, str],
    profile: Mapping[str, str],
    today: date,
    allow_outside: bool,
    definitions: Path | None,
    output: Path | None,
) -> None:
    """Prove the status of a disclosure: its tags, where they are, which obligation applies and why.

    CODE is a reference such as hkex-esg:A1.2, or a bare code such as A1.2.

    \b
    Examples:
      disclosure-index explain A1.3 report_sources/alibaba-2024
      disclosure-index explain gri:305-1 . --format json
    """
    assessment = look(path, editions, profile, today, allow_outside=allow_outside, definitions=definitions)
    rows = find(assessment, code)
    if form == "json":
        lines = [dict(_facts(assessment, c)) for c in rows]
        names = tuple(dict.fromkeys(name for line in lines for name in line))
        table = Table("explain", "explain", names, tuple(row(*(line.get(n, "") for n in names)) for line in lines))
        write(render.as_json([table], unchecked(assessment)), output)
    else:
        parts = ("\n".join(_paragraph(assessment, c)) for c in rows)
        write((on_top(assessment) if output else "") + for_terminal("\n\n".join(parts)) + "\n", output)
    leave(assessment)


def find(assessment: Assessment, code: str) -> list[Coverage]:
    """Return the disclosures that a reference or a bare code names, of those that apply to the report.

    Raises:
        ConfigError: none does.

    """
    reference = parse_reference(code)
    wanted = reference or Reference("", code.partition("@")[0].partition("#")[0])
    found = [
        c
        for c in assessment.coverage
        if c.disclosure.code.casefold() == wanted.code.casefold()
        and wanted.framework in ("", c.disclosure.framework)
        and (wanted.edition or c.disclosure.edition) == c.disclosure.edition
    ]
    if found:
        return found
    elsewhere = [assessment.catalog.find(Reference(id, wanted.code)) for id in assessment.catalog.frameworks]
    others = ", ".join(d.uid for ds in elsewhere for d in ds)
    hint = f"; it is defined as {others}, which does not apply to this report" if others else ""
    raise ConfigError(f"error: no disclosure {for_terminal(code)} applies to this report{hint}")


def _paragraph(assessment: Assessment, c: Coverage) -> Iterator[str]:
    for name, text in _facts(assessment, c):
        if "\n" in text or name in ("tagged", "omitted", "datapoints", "look at", "crosswalk"):
            yield f"{name}:"
            yield from (f"  {line}" for line in text.split("\n"))
        else:
            yield text if name == "disclosure" else f"{name}: {text}"


def _facts(assessment: Assessment, c: Coverage) -> Iterator[tuple[str, str]]:
    """Yield what is known, in the order that a person would ask."""
    d, report = c.disclosure, assessment.report
    title = in_language(d.title, report.language)
    yield "disclosure", f"{d.uid} {title}"
    yield "status", _status(assessment, c)
    yield "obligation", _obligation(assessment, c)
    yield "applies", _edition(assessment, c)
    said = assessment.catalog.texts.of(d, report.language)
    if said.summary:
        yield "asks for", said.summary
    if c.links:
        yield "tagged", "\n".join(_place(assessment, link) for link in c.links)
    if c.omissions:
        yield "omitted", "\n".join(_place(assessment, link) for link in c.omissions)
    if d.datapoints or c.answered:
        yield "datapoints", "\n".join(_datapoints(c, said.datapoints))
    if not c.links:
        places = assessment.neighbourhood.places(c)
        if places:
            yield "look at", "\n".join(_place(assessment, link) for link in places)
    if c.relatives:
        yield "crosswalk", "\n".join(dict.fromkeys(_relative(relative) for relative in c.relatives))
    basis = "check it against the framework's text: it is unverified" if d.basis == Basis.UNVERIFIED else d.basis.value
    yield "definition", f"{basis} ({d.source})" + (f"; {d.note}" if d.note else "")


def _relative(relative: Relative) -> str:
    kind = "would answer it" if relative.whole else "is related"
    x = relative.crosslink
    return f"{relative.links[0].statement.text} {kind} ({x.relation}, {x.basis}: {x.source})"


def _status(assessment: Assessment, c: Coverage) -> str:
    d = c.disclosure
    parts = [x for x in assessment.coverage if (x.disclosure.framework, x.disclosure.parent) == (d.framework, d.code)]
    lacking = ", ".join(x.disclosure.code for x in parts if x.status in (Status.MISSING, Status.PARTIAL))
    why = {
        Status.DISCLOSED: "by a crosswalk" if c.by_crosswalk else "tagged" if c.links else "its parts are",
        Status.PARTIAL: "some datapoints have no tag"
        if c.links
        else f"of its parts, {lacking} is not wholly disclosed",
        Status.OMITTED: "explained, with a reason that the framework accepts",
        Status.MISSING: "no tag and no valid omission names it" + (f"; told with {c.told_by}" if c.told_by else ""),
        Status.NOT_REQUIRED: "no tag names it, and none has to",
        Status.UNDETERMINED: f"the profile does not say {' and '.join(c.decision.missing)}",
    }
    return f"{c.status}: {why[c.status]}"


def _obligation(assessment: Assessment, c: Coverage) -> str:
    report, rule = assessment.report, c.decision.rule
    if c.obligation is None:
        return f"cannot be told without profile.{' and profile.'.join(c.decision.missing)}"
    conditions = []
    if rule:
        conditions += [f"claim {rule.claim[0]}"] if rule.claim else []
        conditions += [f"board {report.profile.board}"] if rule.board else []
        conditions += [f"size {report.profile.size}"] if rule.size else []
        conditions += [f"years begun from {rule.since}"] if rule.since else []
    because = f", by {', '.join(conditions)}" if conditions else ""
    omit = "an explanation may stand for it" if may_be_omitted(c.disclosure, c.decision) else "it may not be omitted"
    return f"{c.obligation} for {report.financial_year}{because}; {omit}"


def _edition(assessment: Assessment, c: Coverage) -> str:
    d, report = c.disclosure, assessment.report
    span = d.in_force
    weighed, day = ("financial years begun", report.year_start)
    if span.by == "publication-date" and report.published:
        weighed, day = ("publication", report.published)
    days = f"from {span.start or 'the start'}" + (f" and before {span.end}" if span.end else "")
    asked = next((x.edition for x in report.claims if x.framework == d.framework), None)
    chosen = "; chosen by the project file or an option" if asked else ""
    return f"edition {d.edition}: {weighed} {days}; this report: {day}{chosen}"


def _place(assessment: Assessment, link: Link) -> str:
    statement = link.statement
    document = assessment.report.documents[link.document]
    path = " > ".join(s.title for s in document.path_of(statement.span.section) if s.title)
    pages = f", page {statement.span.page}" if statement.span.page else ""
    said = (
        statement.explanation
        if isinstance(statement, Omission)
        else statement.span.text
        or next(
            (p.text for p in document.passages[statement.span.first : statement.span.last] if p.kind != "heading"), ""
        )
    )
    shown = said if len(said) <= SHOWN else said[: SHOWN - 1] + "…"
    reason = f" [{statement.reason or 'no reason'}]" if isinstance(statement, Omission) else ""
    return f"{statement.span.location}{reason} {statement.text} in {path}{pages}: {shown}"


def _datapoints(c: Coverage, titles: Mapping[str, str]) -> Iterator[str]:
    optional = {p.id for p in c.disclosure.datapoints if p.optional}
    names = list(titles) if set(c.answered) | set(c.open) <= set(titles) else [*c.answered, *c.open]
    for name in names:
        mark = "x" if name in c.answered else " "
        title = f": {titles[name]}" if name in titles else ""
        yield f"[{mark}] {name}{title}{' (optional)' if name in optional else ''}"
