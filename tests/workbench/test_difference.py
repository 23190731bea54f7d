"""A diff tells the lines that changed, by their numbers in the file."""

from disclosure_index.workbench.difference import difference


def test_one_line_of_many():
    old = "\n".join(f"line {n}" for n in range(1, 2001)).encode()
    new = old.replace(b"line 1000\n", "廢物\n".encode())
    assert list(difference({"r": old}, {"r": new})) == [
        "--- r",
        "+++ r",
        "@@ -997,7 +997,7 @@",
        " line 997",
        " line 998",
        " line 999",
        "-line 1000",
        "+廢物",
        " line 1001",
        " line 1002",
        " line 1003",
    ]


def test_a_new_line_at_the_end():
    assert list(difference({"r": b"a\nb\n"}, {"r": b"a\nb\nc\n"}))[2:] == ["@@ -1,2 +1,3 @@", " a", " b", "+c"]


def test_the_only_line():
    assert list(difference({"r": b"a"}, {"r": b"b"}))[2:] == ["@@ -1 +1 @@", "-a", "+b"]


def test_a_line_that_is_the_same_as_its_neighbours():
    assert list(difference({"r": b"a\na\na\n"}, {"r": b"a\na\na\na\n"}))[2:] == [
        "@@ -1,3 +1,4 @@",
        " a",
        " a",
        " a",
        "+a",
    ]


def test_nothing_changed():
    assert list(difference({"r": b"a\n", "s": b"b"}, {"r": b"a\n"})) == []
