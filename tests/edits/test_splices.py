"""Bytes that take the place of others: the rows below are the specification of splices."""

import pytest

from disclosure_index.edits import ExplainOmission, RemoveElement, apply
from disclosure_index.edits.splices import Splice, groups, join, overlap, starts


def at(*spans: tuple[int, int, bytes]) -> list[Splice]:
    return [Splice(*span) for span in spans]


# situation, the splices of "0123456789", the outcome, where the new bytes begin, the groups, whether two overlap
SPLICES = [
    ("none", at(), b"0123456789", [], [], False),
    ("one, longer", at((2, 4, b"abc")), b"01abc456789", [2], [[0]], False),
    ("an insertion", at((3, 3, b"ab")), b"012ab3456789", [3], [[0]], False),
    ("a removal", at((0, 9, b"")), b"9", [0], [[0]], False),
    ("two apart", at((1, 2, b"ab"), (3, 4, b"")), b"0ab2456789", [1, 4], [[0], [1]], False),
    ("two that touch are undone as one", at((1, 3, b"ab"), (3, 4, b"c")), b"0abc456789", [1, 3], [[0, 1]], False),
    ("two insertions at one place", at((3, 3, b"a"), (3, 3, b"b")), b"012ab3456789", [3, 4], [[0, 1]], False),
    ("three, of which two touch", at((1, 2, b""), (2, 3, b""), (4, 5, b"x")), b"03x56789", [1, 1, 2], [[0, 1], [2]],
     False),
    ("three that touch", at((1, 2, b"a"), (2, 3, b"b"), (3, 4, b"c")), b"0abc456789", [1, 2, 3], [[0, 1, 2]], False),
    ("one reaches into the next", at((1, 4, b""), (3, 5, b"")), None, None, None, True),
    ("one byte of it", at((0, 2, b""), (2, 4, b""), (3, 5, b"")), None, None, None, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("splices", "outcome", "begins", "runs", "clash"), [row[1:] for row in SPLICES], ids=[row[0] for row in SPLICES]
)
def test_splices(
    splices: list[Splice],
    outcome: bytes | None,
    begins: list[int] | None,
    runs: list[list[int]] | None,
    clash: bool,
) -> None:
    assert (overlap(splices) is not None) == clash
    if not clash:
        assert join(b"0123456789", splices) == outcome
        assert starts(splices) == begins
        assert [list(run) for run in groups(splices)] == runs


TEXT = "<html>\n<body>\n<p>one</p><p>two</p>\n<p>three</p>\n</body>\n</html>"

# situation, the edits, how many edits undo them
UNDONE = [
    ("one", [("explain", "<p>one")], 1),
    ("two that touch: an insertion, and the removal of what follows", [("explain", "<p>one"), ("remove", "<p>two")], 1),
    ("two apart", [("explain", "<p>one"), ("explain", "<p>three")], 2),
]


@pytest.mark.parametrize(("edits", "number"), [row[1:] for row in UNDONE], ids=[row[0] for row in UNDONE])
def test_what_touches_is_undone_as_one(at, edits, number):
    made = {
        "explain": lambda place: ExplainOmission(place, "after", ("sdg:1",), "", "Why."),
        "remove": lambda place: RemoveElement(place, b"<p>two</p>"),
    }
    changed, back = apply(TEXT.encode(), [made[what](at(TEXT, sign)) for what, sign in edits])
    assert changed != TEXT.encode()
    assert len(back) == number
    assert apply(changed, back)[0] == TEXT.encode()
