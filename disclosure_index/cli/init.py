"""``disclosure-index init``: a project file for a folder of sources."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.cli.writing import write
from disclosure_index.config import FILE_NAME, CannotLookError, ConfigError
from disclosure_index.model import LANGUAGES, Document, in_language
from disclosure_index.sources.xhtml import read_xhtml

SUFFIXES = (".xhtml", ".xml", ".html")


@click.command(name="init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--issuer", default="", help="The company's name.")
@click.option("--year-end", metavar="YYYY-MM-DD", help="Last day of the financial year.")
def command(folder: Path, issuer: str, year_end: str | None) -> None:
    """Write a project file for the sources in a folder. What it guesses is marked for you to confirm.

    Example: disclosure-index init my-report --issuer "Harbour Ferries" --year-end 2025-12-31
    """
    if not folder.is_dir():
        raise CannotLookError(f"{folder}: error: no such folder")
    target = folder / FILE_NAME
    if target.exists():
        raise ConfigError(f"{target}: error: is there already; edit it, or remove it first")
    documents = list(_documents(folder))
    if not documents:
        raise CannotLookError(f"{folder}: error: no source here; it looks for {', '.join(SUFFIXES)}")
    write(_project_file(documents, issuer, _last_day(year_end)), target)
    click.echo(f"{target}: written; confirm what is marked as a guess, then: disclosure-index check {folder}", err=True)


def _last_day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f'"{text}" is no day; write it 2025-12-31', param_hint="--year-end") from None


def _documents(folder: Path) -> Iterable[tuple[str, Document]]:
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and path.is_file():
            document = read_xhtml(path.read_bytes(), str(path), "")
            for finding in document.findings:
                if finding.blind:
                    raise CannotLookError(f"{finding.location}: error: {finding.message}")
            yield path.name, document


def _project_file(documents: list[tuple[str, Document]], issuer: str, end: date | None) -> str:
    title = next((d.title for _, d in documents if d.title), "")
    year_end = end or date(date.today().year - 1, 12, 31)
    next_day = year_end.replace(day=28) if (year_end.month, year_end.day) == (2, 29) else year_end
    start = date.fromordinal(next_day.replace(year=year_end.year - 1).toordinal() + 1)
    lines = [
        "# What this report is, and what it is checked against.",
        "",
        "[report]",
        f"title = {_quoted(title or 'Sustainability report')}" + ("" if title else "  # a guess: confirm"),
        f"issuer = {_quoted(issuer or 'Name of the issuer')}" + ("" if issuer else "  # a guess: confirm"),
        f"financial-year = {{ start = {start}, end = {year_end} }}" + ("" if end else "  # a guess: confirm"),
        "# published = 2026-04-30  # decides which GRI Standards apply",
    ]
    for name, document in documents:
        language = _language(document)
        mark = "" if language else "  # a guess: confirm"
        lines += ["", "[[documents]]", f"path = {_quoted(name)}", f"language = {_quoted(language or 'en')}{mark}"]
    lines += [
        "",
        "[profile]",
        '# exchange = "hkex"',
        '# board = "main-board"  # or gem',
        '# size = "other"  # or large-cap: in the Hang Seng Composite LargeCap Index throughout the year before',
        '# industries = ["CG-EC"]  # SASB',
    ]
    return "\n".join([*lines, *_frameworks([d for _, d in documents])]) + "\n"


def _language(document: Document) -> str:
    """Give the language that the text itself declares, "" where it declares none that we know."""
    counts = [(sum(p.language == language for p in document.passages), language) for language in LANGUAGES]
    most, language = max(counts)
    return language if most else ""


def _frameworks(documents: list[Document]) -> list[str]:
    """Name the frameworks that are tagged; hkex-esg where none is, to start with something."""
    catalog = load_frameworks(parts={"sasb": []})
    tagged = {t.reference.framework for d in documents for t in d.tags if t.reference}
    chosen = [id for id in catalog.known if id in tagged] or ["hkex-esg"]
    lines = []
    for id in chosen:
        framework = catalog.frameworks[id]
        note = "# a guess from the tags" if id in tagged else "# a guess: nothing is tagged yet"
        lines += ["", f"[[frameworks]]  {note}: {in_language(framework.title, 'en')}", f"id = {_quoted(id)}"]
        if framework.claims:
            others = f"; or {', '.join(framework.claims[:-1])}" if framework.claims[:-1] else ""
            lines.append(f"claim = {_quoted(framework.claims[-1])}  # a guess: confirm{others}")
    return lines


def _quoted(text: str) -> str:
    """Write a TOML basic string."""
    escaped = "".join(c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in text)
    return f'"{escaped}"'
