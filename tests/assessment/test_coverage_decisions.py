"""What each disclosure comes to: the rows below are the specification of coverage.

The framework is the one of ``tests/support/made_up.py``: the letter of a code says what it is for.
"""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.obligations import Decision
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import (
    Disclosure,
    Framework,
    InForce,
    Obligation,
    ObligationRule,
    Reason,
    Relief,
    Status,
)
from tests.support.made_up import (
    CATALOG,
    FROM_2020,
    FROM_2026,
    FROM_2030,
    asks,
    coverage,
    framework,
    made,
    omit,
    tag,
    with_claim,
)

DISCLOSED, PARTIAL, OMITTED, MISSING, NOT_REQUIRED, UNDETERMINED = (
    Status.DISCLOSED,
    Status.PARTIAL,
    Status.OMITTED,
    Status.MISSING,
    Status.NOT_REQUIRED,
    Status.UNDETERMINED,
)

# situation, the body of the report, the board of the issuer, the status of each code
STATUSES = [
    ("mandatory, and nothing is said", "", "", {"M": MISSING}),
    ("comply-or-explain, and nothing is said", "", "", {"C": MISSING}),
    ("recommended, and nothing is said", "", "", {"R": MISSING}),
    ("voluntary, and nothing is said", "", "", {"V": NOT_REQUIRED}),
    ("it depends on the board, which is not known", "", "", {"U": UNDETERMINED}),
    ("it depends on the board, and this one is asked", "", "main-board", {"U": MISSING}),
    ("it depends on the board, and this one is not asked", "", "gem", {"U": NOT_REQUIRED}),
    ("background, of which nothing is said", "", "", {"H3": NOT_REQUIRED}),
    ("what nobody asks for is disclosed all the same", tag("toy:V"), "", {"V": DISCLOSED}),
    ("undetermined, and disclosed", tag("toy:U"), "", {"U": DISCLOSED}),
    ("a tag of another code", tag("toy:C"), "", {"C": DISCLOSED, "R": MISSING}),
    ("a tag that no code fits", tag("toy:ZZ"), "", {"M": MISSING}),
    # Omissions.
    ("explained", omit("toy:C"), "", {"C": OMITTED}),
    ("explained, where it is only recommended", omit("toy:R"), "", {"R": OMITTED}),
    ("explained, where nothing is asked", omit("toy:V"), "", {"V": OMITTED}),
    ("explained, where the profile does not say enough", omit("toy:U"), "", {"U": OMITTED}),
    ("explained, where it turns out mandatory", omit("toy:U"), "main-board", {"U": MISSING}),
    ("mandatory, and explained: it stays a gap", omit("toy:M"), "", {"M": MISSING}),
    ("the framework lets nobody omit it", omit("toy:K"), "", {"K": MISSING}),
    ("omitted for a reason the framework does not know", omit("toy:C", reason="busy"), "", {"C": MISSING}),
    ("omitted without a word", omit("toy:C", words=""), "", {"C": MISSING}),
    ("tagged and omitted: the tag counts", tag("toy:C") + omit("toy:C"), "", {"C": DISCLOSED}),
    ("one omission invalid, another valid", omit("toy:C", reason="busy") + omit("toy:C"), "", {"C": OMITTED}),
    # Headings.
    ("nothing below a heading is said", "", "", {"H": MISSING, "H1": MISSING, "H2": MISSING}),
    ("the heading is tagged: all below is disclosed", tag("toy:H"), "", dict.fromkeys(("H", "H1", "H2"), DISCLOSED)),
    ("one of two children", tag("toy:H1"), "", {"H": PARTIAL, "H1": DISCLOSED, "H2": MISSING}),
    ("both children: the background does not count", tag("toy:H1 toy:H2"), "", {"H": DISCLOSED, "H3": NOT_REQUIRED}),
    ("the background alone discloses no heading", tag("toy:H3"), "", {"H": MISSING, "H3": DISCLOSED}),
    ("one child disclosed, the other omitted", tag("toy:H1") + omit("toy:H2"), "", {"H": DISCLOSED, "H2": OMITTED}),
    ("both children omitted", omit("toy:H1 toy:H2"), "", {"H": OMITTED}),
    ("one child omitted, the other missing", omit("toy:H1"), "", {"H": PARTIAL, "H2": MISSING}),
    ("the heading is omitted: all below is", omit("toy:H"), "", dict.fromkeys(("H", "H1", "H2"), OMITTED)),
    ("the heading is omitted, with a child that may not be", omit("toy:O"), "", {"O": OMITTED, "O2": MISSING}),
    ("a heading over background alone stands for itself", "", "", {"B": NOT_REQUIRED}),
    ("a tag that names a datapoint of the heading stays there", tag("toy:H#x"), "", {"H": DISCLOSED, "H1": MISSING}),
    ("a tag on the highest of three levels", tag("toy:D"), "", dict.fromkeys(("D", "D1", "D1a", "D2"), DISCLOSED)),
    ("a tag on the level in the middle", tag("toy:D1"), "", {"D": PARTIAL, "D1a": DISCLOSED, "D2": MISSING}),
    ("a tag on the deepest of three levels", tag("toy:D1a"), "", {"D": PARTIAL, "D1": PARTIAL, "D1b": MISSING}),
    ("all that is below the middle", tag("toy:D1a toy:D1b"), "", {"D": PARTIAL, "D1": DISCLOSED, "D2": MISSING}),
    ("children voluntary, undetermined and missing", "", "", {"W": UNDETERMINED}),
    ("asked for in part: the heading is not", "", "gem", {"W": NOT_REQUIRED, "W1": NOT_REQUIRED, "W3": MISSING}),
    ("children voluntary and disclosed", tag("toy:W3"), "gem", {"W": DISCLOSED, "W1": NOT_REQUIRED}),
    ("children voluntary, omitted and missing", omit("toy:W3"), "main-board", {"W": PARTIAL}),
    ("children voluntary, undetermined and disclosed", tag("toy:W3"), "", {"W": PARTIAL}),
    # A child is partial: so is its heading.
    ("half of a disclosure", tag("toy:P#x"), "", {"P": PARTIAL}),
]


