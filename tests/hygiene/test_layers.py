"""Who may import whom: each group only what stands before it (DESIGN.md, section 3), and nothing in a circle."""

import ast
from graphlib import CycleError, TopologicalSorter

GROUPS = (
    ("model", "spelling", "exit_codes", "errors"),
    ("messages",),
    ("files",),
    ("project_path",),
    ("toml_places",),
    ("toml_file",),
    ("catalog", "sources", "figures", "statements_of_use"),
    ("edits", "linking", "owners", "printed", "detection"),
    ("coverage",),
    ("suggest", "places"),
    ("checks", "policy"),
    ("assessment", "tables"),
    ("outputs",),
    ("config",),
    ("baseline_file",),
    ("session", "importing", "merging"),
    ("editing",),
    ("tui",),
    ("cli",),
    ("",),  # the package itself, which re-exports
    ("__main__",),
)
"""The rooms, in the order in which data goes through them."""

NEIGHBOURS = {
    ("tables", "assessment"): "tables are made of an assessment; an assessment knows no table",
}
"""The pairs that may, within a group, with the reason."""

LEVEL = {name: level for level, group in enumerate(GROUPS) for name in group}
NAME = "disclosure_index"


def _imports(tree, known):
    """Give the modules of the package that a module imports, wherever in it the import stands."""
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


def _room(module):
    return module.partition(".")[0]


def test_every_module_has_its_place(modules):
    assert {_room(name) for name in modules} <= LEVEL.keys()


def test_each_group_imports_only_what_stands_before_it(modules):
    wrong = []
    for name, tree in modules.items():
        for other in _imports(tree, modules):
            here, there = _room(name), _room(other)
            fits = here == there or LEVEL[there] < LEVEL[here] or (here, there) in NEIGHBOURS
            if not fits:
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_every_exception_is_used(modules):
    used = {(_room(name), _room(other)) for name, tree in modules.items() for other in _imports(tree, modules)}
    assert NEIGHBOURS.keys() <= used


def test_exceptions_make_no_circle():
    graph = {name: {other for a, other in NEIGHBOURS if a == name} for name in LEVEL}
    tuple(TopologicalSorter(graph).static_order())  # raises CycleError


def test_no_module_imports_itself_in_a_circle(modules):
    graph = {name: set(_imports(tree, modules)) - {name} for name, tree in modules.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_model_imports_nothing_of_ours(modules):
    inside = {name for name in modules if _room(name) == "model"}
    assert {other for name in inside for other in _imports(modules[name], modules)} <= inside


def test_only_browse_knows_the_terminal_ui(modules):
    known_by = {n for n, tree in modules.items() for other in _imports(tree, modules) if _room(other) == "tui"}
    assert {name for name in known_by if _room(name) != "tui"} == {"cli.browse"}


def test_a_report_can_be_edited_without_a_screen(modules):
    for name in (n for n in modules if _room(n) == "editing"):
        froms = [node.module for node in ast.walk(modules[name]) if isinstance(node, ast.ImportFrom)]
        assert not any(module.startswith("textual") for module in froms if module)
