"""The drawing of the rooms is made from the import contract: it is never behind it, and every room is on it."""

from tools.floor_plan import PACKAGE, drawing, purpose, rooms


def test_the_drawing_is_current(root):
    drawn = (root / "docs" / "images" / "floor-plan.svg").read_text("utf-8")
    assert drawn == drawing(), "run: make docs"


def test_every_room_is_on_it_and_says_what_it_is_for(root):
    there = {entry.name for entry in (root / PACKAGE).iterdir() if (entry / "__init__.py").is_file()}
    drawn = {room for layer in rooms() for room in layer}
    assert there <= drawn
    assert all(purpose(room) for room in drawn)