@pytest.mark.parametrize(("body", "board", "expected"), [row[1:] for row in STATUSES], ids=[row[0] for row in STATUSES])
def test_the_status(body: str, board: str, expected: dict[str, Status]) -> None:
    found = coverage(made(body, board=board))
    assert {code: found[code].status for code in expected} == expected


# situation, the body, the code, its status, the parts that a tag names, the parts that are open
PARTS = [
    ("nothing is said", "", "P", MISSING, "", "x y"),
    ("a tag for the whole", tag("toy:P"), "P", DISCLOSED, "", ""),
    ("a tag for the whole beside one for a part", tag("toy:P") + tag("toy:P#x"), "P", DISCLOSED, "x", ""),
    ("one part", tag("toy:P#x"), "P", PARTIAL, "x", "y"),
    ("all but the optional part", tag("toy:P#x,y"), "P", DISCLOSED, "x y", ""),
    ("the optional part alone", tag("toy:P#z"), "P", PARTIAL, "z", "x y"),
    ("two tags add up", tag("toy:P#y") + tag("toy:P#x"), "P", DISCLOSED, "x y", ""),
    ("one part told, the other omitted", tag("toy:P#x") + omit("toy:P#y"), "P", DISCLOSED, "x", ""),
    ("one part told, the rest omitted", tag("toy:P#x") + omit("toy:P"), "P", DISCLOSED, "x", ""),
    ("one part told, the other omitted in vain", tag("toy:P#x") + omit("toy:P#y", words=""), "P", PARTIAL, "x", "y"),
    ("one part omitted, of the other not a word", omit("toy:P#x"), "P", MISSING, "", "y"),
    ("both parts omitted", omit("toy:P#x,y"), "P", OMITTED, "", ""),
    ("omitted as a whole", omit("toy:P"), "P", OMITTED, "", ""),
    ("a part that it does not have", tag("toy:P#w"), "P", PARTIAL, "", "x y"),
    ("letters: one of two", tag("toy:L#a"), "L", PARTIAL, "a", "b"),
    ("letters: both", tag("toy:L#b,a"), "L", DISCLOSED, "a b", ""),
    ("letters: one told, one omitted", tag("toy:L#a") + omit("toy:L#b"), "L", DISCLOSED, "a", ""),
    ("letters: one omitted, of the other not a word", omit("toy:L#a"), "L", MISSING, "", "b"),
    ("letters: both omitted", omit("toy:L#a,b"), "L", OMITTED, "", ""),
    ("a letter told, the rest omitted", tag("toy:L#a") + omit("toy:L"), "L", DISCLOSED, "a", ""),
    ("a datapoint where there are letters too", tag("toy:L#x"), "L", PARTIAL, "x", "y"),
    ("a letter and a datapoint: the datapoints decide", tag("toy:L#a,x"), "L", PARTIAL, "x", "y"),
    ("all letters and a datapoint: the letters decide", tag("toy:L#a,b,x"), "L", DISCLOSED, "a b", ""),
    ("letters there are, and nothing is said", "", "L", MISSING, "", "x y"),
]


