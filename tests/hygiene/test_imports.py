"""No module imports itself in a circle; who may import whom is in pyproject.toml, held by import-linter."""

import ast
from graphlib import CycleError, TopologicalSorter

NAME = "disclosure_index"


def _imports(tree, known):
    """Return the modules of the package that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written from the package down"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name == NAME or name.startswith(f"{NAME}."):
                inner = name.removeprefix(NAME).removeprefix(".")
                yield inner if inner in known else inner.rpartition(".")[0]


def test_no_module_imports_itself_in_a_circle(modules):
    graph = {name: set(_imports(tree, modules)) - {name} for name, tree in modules.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None
