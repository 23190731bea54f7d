"""No framework's id, name or code decides anything in code: what is said of one stands in its definition.

What a person reads may name frameworks: docstrings, messages, the examples and sources of rules (all that a call of
``Rule`` is given), the help of options, the descriptions of keys, the comments of a new project file, and the example
behind "such as" or "write it as". Any other string constant may not, be it a part of an f-string, of a pattern or of a
key.
"""

import ast
import re

import pytest

from disclosure_index.catalog.loading import load_frameworks, with_spellings

EXAMPLE = re.compile(r"(?:such as|write it as) \S+")
EXEMPT = {
    "hkex": "the stock exchange of an issuer's profile, which is no framework",
    "A1": "the first cell of a sheet",
}


@pytest.fixture(scope="session")
def catalog():
    return with_spellings(load_frameworks())


@pytest.fixture(scope="session")
def constants(modules):
    """Every string that is not for people, with the module and the line that it stands in."""
    found = []
    for module, tree in modules.items():
        read = {id(node) for part in ast.walk(tree) for said in _for_people(part) for node in ast.walk(said)}
        strings = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
        found += ((f"{module}:{n.lineno}", n.value) for n in strings if id(n) not in read and n.value not in EXEMPT)
    return [(place, EXAMPLE.sub("", text)) for place, text in found if not text.startswith("#")]


def _for_people(node):
    """Yield what under a node is for people to read."""
    match node:
        case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (s for s in node.body if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
        case ast.Call(func=ast.Name(id="Rule" | "message" | "plural" | "label")):
            yield node
        case ast.keyword(arg="help" | "description"):
            yield node


def test_no_name_of_a_framework_stands_in_the_code(catalog, constants):
    names = {n for f in catalog.frameworks.values() for n in (f.id, f.short, *catalog.spellings[f.id].called)}
    named = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, names))})(?![a-z])", re.IGNORECASE)
    assert {place: text for place, text in constants if named.search(text)} == {}


def test_no_code_of_a_framework_stands_in_the_code(catalog, constants):
    codes = {d.code for f in catalog.frameworks.values() for d in f.disclosures}
    codes |= {g.id for f in catalog.frameworks.values() for g in f.groups}
    codes |= {e.part for f in catalog.frameworks.values() for e in f.editions}
    telling = {code for code in codes if re.search(r"\d", code) and not code.isdecimal()} | {"Part B", "Part C"}
    assert {place: text for place, text in constants if text in telling} == {}


@pytest.mark.parametrize(
    "source",
    [
        'if framework == "gri":\n    pass',
        'id = f"sasb-{part}"',
        'import re\nX = re.compile(r"^(?:GRI )?standards?")',
        'LAYOUTS = {"hkex-esg": 1}',
        'def f():\n    "GRI asks for it."\n    return "TCFD"',
    ],
)
def test_what_decides_is_found(source):
    tree = ast.parse(source)
    read = {id(node) for part in ast.walk(tree) for said in _for_people(part) for node in ast.walk(said)}
    left = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in read]
    assert any(re.search("gri|sasb|tcfd|hkex", str(text), re.IGNORECASE) for text in left)
