"""TOML as people write it: each problem with its line, the path of its key, and what was meant."""

from datetime import date
from typing import Literal

import pytest
from pydantic import Field

from disclosure_index.model import Severity
from disclosure_index.toml.reading import Problem, Strict, kebab, line_of, lines_of, read_toml

TEXT = """\
title = "A" # [not.a.table]
owner.name = "B"

[report]
financial-year = { start = 2024-01-01, end = 2024-12-31 }
'quoted key' = 1
codes = [
    "A1.2", # [[item]]
    "[A1.3]",
    ["nested"],
]
after = 2

[report.issuer]
"name" = "C"

[[item]]
code = "1"

  [[item.part]]
  id = "a"

  [[item.part]]
  id = "b"

[[item]]
code = "2"
text = '''
[[item]]
code = "in a text"
'''

[item.extra]
note = "]"

[[item.part]]
id = "c"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("report",), 4),
        (("report", "financial-year"), 5),
        (("report", "financial-year", "end"), 5),  # an inline table: the nearest key with a line of its own
        (("report", "quoted key"), 6),
        (("report", "codes"), 7),
        (("report", "codes", 2), 7),
        (("report", "after"), 12),
        (("report", "issuer", "name"), 15),
        (("item", 0), 17),
        (("item", 0, "code"), 18),
        (("item", 0, "part", 0, "id"), 21),
        (("item", 0, "part", 1, "id"), 24),
        (("item", 1), 26),
        (("item", 1, "text"), 28),
        (("item", 1, "extra", "note"), 34),
        (("item", 1, "part", 0, "id"), 37),
        (("item", 1, "part", 0, "absent"), 36),
        (("nowhere",), 1),
        ((), 1),
    ],
)
def test_line_of(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ('a = 1\nowner.name = "B"\nowner.age = 3\n', ("owner", "age"), 3),
        ("[x]\na.b.c = 1\n\na.b.d = 2\n", ("x", "a", "b", "d"), 4),
        ("\n[ a . b ]\nc=1\n", ("a", "b", "c"), 3),
        ('[a]\n"b.c" = 1\n', ("a", "b.c"), 2),
        ('\n["a.b"]\nc = 1\n', ("a.b", "c"), 3),
        ('[a]\nb = """\n[c]\nd = 1\n"""\ne = 2\n[c]\nd = 2\n', ("c", "d"), 8),
        ("[a]\nb = [\n  { c = 1 },\n  { c = 2 },\n]\nd = 3\n", ("a", "d"), 6),
        ('[a]\nb = "[" # ]\nd = 3\n', ("a", "d"), 3),
        ("[a]\r\nb = 1\r\n[c]\r\nd = 2\r\n", ("c", "d"), 4),
        ('标题 = 1\n["環境"]\n"廢物" = 2\n', ("環境", "廢物"), 3),
    ],
)
def test_line_of_in_other_forms_of_toml(text: str, path: tuple[str, ...], line: int) -> None:
    assert line_of(text, path) == line


def test_lines_of_an_array_of_tables() -> None:
    assert lines_of("[[a]]\nx = 1\n[[b]]\n\n[[a]]\n[[a.c]]\n", "a", 2) == [1, 5]


@pytest.mark.parametrize("header", ["[[ a ]]", " [[a]]", "[[a]] # the second"])
def test_a_header_is_a_header_however_it_is_written(header: str) -> None:
    assert lines_of(f"[[a]]\nx = 1\n{header}\n", "a", 2) == [1, 3]


def test_a_header_in_a_text_is_none() -> None:
    assert lines_of("[[a]]\nx = '''\n[[a]]\n'''\n", "a", 1) == [1]


class Inner(Strict):
    code: str
    until_: date | None = None
    fail_on: Literal["error", "warning"] = "error"
    severity: Severity = Severity.ERROR


class Outer(Strict):
    name: str
    item: tuple[Inner, ...] = Field((), min_length=1)
    tags: tuple[str, ...] = ()


def problems(text: str) -> list[Problem]:
    value, found = read_toml(text, Outer)
    assert (value is None) == bool(found)
    return found


def test_a_good_file_gives_its_value() -> None:
    value, found = read_toml('name = "A"\n[[item]]\ncode = "1"\nuntil = 2025-01-31\n', Outer)
    assert found == []
    assert value is not None
    assert value.item[0].until_ == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("added", "line", "key", "message"),
    [
        ("codes = 2", 4, "item > 1 > codes", 'unknown key; did you mean "code"?'),
        ('fail_on = "x"', 4, "item > 1 > fail_on", 'unknown key; did you mean "fail-on"?'),
        ("zzz = 2", 4, "item > 1 > zzz", "unknown key; use one of code, until, fail-on, severity"),
        ('fail-on = "all"', 4, "item > 1 > fail-on", 'must be error or warning, not "all"'),
        ('severity = "bad"', 4, "item > 1 > severity", 'must be error, warning or note, not "bad"'),
        ('\n[[item]]\nfail-on = "error"', 5, "item > item 2 > code", "is missing"),
    ],
)
def test_a_problem_has_its_line_its_key_and_what_was_meant(added: str, line: int, key: str, message: str) -> None:
    assert Problem(line, 1, key, message) in problems(f'name = "A"\n[[item]]\ncode = "1"\n{added}\n')


def test_what_the_file_as_a_whole_lacks_is_told_on_its_first_line() -> None:
    assert Problem(1, 1, "name", "is missing") in problems('[[item]]\ncode = "1"\n')


@pytest.mark.parametrize(
    "text",
    [
        'name = "A"\n[[item]]\ncode = "1"\ncodes = 2\n',
        'name = "A"\n[[item]]\nfail-on = "error"\n',
        'name = "A"\n[[item]]\ncode = "1"\nuntil = "soon"\n',
    ],
)
def test_one_mistake_is_one_problem(text: str) -> None:
    assert len(problems(text)) == 1, problems(text)


def test_all_problems_are_told() -> None:
    found = problems('nam = "A"\n[[item]]\ncode = 1\n[[item]]\nuntil = 3\n')
    assert {p.key for p in found} >= {"nam", "name", "item > 1 > code", "item > item 2 > code", "item > item 2 > until"}


def test_a_syntax_error_has_line_and_column() -> None:
    [problem] = problems('name = "A"\ntags = ["a", , "b"]\n')
    assert (problem.line, problem.column, problem.key) == (2, 14, "")
    assert problem.message.startswith("is not valid TOML: ")
    assert "at line" not in problem.message  # it is said once


def test_a_message_is_for_people_who_know_no_python() -> None:
    found = problems('name = 3\ntags = "a"\n[[item]]\ncode = "1"\n')
    said = " ".join(p.message for p in found)
    assert not {"tuple", "str_type", "NoneType", "BaseModel"} & set(said.lower().replace(",", " ").split()), said


@pytest.mark.parametrize(("name", "key"), [("from_", "from"), ("index_by", "index-by"), ("zh_Hans", "zh-Hans")])
def test_keys_are_in_kebab_case(name: str, key: str) -> None:
    assert kebab(name) == key
