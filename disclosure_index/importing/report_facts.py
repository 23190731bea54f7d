"""The facts for a project file from imported documents, and the report that they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from disclosure_index.assessment.linking import INDUSTRY, applicable
from disclosure_index.catalog.store import Catalog
from disclosure_index.importing.evidence import Evidence
from disclosure_index.importing.pipeline import Imported
from disclosure_index.importing.printed_days import first_day
from disclosure_index.importing.statements_of_use import PrintedStatement
from disclosure_index.messages import message
from disclosure_index.model import (
    Claim,
    Disclosure,
    Document,
    Finding,
    Framework,
    Location,
    Message,
    NotRead,
    Profile,
    Report,
    estimated_publication,
)
from disclosure_index.project.guesses import words_of_report, words_on_page

_LONGEST_QUOTATION = 160
_TO_PUBLICATION = timedelta(days=540)
"""The longest time between the end of a financial year and the making of its report's file; later files are copies."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The facts of a project file; an empty value is unknown, and a value in `guessed` is uncertain."""

    title: str = ""
    issuer: str = ""
    start: date | None = None
    end: date | None = None
    published: date | None = None
    documents: Sequence[tuple[str, str]] = ()  # file, language
    sources: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    """The source of each file: its name, its digest, and the version of the importer."""
    claims: Mapping[str, str] | None = None  # framework -> claim
    aliases: Mapping[str, str] = field(default_factory=dict)  # framework -> the report's name for it
    stated: Mapping[str, Message] = field(default_factory=dict)  # framework -> the statement
    exchange: str = ""
    board: str = ""  # of the exchange; in `guessed`: the report names it, and nobody has confirmed it
    industries: Sequence[str] = ()
    guessed: frozenset[str] = frozenset()
    evidence: Mapping[str, Message] = field(default_factory=dict)  # title, issuer, year, board -> the statement
    not_read: Sequence[NotRead] = ()
    owners: Mapping[str, str] = field(default_factory=dict)  # by disclosure
    notes: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False  # a new project: mandatory disclosures need evidence


def report_facts(imported: Sequence[Imported], catalog: Catalog) -> ReportFacts:
    """Return the facts that documents state about their report; of several values, the first."""
    guesses = [one.guess for one in imported]
    claims = {id: claim for guess in reversed(guesses) for id, claim in guess.claims.items()}
    tagged = {tag.reference for one in imported for tag in one.document.tags if tag.reference}
    industries = {d.part for reference in tagged for d in catalog.find(reference) if _is_by_industry(d, catalog)}
    first = guesses[0]
    return ReportFacts(
        title=first.title,
        issuer=next((g.issuer for g in guesses if g.issuer), ""),
        start=first.start,
        end=first.end,
        published=_published(imported, first.end),
        documents=[(one.file, one.guess.language) for one in imported],
        claims={id: claims[id] for id in sorted(claims)},
        aliases={id: alias for guess in reversed(guesses) for id, alias in guess.aliases.items() if id in claims},
        stated={
            id: quoted_evidence(guess.stated.get(id) or guess.evidence[id])
            for guess in reversed(guesses)
            for id in claims
            if id in guess.stated or id in guess.evidence
        },
        industries=sorted(industries),
        guessed=frozenset({"title", "issuer", "year", "language"}),
        owners=imported[0].owners,
        notes=imported[0].notes,
        evidence={
            key: quoted_evidence(said)
            for guess in reversed(guesses)
            for key, said in guess.evidence.items()
            if key == "issuer" or guess is first
        },
        not_read=[entry for one in imported for entry in one.not_read],
    )


def report_of(imported: Sequence[Imported], facts: ReportFacts, year_end: date) -> Report:
    """Return the report that `check` would read if the documents were written and the facts confirmed.

    Args:
        imported: its documents.
        facts: from `report_facts`.
        year_end: the last day of its financial year, if the facts have none.
    """
    end = facts.end or year_end
    return Report(
        title=facts.title,
        issuer=facts.issuer,
        year_start=facts.start or first_day(end),
        year_end=end,
        published=facts.published or estimated_publication(end),
        profile=Profile(industries=tuple(facts.industries)),
        claims=tuple(Claim(id, claim) for id, claim in (facts.claims or {}).items()),
        documents=tuple(one.document for one in imported),
        owners={key.casefold(): owner for key, owner in facts.owners.items()},
        notes={key.casefold(): note for key, note in facts.notes.items()},
        published_is_estimate=True,
        not_read=tuple(facts.not_read),
    )


def without_inapplicable(facts: ReportFacts, catalog: Catalog) -> tuple[ReportFacts, list[str]]:
    """Return the facts without the frameworks that have no applicable disclosure, and the ids of these."""
    claims = facts.claims or {}
    if facts.start is None or facts.end is None:
        return facts, []
    found = applicable(report_of((), facts, facts.end), catalog)
    dropped = [id for id in claims if not found[id]]
    return replace(facts, claims={id: claim for id, claim in claims.items() if id not in dropped}), dropped


def no_edition_finding(framework: Framework, document: Document) -> Finding:
    """Return the finding on a framework that is left out because no disclosure of it applies."""
    problem = message(
        "The report follows {framework}, of which no edition and no part that is defined applies to it, so it is not "
        "written into the project file",
        framework=framework.short,
    )
    hint = message("Correct the financial year, or add the framework with an edition or an industry")
    return Finding("DI118", problem, Location(document.path), hint, framework=framework.id, unchecked=True)


def _published(imported: Iterable[Imported], end: date | None) -> date | None:
    """Return the day on which the files were made, if it is a plausible day of publication for that financial year."""
    made = max((one.made for one in imported if one.made), default=None)
    return made if made and end and end < made <= end + _TO_PUBLICATION else None


def quoted_evidence(statement: PrintedStatement | Evidence) -> Message:
    """Return the evidence for a claim as a comment: on one line, without control characters."""
    words = " ".join(statement.words.split())
    words = "".join(c for c in words if c.isprintable())[:_LONGEST_QUOTATION]
    if statement.page:
        return words_on_page(statement.page, words)
    return words_of_report(words)


def _is_by_industry(disclosure: Disclosure, catalog: Catalog) -> bool:
    return catalog.frameworks[disclosure.framework].conventions.select_by == INDUSTRY
