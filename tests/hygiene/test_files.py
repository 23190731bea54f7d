"""What a reader of the repository may rely on: files of a size that fits the eye, and no trace of any machine."""

import ast
import re

LONGEST = 300

MACHINE = re.compile(r"(?<![\w.~-])/(?:work|tmp|root|home|Users|mnt)/[\w.-]")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|proxy\.golang\.org|index\.crates\.io|"
    r"index-url|trusted-host|https?://(?:localhost|127\.0\.0\.1|10\.|192\.168\.)|\.(?:internal|local|corp)\b[:/]"
)


def _lines(texts, pattern):
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.split("\n"), start=1)
        if pattern.search(line)
    ]


def test_the_files_are_looked_at(texts):
    expected = {"pyproject.toml", "disclosure_index/session.py", "frameworks/hkex-esg/2020.toml", "Makefile"}
    assert expected <= texts.keys()


def test_no_path_of_a_machine(texts):
    assert _lines(texts, MACHINE) == []


def test_no_host_of_a_registry(texts):
    assert _lines(texts, REGISTRY) == []


def test_patterns_recognise_what_they_are_for():
    assert MACHINE.search('open("/home/me/report.xhtml")')
    assert not MACHINE.search("see docs/home/index.md and https://example.org/work/1")
    assert REGISTRY.search("https://files.pythonhosted.org/packages/x.whl")


def test_no_module_is_longer_than_the_eye_holds(texts):
    modules = {name: text.count("\n") for name, text in texts.items() if re.match(r"disclosure_index/.*\.py$", name)}
    assert {name: lines for name, lines in modules.items() if lines > LONGEST} == {}


def test_every_public_function_and_class_says_what_it_does(modules):
    bare = [f"{module}.{name}" for module, tree in modules.items() for name in _bare(tree, "")]
    assert bare == []


def _bare(tree, outer):
    """Give what is public and has no docstring; what stands in a private class is private."""
    if not outer and not ast.get_docstring(tree):
        yield "(module)"
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        setter = any(isinstance(d, ast.Attribute) for d in node.decorator_list)  # of a property that has one
        if not ast.get_docstring(node) and not setter:
            yield outer + node.name
        if isinstance(node, ast.ClassDef):
            yield from _bare(node, f"{outer}{node.name}.")
