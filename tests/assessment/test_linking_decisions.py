"""Which disclosure a tag means: the rows below are the specification of linking.

The framework is the one of ``tests/support/made_up.py``, with editions of three years.
"""

from datetime import date

import pytest

from disclosure_index.assessment.linking import LinkStatus, applicable, link, reference_to, weighed_year
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Conventions, InForce
from tests.support.made_up import FROM_2020, FROM_2026, FROM_2030, OTHER, asks, framework, links, made, tag, with_claim

UNTIL_2020 = InForce(end=date(2020, 1, 1))
BY_PUBLICATION = InForce("publication-date", date(2025, 4, 30))
UNISSUED = InForce(start=date(2030, 1, 1), issued=date(2029, 1, 1))
EARLIER = (
    asks("GONE", edition="2010", in_force=UNTIL_2020),
    asks("KEPT", edition="2010", in_force=UNTIL_2020),
    asks("KEPT", edition="2020", in_force=FROM_2020),
    asks("NOW", edition="2020", in_force=FROM_2020),
    # A code that two parts share, both in force; the newer one is listed first.
    asks("TWO", edition="2016", in_force=FROM_2020, part="q"),
    asks("TWO", edition="2012", in_force=FROM_2020, part="r"),
    asks("NEXT", edition="2026", in_force=FROM_2026),
    asks("NEXT", edition="2030", in_force=FROM_2030),
    asks("PRINTED", edition="2025", in_force=BY_PUBLICATION, part="s"),
    # A code that was withdrawn and comes again, for something else; one that nobody has issued yet.
    asks("AGAIN", edition="2010", in_force=UNTIL_2020, part="t"),
    asks("AGAIN", edition="2026", in_force=FROM_2026, part="t"),
    asks("UNHEARD", edition="2030", in_force=UNISSUED, part="u"),
    asks("LATER", edition="2010", in_force=UNTIL_2020, part="u"),
    asks("LATER", edition="2030", in_force=UNISSUED, part="u"),
    asks("ISSUED", edition="2010", in_force=UNTIL_2020, part="v"),
    asks("ISSUED", edition="2026", in_force=InForce(start=date(2026, 1, 1), issued=date(2024, 6, 1)), part="v"),
)
EARLY = Catalog({"toy": framework(*EARLIER, early_use=True), "other": OTHER})
LATE = Catalog({"toy": framework(*EARLIER), "other": OTHER})
COVERS, MALFORMED, NO_FRAMEWORK, UNKNOWN, WRONG, AMBIGUOUS, UNWANTED = LinkStatus

