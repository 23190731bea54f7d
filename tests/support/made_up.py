"""A made-up framework, small enough to read at a glance, and reports on it."""

from dataclasses import replace
from datetime import date

from disclosure_index.assessment.coverage import Coverage, cover
from disclosure_index.assessment.linking import Link, applicable, link
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import (
    Basis,
    Claim,
    Crosslink,
    Datapoint,
    Disclosure,
    Edition,
    Framework,
    InForce,
    Obligation,
    ObligationRule,
    Profile,
    Reason,
    Relation,
    Report,
)
from tests.support.reports import report

FROM_2020, FROM_2026, FROM_2030 = (InForce(start=date(year, 1, 1)) for year in (2020, 2026, 2030))
ASKED_OF = {
    "mandatory": (ObligationRule(Obligation.MANDATORY),),
    "explain": (ObligationRule(Obligation.COMPLY_OR_EXPLAIN),),
    "recommended": (ObligationRule(Obligation.RECOMMENDED),),
    "voluntary": (),
    "main board": (ObligationRule(Obligation.MANDATORY, board=("main-board",)),),
    "since 2026": (ObligationRule(Obligation.MANDATORY, since=date(2026, 1, 1)),),
}


def asks(code: str, obligation: str = "explain", edition: str = "1", **facts: object) -> Disclosure:
    """Return a disclosure of the framework "toy", with the obligation of this name."""
    whole = Disclosure("toy", code, edition, {"en": code}, obligation=ASKED_OF[obligation])
    return whole._replace(**facts)


def framework(*disclosures: Disclosure, **facts: object) -> Framework:
    """Return the framework "toy" with these disclosures; it accepts one reason for omissions."""
    reasons = (Reason("not-material", {"en": "Not material"}),)
    spans = {(d.part, d.edition): d.in_force for d in disclosures}
    editions = tuple(Edition(id, part, {"en": id}, span) for (part, id), span in spans.items())
    made = Framework("toy", "TOY", {"en": "Toy"}, "", reasons=reasons, editions=editions, disclosures=disclosures)
    return made._replace(**facts)


PARTS = {"datapoints": (Datapoint("x", "X"), Datapoint("y", "Y"), Datapoint("z", "Z", optional=True))}
TOY = framework(
    asks("M", "mandatory"),
    asks("C"),
    asks("R", "recommended"),
    asks("V", "voluntary"),
    asks("U", "main board"),
    asks("K", omission_allowed=False),
    asks("P", **PARTS),
    asks("L", requirements=("a", "b"), **PARTS),
    # A heading over three, one of which is background that no report must answer.
    asks("H", heading=True),
    asks("H1", parent="H"),
    asks("H2", parent="H"),
    asks("H3", parent="H", required=False),
    # A heading over a heading; the deepest is the strictest.
    asks("D", "recommended", heading=True),
    asks("D1", "recommended", parent="D", heading=True),
    asks("D1a", "mandatory", parent="D1"),
    asks("D1b", "recommended", parent="D1"),
    asks("D2", "recommended", parent="D"),
    # Headings with children of several kinds.
    asks("O", heading=True),
    asks("O1", parent="O"),
    asks("O2", parent="O", omission_allowed=False),
    asks("B", "voluntary", heading=True),
    asks("B1", parent="B", required=False),
    asks("W", "voluntary", heading=True),
    asks("W1", "voluntary", parent="W"),
    asks("W2", "main board", parent="W"),
    asks("W3", parent="W"),
)
OTHER = Framework(
    "other", "OTHER", {"en": "Other"}, "",
    disclosures=tuple(Disclosure("other", code, "1", {"en": code}) for code in ("E", "S", "G", "I")),
)  # fmt: skip


def related(code: str, relation: Relation, to: str) -> Crosslink:
    """Return the relation of a disclosure of "toy" to one of "other"."""
    return Crosslink(f"toy:{code}", f"other:{to}", relation, Basis.VERIFIED)


CROSSWALK = (
    related("M@1", Relation.EQUIVALENT, "E@1"),
    related("C", Relation.SUBSET, "S"),
    related("R", Relation.SUPERSET, "G"),
    related("V", Relation.INTERSECTS, "I"),
)
CATALOG = Catalog({"toy": TOY, "other": OTHER}, CROSSWALK)


def tag(references: str, reviewed: str = "") -> str:
    """Return a tagged paragraph."""
    mark = f' data-reviewed="{reviewed}"' if reviewed else ""
    return f'<p data-disclosure="{references}"{mark}>Text.</p>'


def omit(references: str, reason: str = "not-material", words: str = "None here.", reviewed: str = "") -> str:
    """Return a paragraph that explains an omission."""
    mark = f' data-reviewed="{reviewed}"' if reviewed else ""
    return f'<p data-omission="{references}" data-reason="{reason}"{mark}>{words}</p>'


def made(
    body: str = "",
    claims: str = "toy",
    year: int = 2024,
    board: str = "",
    industries: tuple[str, ...] = (),
    **facts: object,
) -> Report:
    """Return a report on these frameworks."""
    return report(
        body or "<p>Text.</p>",
        claims=dict.fromkeys(claims.split(), ""),
        year=date(year, 1, 1),
        profile=Profile("hkex", board, "other", industries),
        **facts,  # type: ignore[arg-type]
    )


def links(given: Report, catalog: Catalog = CATALOG) -> list[Link]:
    """Return the linked tags and omissions of a report."""
    tags, omissions = link(given, catalog, applicable(given, catalog))
    return [*tags, *omissions]


def coverage(given: Report, catalog: Catalog = CATALOG) -> dict[str, Coverage]:
    """Return the coverage of each disclosure, by code, or by code and edition where two share it."""
    current = applicable(given, catalog)
    rows = cover(given, catalog, current, *link(given, catalog, current))
    codes = [row.disclosure.code for row in rows]
    return {row.disclosure.code if codes.count(row.disclosure.code) == 1 else row.disclosure.uid: row for row in rows}


def with_claim(given: Report, edition: str) -> Report:
    """Return the report with a claim of a named edition."""
    first, *rest = given.claims
    return replace(given, claims=(Claim(first.framework, first.claim, edition or None, first.location), *rest))
