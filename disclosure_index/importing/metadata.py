"""What a report says of itself: language, title, year, issuer and the frameworks it claims, each with its evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from disclosure_index.catalog.store import Catalog
from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.financial_year import financial_year
from disclosure_index.importing.issuer import issuer
from disclosure_index.importing.report_title import report_title
from disclosure_index.importing.statements_of_use import IN_ACCORDANCE, PrintedStatement, statements_of_use
from disclosure_index.languages.detection import detected_language, is_known
from disclosure_index.model import Document, Framework, known_language

_LONG = 80
"""Characters of a passage that shows the language."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What was found out; an empty value was not."""

    language: str
    title: str
    issuer: str
    start: date | None
    end: date | None
    claims: Mapping[str, str]  # framework -> claim
    stated: Mapping[str, PrintedStatement] = field(default_factory=dict)  # framework -> where the report says so
    evidence: Mapping[str, Evidence] = field(default_factory=dict)  # title, issuer, year -> where the report says so


def detect(document: Document, catalog: Catalog, claimed: Iterable[str], latest: date | None = None) -> Guess:
    """Find the facts of the project file in a document and the frameworks whose codes it claims.

    Nothing is taken for a fact because something is not there: a framework is one of `claimed`, or the report says that
    it follows it; the year and the issuer are what the report says, or none.

    Args:
        document: as any reader gives it.
        catalog: with the spellings of every framework.
        claimed: the frameworks whose codes it claims.
        latest: the report cannot be about a year after this day's; by default today.
    """
    evidence: dict[str, Evidence] = {}
    title = name = ""
    if titled := report_title(document):
        title, evidence["title"] = titled
    if year := financial_year(document, title, latest or date.today()):  # noqa: DTZ011 - the day of whoever runs it
        evidence["year"] = year.evidence
    if issued := issuer(document, title):
        name, evidence["issuer"] = issued
    text = "\n".join(p.text for p in document.passages)
    language = detected_language(text) or known_language(document.language)
    if shown := next(
        (p for p in document.passages if len(p.text) > _LONG and detected_language(p.text) == language), None
    ):
        evidence["language"] = quoted(shown.page, shown.text[:_LONG])
    claims, stated = _claims(document, catalog, list(dict.fromkeys(claimed)))
    return Guess(
        language if is_known(language) else "",
        title,
        name,
        year.start if year else None,
        year.end if year else None,
        claims,
        stated,
        evidence,
    )


def _claims(
    document: Document, catalog: Catalog, claimed: list[str]
) -> tuple[dict[str, str], dict[str, PrintedStatement]]:
    """Return the frameworks with the claim that is made of each, and the statement that makes it."""
    names = {id: s.stated_as for id, s in catalog.spellings.items() if s.stated_as and id in catalog.frameworks}
    found: dict[str, list[PrintedStatement]] = {}
    for statement in statements_of_use(document, names):
        found.setdefault(statement.framework, []).append(statement)
    following = [id for id, several in found.items() if _follows(catalog.frameworks[id], several)]
    claims, stated = {}, {}
    for id in dict.fromkeys((*claimed, *following)):
        known = catalog.frameworks[id].claims
        several = [s for s in found.get(id, ()) if s.of_itself or (id in claimed and s.claim != IN_ACCORDANCE)]
        best = max(several, key=lambda s: (s.claim == IN_ACCORDANCE, bool(s.claim)), default=None)
        claims[id] = best.claim if best and best.claim in known else known[-1] if known else ""
        if best:
            stated[id] = best
    return claims, stated


def _follows(framework: Framework, statements: Iterable[PrintedStatement]) -> bool:
    """Whether a report follows a framework by its own words.

    What knows no claim "with reference" is not claimed by a reference to it: companies listed elsewhere refer to the
    Hong Kong Code as well.
    """
    return any(s.of_itself and (s.claim in ("", IN_ACCORDANCE, *framework.claims)) for s in statements)