@pytest.mark.parametrize(
    ("body", "code", "status", "answered", "left"), [row[1:] for row in PARTS], ids=[row[0] for row in PARTS]
)
def test_the_parts(body: str, code: str, status: Status, answered: str, left: str) -> None:
    found = coverage(made(body))[code]
    assert (found.status, found.answered, found.open) == (status, tuple(answered.split()), tuple(left.split()))


# situation, the body, the codes that are gaps, those that a heading's gap includes, with that heading
GAPS = [
    ("nothing is said: each heading once", "", ["M", "C", "R", "K", "P", "L", "H", "D", "O", "W3"],
     {"H1": "H", "H2": "H", "H3": "H", "D1": "D", "D1a": "D", "D1b": "D", "D2": "D", "O1": "O", "O2": "O"}),
    ("one of two children: the other is the gap", tag("toy:H1"), ["M", "C", "R", "K", "P", "L", "H2", "D", "O", "W3"],
     {"D1": "D", "D1a": "D", "D1b": "D", "D2": "D", "O1": "O", "O2": "O"}),
    ("the middle is whole missing: it tells for its children", tag("toy:D2 toy:H toy:O"),
     ["M", "C", "R", "K", "P", "L", "D1", "W3"], {"D1a": "D1", "D1b": "D1"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "gaps", "reported_with"), [row[1:] for row in GAPS], ids=[row[0] for row in GAPS])
def test_a_gap_is_told_once(body: str, gaps: list[str], reported_with: dict[str, str]) -> None:
    found = coverage(made(body))
    assert [code for code, row in found.items() if row.is_gap] == gaps
    assert {code: row.reported_with for code, row in found.items() if row.reported_with} == reported_with


# situation, the body, the codes among H, H1, H2, H3 and C that sums count
COUNTED = [
    ("a heading that is missing counts, its children do not", "", "C H"),
    ("a heading in part: its children count", tag("toy:H1"), "C H1 H2 H3"),
    ("a heading that is tagged: its children count", tag("toy:H"), "C H1 H2 H3"),
]


@pytest.mark.parametrize(("body", "counted"), [row[1:] for row in COUNTED], ids=[row[0] for row in COUNTED])
def test_each_is_counted_once(body: str, counted: str) -> None:
    found = coverage(made(body))
    assert [code for code in ("C", "H", "H1", "H2", "H3") if found[code].counts] == counted.split()


# situation, the body, the obligation of D, of D1
HARDEST = [
    ("all is missing: as hard as the hardest below", "", Obligation.MANDATORY, Obligation.MANDATORY),
    ("the hardest is disclosed: the heading's own", tag("toy:D1a"), Obligation.RECOMMENDED, Obligation.RECOMMENDED),
    ("only the middle is missing", tag("toy:D2"), Obligation.RECOMMENDED, Obligation.MANDATORY),
]


@pytest.mark.parametrize(("body", "high", "middle"), [row[1:] for row in HARDEST], ids=[row[0] for row in HARDEST])
def test_the_obligation_of_a_heading_that_is_missing(body: str, high: Obligation, middle: Obligation) -> None:
    found = coverage(made(body))
    assert (found["D"].obligation, found["D1"].obligation) == (high, middle)


def test_a_heading_that_is_asked_for_is_as_hard_as_what_is_missing_though_not_all_below_is_asked_for() -> None:
    some = framework(
        asks("H", "recommended", heading=True), asks("H1", "mandatory", parent="H"), asks("H2", "voluntary", parent="H")
    )
    found = coverage(made(), Catalog({"toy": some}))["H"]
    assert (found.status, found.obligation) == (MISSING, Obligation.MANDATORY)


# situation, the body, the code, whether it is reviewed
REVIEWED = [
    ("nothing is said, so nothing was looked at", "", "C", False),
    ("a tag that nobody marked", tag("toy:C"), "C", False),
    ("a tag that somebody marked", tag("toy:C", "toy:C"), "C", True),
    ("one of two tags", tag("toy:C", "toy:C") + tag("toy:C"), "C", False),
    ("both tags", tag("toy:C", "toy:C") + tag("toy:C", "toy:C"), "C", True),
    ("an omission that somebody marked", omit("toy:C", reviewed="toy:C"), "C", True),
    ("the tag, but not the omission beside it", tag("toy:C", "toy:C") + omit("toy:C"), "C", False),
    ("the tag of the heading above", tag("toy:H", "toy:H"), "H1", True),
    ("its own tag, but not that of the heading", tag("toy:H1", "toy:H1") + tag("toy:H"), "H1", False),
]


@pytest.mark.parametrize(("body", "code", "reviewed"), [row[1:] for row in REVIEWED], ids=[row[0] for row in REVIEWED])
def test_reviewed_is_what_a_person_marked_as_a_whole(body: str, code: str, reviewed: bool) -> None:
    assert coverage(made(body))[code].reviewed is reviewed


# situation, the tag of the other framework, whether the crosswalk counts, the code, its status, the relatives, whole
RELATIVES = [
    ("equivalent", "other:E", True, "M", DISCLOSED, [True]),
    ("equivalent, where the crosswalk does not count", "other:E", False, "M", MISSING, [True]),
    ("asks for a part of what the other asks", "other:S", True, "C", DISCLOSED, [True]),
    ("asks for more than the other", "other:G", True, "R", MISSING, [False]),
    ("asks for something like it", "other:I", True, "V", NOT_REQUIRED, [False]),
    ("its relative is not tagged", "other:S", True, "M", MISSING, []),
    ("its relative is of another case", "OTHER:e", True, "M", DISCLOSED, [True]),
    ("the other way: the larger answers the smaller", "toy:R", True, "G", DISCLOSED, [True]),
    ("the other way: the smaller does not answer the larger", "toy:C", True, "S", NOT_REQUIRED, [False]),
    ("the other way: equivalent", "toy:M", True, "E", DISCLOSED, [True]),
]


@pytest.mark.parametrize(
    ("reference", "counts", "code", "status", "whole"), [row[1:] for row in RELATIVES], ids=[r[0] for r in RELATIVES]
)
def test_what_a_crosswalk_answers(reference: str, counts: bool, code: str, status: Status, whole: list[bool]) -> None:
    found = coverage(made(tag(reference), "toy other", crosswalk_counts=counts))[code]
    assert (found.status, [relative.whole for relative in found.relatives]) == (status, whole)
    assert found.by_crosswalk == (counts and whole == [True])


def test_a_tag_of_its_own_goes_before_what_a_crosswalk_answers() -> None:
    found = coverage(made(tag("toy:M other:E"), "toy other", crosswalk_counts=True))["M"]
    assert (found.status, found.by_crosswalk) == (DISCLOSED, False)
    assert len(found.relatives) == 1


# situation, what is said of which edition, the rows of editions that are not in force yet
NEXT = asks("N", "mandatory", "2026", in_force=FROM_2026)
GONE = asks("G", edition="2010", in_force=InForce(end=date(2020, 1, 1)))
LATER = asks("N", "mandatory", "2030", in_force=FROM_2030)
EARLY = framework(asks("A", "mandatory", "2020", in_force=FROM_2020), NEXT, LATER, GONE, early_use=True)
BEFORE = [
    ("nothing is said: the next edition is no gap", "", {}),
    ("a tag on the next edition", tag("toy:N@2026"), {"N": DISCLOSED}),
    ("an omission of the next edition, which is mandatory", omit("toy:N@2026"), {"N": MISSING}),
    ("a tag that names no edition means the newest", tag("toy:N"), {"N": DISCLOSED}),
    ("a tag on an edition that is over has no row", tag("toy:G"), {}),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_an_edition_used_before_it_is_in_force(body: str, expected: dict[str, Status]) -> None:
    found = coverage(made(body), Catalog({"toy": EARLY}))
    assert {code: row.status for code, row in found.items() if code != "A"} == expected
    assert found["A"].status == MISSING


def explained_early() -> Framework:
    """Give a framework whose next edition may be explained."""
    return framework(asks("A", "mandatory", "2020", in_force=FROM_2020), asks("N", edition="2026", in_force=FROM_2026),
                     early_use=True)  # fmt: skip


def test_an_omission_of_an_edition_that_is_not_in_force_yet_has_a_row() -> None:
    found = coverage(made(omit("toy:N")), Catalog({"toy": explained_early()}))
    assert found["N"].status == OMITTED


# situation, the edition that the claim names, the year, the status of what is mandatory since 2026
WEIGHED = [
    ("held against an edition that is not in force yet: as if its year had begun", "2026", 2024, MISSING),
    ("held against an edition in force", "2026", 2026, MISSING),
    ("held against an old edition", "2020", 2024, NOT_REQUIRED),
]


@pytest.mark.parametrize(("edition", "year", "status"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED])
def test_the_year_that_rules_are_weighed_by(edition: str, year: int, status: Status) -> None:
    both = framework(*(asks("S", "since 2026", e, in_force=s) for e, s in (("2020", FROM_2020), ("2026", FROM_2026))))
    found = coverage(with_claim(made(year=year), edition), Catalog({"toy": both}))
    assert found["S"].status == status


def test_only_frameworks_that_are_claimed_and_defined_have_rows_in_the_order_of_the_claims() -> None:
    given = made(claims="other unheard-of toy")
    assert list(coverage(given)) == ["E", "S", "G", "I", *(d.code for d in CATALOG.frameworks["toy"].disclosures)]
    assert list(coverage(made(claims="other"))) == ["E", "S", "G", "I"]


def test_headings_that_stand_above_each_other_are_gone_through_once() -> None:
    loop = framework(asks("A", parent="B"), asks("B", parent="A"), asks("C", parent="A"))
    found = coverage(made(tag("toy:A")), Catalog({"toy": loop}))
    assert [found[code].status for code in "ABC"] == [DISCLOSED, DISCLOSED, DISCLOSED]


# situation, what else is said in the report, whether D, asked for where C is tagged or V is left out, is asked for
DEPENDS = [
    ("nothing else", "", NOT_REQUIRED),
    ("it tags the other", tag("toy:C"), MISSING),
    ("it tags a part of it", tag("toy:C#x"), MISSING),
    ("it tags it in an edition that does not apply", tag("toy:C@2010"), NOT_REQUIRED),
    ("it leaves the other out", omit("toy:C"), NOT_REQUIRED),
    ("it tags that which has to be left out", tag("toy:V"), NOT_REQUIRED),
    ("it leaves that out", omit("toy:V"), MISSING),
    ("it tags what has the code in another framework", tag("other:C"), NOT_REQUIRED),
]


@pytest.mark.parametrize(("body", "status"), [row[1:] for row in DEPENDS], ids=[row[0] for row in DEPENDS])
def test_what_is_asked_for_because_of_another_disclosure(body: str, status: Status) -> None:
    rules = (ObligationRule(Obligation.MANDATORY, used=("C",)), ObligationRule(Obligation.MANDATORY, omitted=("v",)))
    toy = framework(asks("C"), asks("V"), asks("D")._replace(obligation=rules))
    other = Framework("other", "OTHER", {"en": "Other"}, "", disclosures=(Disclosure("other", "C", "1", {"en": "C"}),))
    catalog = Catalog({"toy": toy, "other": other})
    assert coverage(made(body, "toy other"), catalog)["D"].status == status


# situation, the body, the code, its status, whether it may be omitted, the reasons that are accepted for it
RELIEFS = [
    ("mandatory, in reach of a relief", "", "M", MISSING, True, "secret"),
    ("mandatory, left out under the relief", omit("toy:M", "secret"), "M", OMITTED, True, "secret"),
    ("mandatory, left out for another reason", omit("toy:M"), "M", MISSING, True, "secret"),
    ("left out under the relief without a word", omit("toy:M", "secret", ""), "M", MISSING, True, "secret"),
    ("mandatory, not in reach of the relief", omit("toy:N", "secret"), "N", MISSING, False, ""),
    ("may be explained, in reach of the relief", omit("toy:C", "secret"), "C", OMITTED, True, "not-material secret"),
    ("may be explained, not in reach of it", omit("toy:D", "secret"), "D", MISSING, True, "not-material"),
    ("may be explained for any reason", omit("toy:D"), "D", OMITTED, True, "not-material"),
    ("nobody may omit it, but under the relief", omit("toy:K", "secret"), "K", OMITTED, True, "secret"),
    ("nobody may omit it", omit("toy:K"), "K", MISSING, True, "secret"),
    ("below a heading in reach of the relief", omit("toy:H1", "secret"), "H1", OMITTED, True, "secret"),
    ("the heading is left out under the relief", omit("toy:H", "secret"), "H1", OMITTED, True, "secret"),
]


@pytest.mark.parametrize(
    ("body", "code", "status", "may_be_omitted", "accepted"), [row[1:] for row in RELIEFS], ids=[r[0] for r in RELIEFS]
)
def test_what_may_be_left_out(body: str, code: str, status: Status, may_be_omitted: bool, accepted: str) -> None:
    secret = Reason("secret", {"en": "Secret"}, Relief(("1",), ("M", "C", "K", "H")))
    given = framework(
        asks("M", "mandatory"), asks("N", "mandatory"), asks("C"), asks("D"), asks("K", omission_allowed=False),
        asks("H", "mandatory", heading=True), asks("H1", "mandatory", parent="H"),
    )  # fmt: skip
    found = coverage(made(body), Catalog({"toy": given._replace(reasons=(*given.reasons, secret))}))[code]
    assert (found.status, found.may_be_omitted) == (status, may_be_omitted)
    assert " ".join(reason.id for reason in found.accepted) == accepted


def test_a_row_of_which_nothing_more_is_said() -> None:
    row = Coverage(asks("C"), Decision(Obligation.VOLUNTARY), NOT_REQUIRED)
    assert not any(row[3:])


def test_headings_are_those_of_the_same_edition() -> None:
    two = framework(
        asks("H", edition="2020", in_force=FROM_2020), asks("H", edition="2021", in_force=FROM_2020, part="q"),
        asks("H1", edition="2021", in_force=FROM_2020, part="q", parent="H"),
    )  # fmt: skip
    found = coverage(made(tag("toy:H@2020")), Catalog({"toy": two}))
    assert (found["toy:H@2020"].status, found["H1"].status) == (DISCLOSED, MISSING)
    assert found["H1"].reported_with == "H"


def test_owner_and_note_stand_on_the_row_that_they_are_for() -> None:
    given = replace(made(), owners={"toy:c": "Lo"}, notes={"toy:m": "see p. 3"})
    found = coverage(given)
    assert (found["C"].owner, found["C"].note) == ("Lo", "")
    assert (found["M"].owner, found["M"].note) == ("", "see p. 3")
    assert (found["R"].owner, found["R"].note) == ("", "")
    assert given.year_start == date(2024, 1, 1)


@pytest.mark.parametrize(("owners", "notes"), [({"toy:c": "Lo"}, {}), ({}, {"toy:c": "see p. 3"})])
def test_owners_stand_without_notes_and_notes_without_owners(owners: dict[str, str], notes: dict[str, str]) -> None:
    given = replace(made(), owners=owners, notes=notes)
    found = coverage(given)
    assert (found["C"].owner, found["C"].note) == (owners.get("toy:c", ""), notes.get("toy:c", ""))