# situation, the reference, whether the framework allows early use, the status, the disclosure meant, the candidates
MEANT = [
    ("in force", "toy:NOW", True, COVERS, "NOW@2020", "NOW@2020"),
    ("in force, with its edition", "toy:NOW@2020", True, COVERS, "NOW@2020", "NOW@2020"),
    ("in force, in other case", "Toy:now", True, COVERS, "NOW@2020", "NOW@2020"),
    ("of two editions the one in force", "toy:KEPT", True, COVERS, "KEPT@2020", "KEPT@2010 KEPT@2020"),
    ("the edition that is over", "toy:KEPT@2010", True, WRONG, "KEPT@2010", "KEPT@2010 KEPT@2020"),
    ("an edition that never was", "toy:KEPT@1999", True, WRONG, None, "KEPT@2010 KEPT@2020"),
    ("a code that is over", "toy:GONE", True, WRONG, "GONE@2010", "GONE@2010"),
    ("no such code", "toy:NONE", True, UNKNOWN, None, ""),
    ("no such code, with an edition", "toy:NONE@2020", True, UNKNOWN, None, ""),
    ("no such framework", "unheard-of:NOW", True, NO_FRAMEWORK, None, ""),
    ("not of the form of a reference", "toy NOW", True, MALFORMED, None, ""),
    ("a framework that the report does not claim", "other:E", True, UNWANTED, "E@1", "E@1"),
    ("two in force share the code: the newer", "toy:TWO", True, AMBIGUOUS, "TWO@2016", "TWO@2016 TWO@2012"),
    ("two share the code, and one is named", "toy:TWO@2012", True, COVERS, "TWO@2012", "TWO@2016 TWO@2012"),
    ("not in force yet: the newest", "toy:NEXT", True, COVERS, "NEXT@2030", "NEXT@2026 NEXT@2030"),
    ("not in force yet, and one is named", "toy:NEXT@2026", True, COVERS, "NEXT@2026", "NEXT@2026 NEXT@2030"),
    ("not in force yet, and not allowed before", "toy:NEXT", False, WRONG, "NEXT@2030", "NEXT@2026 NEXT@2030"),
    ("withdrawn, and coming again: either", "toy:AGAIN", True, AMBIGUOUS, "AGAIN@2026", "AGAIN@2010 AGAIN@2026"),
    ("coming again, with its edition", "toy:AGAIN@2026", True, COVERS, "AGAIN@2026", "AGAIN@2010 AGAIN@2026"),
    ("withdrawn, and nothing is allowed before", "toy:AGAIN", False, WRONG, "AGAIN@2026", "AGAIN@2010 AGAIN@2026"),
    ("not issued yet: no early use", "toy:UNHEARD", True, WRONG, "UNHEARD@2030", "UNHEARD@2030"),
    ("withdrawn, and the next not issued yet", "toy:LATER", True, WRONG, "LATER@2010", "LATER@2010 LATER@2030"),
    ("withdrawn, and the next issued in the course of the year: either", "toy:ISSUED", True, AMBIGUOUS, "ISSUED@2026",
     "ISSUED@2010 ISSUED@2026"),
    ("in force on the day of publication", "toy:PRINTED", False, COVERS, "PRINTED@2025", "PRINTED@2025"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "early", "status", "meant", "candidates"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT]
)
def test_what_a_tag_means(reference: str, early: bool, status: LinkStatus, meant: str | None, candidates: str) -> None:
    body = f'<p data-disclosure="{reference}">Text.</p>' if " " not in reference else tag("toy-NOW")
    [found] = links(made(body), EARLY if early else LATE)
    assert found.status == status
    assert (f"{found.disclosure.code}@{found.disclosure.edition}" if found.disclosure else None) == meant
    assert [f"{d.code}@{d.edition}" for d in found.candidates] == candidates.split()


# situation, the reference, the edition that the claim names, the status
NAMED = [
    ("of the edition that is named", "toy:NEXT", "2026", COVERS),
    ("in force by its day, but of another edition", "toy:NOW", "2026", WRONG),
    ("later than the edition that is named: no early use", "toy:NEXT@2030", "2026", WRONG),
    ("of an old edition that is named", "toy:KEPT", "2010", COVERS),
]


