"""A new project file as text. What was guessed is marked, for a person to confirm."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from disclosure_index.importing.metadata import first_day
from disclosure_index.model import Framework, in_language
from disclosure_index.toml.writing import quoted

GUESS = "  # a guess: confirm"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a project file says; an empty value is not known, and a value in `guessed` is not certain."""

    title: str = ""
    issuer: str = ""
    start: date | None = None
    end: date | None = None
    documents: Sequence[tuple[str, str]] = ()  # file, language
    claims: Mapping[str, str] | None = None  # framework -> claim
    stated: Mapping[str, str] = field(default_factory=dict)  # framework -> where the report says so
    industries: Sequence[str] = ()
    guessed: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)  # by disclosure
    notes: Mapping[str, str] = field(default_factory=dict)


def project_file(facts: Facts, frameworks: Mapping[str, Framework]) -> str:
    """Write the file. The frameworks are those that `facts.claims` names: none is written without a sign of it."""
    return "\n".join(_lines(facts, frameworks)) + "\n"


def _lines(facts: Facts, frameworks: Mapping[str, Framework]) -> Iterator[str]:
    end = facts.end or date(date.today().year - 1, 12, 31)
    start = facts.start or first_day(end)
    year_mark = GUESS if "year" in facts.guessed or not facts.end else ""
    yield "# What this report is, and what it is checked against."
    yield ""
    yield "[report]"
    yield _text("title", facts.title, "Sustainability report", "title" in facts.guessed)
    yield _text("issuer", facts.issuer, "Name of the issuer", "issuer" in facts.guessed)
    yield f"financial-year = {{ start = {start}, end = {end} }}{year_mark}"
    yield "# published = 2026-04-30  # the day of publication decides which GRI Standards apply"
    for path, language in facts.documents:
        mark = "" if language and "language" not in facts.guessed else GUESS
        yield ""
        yield "[[documents]]"
        yield f"path = {quoted(path)}"
        yield f'language = "{language or "en"}"{mark}'
    yield from _profile(facts.industries, frameworks)
    if not facts.claims:
        yield ""
        yield "# No framework was recognised. Add each that the report answers:"
        yield "# [[frameworks]]"
        yield f'# id = "…"  # one of {", ".join(sorted(frameworks))}'
    for id, claim in (facts.claims or {}).items():
        note = facts.stated.get(id, "what is tagged")
        yield ""
        yield f"[[frameworks]]  # a guess from {note}: {in_language(frameworks[id].title, 'en')}"
        yield f'id = "{id}"'
        if claim:
            others = [other for other in frameworks[id].claims if other != claim]
            yield f'claim = "{claim}"{GUESS}' + (f"; or {', '.join(others)}" if others else "")
    yield from _table("owners", facts.owners)
    yield from _table("notes", facts.notes)


def _table(name: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"[{name}]"
        yield from (f"{quoted(key)} = {quoted(entries[key])}" for key in sorted(entries))


def _profile(industries: Iterable[str], frameworks: Mapping[str, Framework]) -> Iterator[str]:
    yield ""
    yield "[profile]"
    yield '# exchange = "hkex"'
    yield '# board = "main-board"  # or gem'
    yield '# size = "other"  # or large-cap: in the Hang Seng Composite LargeCap Index throughout the year before'
    listed = ", ".join(f'"{industry}"' for industry in industries)
    if listed:
        yield f"industries = [{listed}]{GUESS}"
    for framework in frameworks.values():
        if (example := framework.conventions.select_example) and not listed:
            yield f'# industries = ["{example}"]  # {framework.short}'


def _text(key: str, value: str, otherwise: str, guessed: bool) -> str:
    return f"{key} = {quoted(value or otherwise)}{GUESS if guessed or not value else ''}"
