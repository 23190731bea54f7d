"""``disclosure-index explain``: the proof of one disclosure's status."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage, Relative
from disclosure_index.assessment.linking import Link
from disclosure_index.assessment.places_to_look import PlaceToLook, places_to_look
from disclosure_index.catalog.obligations import ASKED
from disclosure_index.cli import options
from disclosure_index.cli.assessed import finish, open_with_caveat
from disclosure_index.cli.completion import names
from disclosure_index.cli.no_disclosure import no_disclosure
from disclosure_index.cli.obligations import obligation, relief_lines
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.output import write
from disclosure_index.errors import ConfigError
from disclosure_index.messages import (
    AND,
    COLON,
    COMMA,
    NEW_LINE,
    SEMICOLON,
    joined,
    label,
    message,
    titled,
)
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import BASIS, RELATION, STATUS, days_in_force
from disclosure_index.model import Basis, Document, Message, Omission, Reference, Span, Status, parse_reference
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveats, on_top
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tables.evidence import evidence_cell
from disclosure_index.tables.table import Table, row

SHOWN = 80
"""The most characters shown of a tagged passage."""

LABELS: Mapping[str, Message] = {
    "status": label("explain", "status"),
    "obligation": label("explain", "obligation"),
    "applies": label("explain", "applies"),
    "asks for": label("explain", "asks for"),
    "reliefs": label("explain", "reliefs"),
    "tagged": label("explain", "tagged"),
    "omitted": label("explain", "omitted"),
    "evidence": label("explain", "evidence"),
    "datapoints": label("explain", "datapoints"),
    "look at": label("explain", "look at"),
    "crosswalk": label("explain", "crosswalk"),
    "definition": label("explain", "definition"),
}
"""The labels of the facts, by their keys in JSON."""


@click.command(name="explain")
@click.argument("code", shell_complete=names.references)
@options.report_path
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.language
@report_options(what_if=True)
@options.output
def command(
    code: str,
    path: Path,
    form: str,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """Explain the status of a disclosure.

    The answer lists its tags with their locations, and which obligation applies and why.

    CODE is a reference such as hkex-esg:A1.2, or a bare code such as A1.2.

    \b
    Examples:
      disclosure-index explain A1.3 report_sources/alibaba-2024
      disclosure-index explain gri:305-1 . --format json
      disclosure-index explain A1.3 . --language zh-Hant
    """
    assessment = open_with_caveat(path, given)
    rows = find(assessment, code)
    if form == "json":
        lines = [{name: rendered(text, language) for name, text in _facts(assessment, c, language)} for c in rows]
        names = tuple(dict.fromkeys(name for line in lines for name in line))
        table = Table("explain", "explain", names, tuple(row(*(line.get(n, "") for n in names)) for line in lines))
        write(render.as_json([table], caveats(assessment)), output)
    else:
        parts = ("\n".join(_paragraph(assessment, c, language)) for c in rows)
        write((on_top(assessment, language) if output else "") + for_terminal("\n\n".join(parts)) + "\n", output)
    finish(assessment)


def find(assessment: Assessment, code: str) -> list[Coverage]:
    """Return the applicable disclosures named by a reference or a bare code.

    Raises:
        ConfigError: there is none.

    """
    reference = parse_reference(code)
    wanted = reference or Reference("", code.partition("@")[0].partition("#")[0])
    framework = assessment.catalog.id_of(wanted.framework)
    found = [
        c
        for c in assessment.coverage
        if c.disclosure.code.casefold() == wanted.code.casefold()
        and framework in ("", c.disclosure.framework)
        and (wanted.edition or c.disclosure.edition) == c.disclosure.edition
    ]
    if found:
        return found
    raise ConfigError(no_disclosure(assessment, code, reference, wanted.code))


def _paragraph(assessment: Assessment, c: Coverage, language: str | None) -> Iterator[str]:
    for name, text in _facts(assessment, c, language):
        said = rendered(text, language)
        if name == "disclosure":
            yield said
        elif "\n" in said or name in ("reliefs", "tagged", "omitted", "datapoints", "look at", "crosswalk"):
            yield rendered(message("{name}:", name=LABELS[name]), language)
            yield from (f"  {line}" for line in said.split("\n"))
        else:
            yield rendered(joined(COLON, (LABELS[name], said)), language)


def _facts(assessment: Assessment, c: Coverage, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the known facts, in the order of a person's questions; `language` is None for the report's."""
    d, report = c.disclosure, assessment.report
    texts = assessment.catalog.texts.of(d, language or report.language)
    yield "disclosure", message("{uid} {title}", uid=d.uid, title=titled(d.title, report.language))
    yield "status", joined(COLON, (STATUS[c.status], _status(assessment, c)))
    yield "obligation", obligation(assessment, c)
    yield "applies", _edition(assessment, c)
    if texts.summary:
        yield "asks for", texts.summary
    if reliefs := tuple(relief_lines(c, report.language)):
        yield "reliefs", joined(NEW_LINE, reliefs)
    if c.links:
        yield "tagged", joined(NEW_LINE, (_place(assessment, link) for link in c.links))
    if c.omissions:
        yield "omitted", joined(NEW_LINE, (_place(assessment, link) for link in c.omissions))
    if (evidence := evidence_cell(assessment, c, language or report.language)).text:
        yield "evidence", evidence.text
    if d.datapoints or c.answered:
        yield "datapoints", joined(NEW_LINE, _datapoints(c, texts.datapoints, assessment.ticks(c)))
    if not c.links and c.status is not Status.OMITTED and (places := places_to_look(assessment, c)):
        yield "look at", joined(NEW_LINE, (_to_look(assessment, place) for place in places))
    if c.relatives:
        yield "crosswalk", joined(NEW_LINE, dict.fromkeys(_relative(relative) for relative in c.relatives))
    unverified = message("unverified: check it against the framework's text")
    basis = unverified if d.basis == Basis.UNVERIFIED else BASIS[d.basis]
    defined = message("{what} ({more})", what=basis, more=d.source)
    yield "definition", joined(SEMICOLON, (defined, d.note)) if d.note else defined