@pytest.mark.parametrize(("reference", "edition", "status"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_a_claim_that_names_its_edition(reference: str, edition: str, status: LinkStatus) -> None:
    [found] = links(with_claim(made(tag(reference)), edition), EARLY)
    assert found.status == status


# situation, the day of publication, the status of what goes by that day
PUBLISHED = [
    ("on its first day", date(2025, 4, 30), COVERS),
    ("the day before", date(2025, 4, 29), WRONG),
    ("not known: four months after the year", None, COVERS),
]


@pytest.mark.parametrize(("published", "status"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED])
def test_an_edition_by_the_day_of_publication(published: date | None, status: LinkStatus) -> None:
    [found] = links(made(tag("toy:PRINTED"), published=published), LATE)
    assert found.status == status


def test_before_its_day_of_publication_it_may_be_used_early() -> None:
    [found] = links(made(tag("toy:PRINTED"), published=date(2025, 4, 29)), EARLY)
    assert found.status == COVERS


INDUSTRIES = framework(
    asks("X", part="CG-EC"), asks("Y", part="TR-MT"), conventions=Conventions(select_by="industry"),
)  # fmt: skip


# situation, the industries of the issuer, the reference, the status, the codes that apply
SELECTED = [
    ("its industry", ("CG-EC",), "toy:X", COVERS, ["X"]),
    ("its industry, in other case", ("cg-ec",), "toy:X", COVERS, ["X"]),
    ("another industry", ("CG-EC",), "toy:Y", UNWANTED, ["X"]),
    ("two industries", ("TR-MT", "CG-EC"), "toy:Y", COVERS, ["X", "Y"]),
    ("no industry", (), "toy:X", UNWANTED, []),
]


@pytest.mark.parametrize(
    ("industries", "reference", "status", "codes"), [row[1:] for row in SELECTED], ids=[row[0] for row in SELECTED]
)
def test_a_framework_whose_parts_are_industries(
    industries: tuple[str, ...], reference: str, status: LinkStatus, codes: list[str]
) -> None:
    given, catalog = made(tag(reference), industries=industries), Catalog({"toy": INDUSTRIES})
    [found] = links(given, catalog)
    assert found.status == status
    assert [d.code for d in applicable(given, catalog)["toy"]] == codes


def test_a_part_is_no_industry_where_the_framework_does_not_say_so() -> None:
    whole = INDUSTRIES._replace(conventions=Conventions())
    assert [found.status for found in links(made(tag("toy:X toy:Y")), Catalog({"toy": whole}))] == [COVERS, COVERS]


@pytest.mark.parametrize(("year", "status"), [(2025, AMBIGUOUS), (2026, COVERS)])
def test_a_code_that_comes_again_means_the_new_one_from_its_first_day(year: int, status: LinkStatus) -> None:
    [found] = links(made(tag("toy:AGAIN"), year=year, published=date(year + 1, 4, 30)), EARLY)
    assert (found.status, found.disclosure.edition if found.disclosure else None) == (status, "2026")


# situation, the reference, the datapoints that it names
NAMED_PARTS = [("the whole", "toy:NOW", ()), ("two", "toy:NOW#x,y", ("x", "y")), ("none that can be read", "toy", ())]


@pytest.mark.parametrize(("reference", "parts"), [r[1:] for r in NAMED_PARTS], ids=[r[0] for r in NAMED_PARTS])
def test_the_datapoints_that_a_tag_names(reference: str, parts: tuple[str, ...]) -> None:
    assert [found.datapoints for found in links(made(tag(reference)), EARLY)] == [parts]


# situation, the code and edition, how a tag names it, how it does where the edition may be one used early
WRITTEN = [
    ("one is in force", "KEPT", "2020", "toy:KEPT", "toy:KEPT"),
    ("the edition that is over", "KEPT", "2010", "toy:KEPT@2010", "toy:KEPT@2010"),
    ("two in force share the code", "TWO", "2016", "toy:TWO@2016", "toy:TWO@2016"),
    ("not in force yet", "NEXT", "2026", "toy:NEXT@2026", "toy:NEXT@2026"),
    ("in force from the first day of the year on", "FIRST", "2024", "toy:FIRST", "toy:FIRST"),
    ("applied by the claim, not in force yet", "CLAIMED", "2026", "toy:CLAIMED", "toy:CLAIMED@2026"),
]


@pytest.mark.parametrize(
    ("code", "edition", "written", "early"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN]
)
def test_how_a_tag_names_a_disclosure(code: str, edition: str, written: str, early: str) -> None:
    first = asks("FIRST", edition="2024", in_force=InForce(start=date(2024, 1, 1)), part="w")
    claimed = asks("CLAIMED", edition="2026", in_force=FROM_2026, part="w")
    current = applicable(made(), LATE)
    current = {"toy": (*current["toy"], first, claimed)}
    [d] = [d for d in (*EARLIER, first, claimed) if (d.code, d.edition) == (code, edition)]
    assert reference_to(d, current) == written
    assert reference_to(d, current, ("x", "y")) == f"{written}#x,y"
    assert reference_to(d, {}) == f"toy:{code}@{edition}"
    assert reference_to(d, current, report=made()) == early


# situation, the disclosure, the edition the claim names, the first day of the year that is weighed
WEIGHED = [
    ("no edition is named", asks("A", in_force=FROM_2026), "", date(2024, 1, 1)),
    ("named, and not in force yet", asks("A", in_force=FROM_2026), "1", date(2026, 1, 1)),
    ("named, and in force", asks("A", in_force=FROM_2020), "1", date(2024, 1, 1)),
    ("named, and always in force", asks("A"), "1", date(2024, 1, 1)),
    ("named, and goes by the day of publication", asks("A", in_force=BY_PUBLICATION), "1", date(2024, 1, 1)),
]


@pytest.mark.parametrize(
    ("disclosure", "edition", "day"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED]
)
def test_the_year_that_rules_are_weighed_by(disclosure: object, edition: str, day: date) -> None:
    given = with_claim(made(), edition)
    assert weighed_year(given, given.claims[0], disclosure) == day  # type: ignore[arg-type]


def test_one_spelling_is_one_answer_in_every_document() -> None:
    tags, omissions = link(made(tag("toy:NOW") * 2 + tag("toy:NONE")), EARLY, applicable(made(), EARLY))
    assert [found.status for found in tags] == [COVERS, COVERS, UNKNOWN]
    assert tags[0].candidates is tags[1].candidates
    assert omissions == ()
