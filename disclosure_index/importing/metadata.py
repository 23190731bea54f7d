"""The facts of a report on itself: language, title, year, issuer and the frameworks it claims, with their evidence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from disclosure_index.catalog.store import Catalog
from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.financial_year import financial_year
from disclosure_index.importing.issuer import issuer
from disclosure_index.importing.report_title import report_title
from disclosure_index.importing.statements_of_use import IN_ACCORDANCE, PrintedStatement, statements_of_use
from disclosure_index.model import Document, Framework, estimated_publication, known_language
from disclosure_index.reading.languages.detection import detected_language, is_known

_LONG = 80
"""Characters of a passage from which the language is detected."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The facts found; an empty value was not found."""

    language: str
    title: str
    issuer: str
    start: date | None
    end: date | None
    claims: Mapping[str, str]  # framework -> claim
    stated: Mapping[str, PrintedStatement] = field(default_factory=dict)  # framework -> the statement
    evidence: Mapping[str, Evidence] = field(default_factory=dict)  # title, issuer, year -> the statement
    aliases: Mapping[str, str] = field(default_factory=dict)  # framework -> the alias by which the report names it


def detect(document: Document, catalog: Catalog, claimed: Iterable[str], latest: date | None = None) -> Guess:
    """Find the facts of the project file in a document and the frameworks whose codes it claims.

    No fact is inferred from an absence: a framework is one of `claimed`, or the report states that
    it follows it; the year and the issuer are stated in the report, or empty.

    Args:
        document: from any reader.
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
    published = min(latest or date.today(), estimated_publication(year.end)) if year else None  # noqa: DTZ011
    claims, stated = _claims(document, catalog, list(dict.fromkeys(claimed)), published)
    return Guess(
        language if is_known(language) else "",
        title,
        name,
        year.start if year else None,
        year.end if year else None,
        claims,
        stated,
        evidence,
        {id: alias for id in claims if (alias := _alias(catalog.frameworks[id], text))},
    )


def _alias(framework: Framework, text: str) -> str:
    """Return the alias that a report prints more often than the framework's own name; "" for none."""
    most, alias = text.count(framework.short), ""
    for other in framework.aliases:
        if (number := text.count(other.short)) > most:
            most, alias = number, other.id
    return alias


def _claims(
    document: Document, catalog: Catalog, claimed: list[str], published: date | None
) -> tuple[dict[str, str], dict[str, PrintedStatement]]:
    """Return the frameworks with the claim for each, and the statement that makes it."""
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
        claim = best.claim if best and best.claim in known else known[-1] if known else ""
        claims[id] = _made_then(claim, catalog.frameworks[id], document, names.get(id), published)
        if best:
            stated[id] = best
    return claims, stated


def _made_then(
    claim: str, framework: Framework, document: Document, name: re.Pattern[str] | None, published: date | None
) -> str:
    """Return a claim, or its predecessor at the time of the report's publication.

    Of several it is the one whose word is beside the framework's name ("GRI Standards: Core option").
    """
    never = {period.claim for period in framework.claim_periods if published and not period.holds(published)}
    others = [other for other in framework.claims if other not in never]
    if claim not in never or not others:
        return claim
    naming = [p.text for p in document.passages if name and re.search(name.pattern, p.text, re.IGNORECASE)]
    counts = Counter(other for other in others for text in naming if re.search(rf"\b{other}\b", text, re.IGNORECASE))
    return max(others, key=lambda other: (counts[other], -others.index(other)))


def _follows(framework: Framework, statements: Iterable[PrintedStatement]) -> bool:
    """Whether the report itself states that it follows a framework.

    A framework without a claim "with reference" is not claimed by a reference to it: companies listed elsewhere also
    refer to the Hong Kong Code.
    """
    return any(s.of_itself and (s.claim in ("", IN_ACCORDANCE, *framework.claims)) for s in statements)