def _relative(relative: Relative) -> Message:
    x = relative.crosslink
    text = relative.links[0].statement.text
    values = {"text": text, "relation": RELATION[x.relation], "basis": BASIS[x.basis], "source": x.source}
    if relative.whole:
        return message("{text} would answer it ({relation}, {basis}: {source})", **values)
    return message("{text} is related ({relation}, {basis}: {source})", **values)


def _status(assessment: Assessment, c: Coverage) -> Message:
    """Return the reason for the status."""
    d = c.disclosure
    match c.status:
        case Status.DISCLOSED if c.by_crosswalk:
            return message("through a crosswalk")
        case Status.DISCLOSED:
            return message("tagged") if c.links else message("all parts disclosed")
        case Status.PARTIAL if c.links:
            return message("some datapoints have no tag")
        case Status.PARTIAL:
            rows = assessment.coverage
            parts = [x for x in rows if (x.disclosure.framework, x.disclosure.parent) == (d.framework, d.code)]
            lacking = [x.disclosure.code for x in parts if x.status in (Status.MISSING, Status.PARTIAL)]
            return message("not fully disclosed in {codes}", codes=joined(COMMA, lacking))
        case Status.OMITTED:
            return message("explained with an accepted reason")
        case Status.MISSING if c.reported_with:
            return message("no tag or valid omission; reported with {code}", code=c.reported_with)
        case Status.MISSING:
            return message("no tag or valid omission")
        case Status.NOT_REQUIRED:
            return message("not tagged, and not required")
    return message("the profile does not set {keys}", keys=joined(AND, (ASKED[key] for key in c.decision.missing)))


def _edition(assessment: Assessment, c: Coverage) -> Message:
    d, report = c.disclosure, assessment.report
    by_publication = d.in_force.by == "publication-date"
    days = days_in_force(d.in_force)
    weighed = (
        message("publication {days}", days=days)
        if by_publication
        else message("financial years beginning {days}", days=days)
    )
    day = report.publication if by_publication else report.year_start
    edition = message("edition {edition}: {weighed}", edition=d.edition, weighed=weighed)
    this = message("this report: {day}", day=str(day))
    if by_publication and report.publication_is_estimated:
        this = message("{this} (an estimate: the day of publication is not set in the project file)", this=this)
    parts = [edition, this]
    if any(x.edition for x in report.claims if x.framework == d.framework):
        parts.append(message("set by the project file or an option"))
    return joined(SEMICOLON, parts)


def _to_look(assessment: Assessment, place: PlaceToLook) -> Message:
    """Return a place to look at as text: a tag as it is listed, a passage with the words that support it."""
    if place.link:
        return _place(assessment, place.link)
    document = assessment.report.documents[place.document]
    at = message("{place} in {where}", place=place.span.location, where=_where(document, place.span))
    found = message("{place}: {text}", place=at, text=_shown(document.passages[place.span.first].text))
    return message("{what} ({more})", what=found, more=joined(COMMA, place.matched)) if place.matched else found


def _place(assessment: Assessment, link: Link) -> Message:
    statement = link.statement
    document = assessment.report.documents[link.document]
    reason = (
        statement.explanation
        if isinstance(statement, Omission)
        else statement.span.text
        or next(
            (p.text for p in document.passages[statement.span.first : statement.span.last] if p.kind != "heading"), ""
        )
    )
    what: str = statement.text
    if isinstance(statement, Omission):
        what = message("[{reason}] {text}", reason=statement.reason or message("no reason"), text=statement.text)
    at, where = str(statement.span.location), _where(document, statement.span)
    return message("{place} {what} in {where}: {text}", place=at, what=what, where=where, text=_shown(reason))


def _where(document: Document, span: Span) -> str:
    path = " > ".join(s.title for s in document.path_of(span.section) if s.title)
    return message("{section}, page {page}", section=path, page=span.page) if span.page else path


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _datapoints(c: Coverage, titles: Mapping[str, str], ticks: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    optional = {p.id for p in c.disclosure.datapoints if p.optional}
    names = list(titles) if set(c.answered) | set(c.open) <= set(titles) else [*c.answered, *c.open]
    for name in names:
        mark = "x" if name in ticks else " "
        line = joined(COLON, (f"[{mark}] {name}", titles[name])) if name in titles else f"[{mark}] {name}"
        if tick := ticks.get(name):
            line = message("{what} ({more})", what=line, more=joined(COMMA, tick))
        yield message("{datapoint} (optional)", datapoint=line) if name in optional else line
