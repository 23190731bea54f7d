"""Mutants: small changes of meaning in a module, one at a time, on which a mutation run tries the tests."""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}
WORDS = ("message", "plural", "Rule", "Field", "TypeVar")
"""Calls whose constants are words for people, or facts of a type: other tests cover them."""
SHOWN = 70
"""The characters of code in the name of a mutant."""


class Mutant(NamedTuple):
    """One change; `name` stays the same where lines move: the function, the code before and the code after."""

    name: str
    line: int
    tree: ast.Module


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield each change of a module's meaning."""
    tree = ast.parse(source)
    scopes = {id(node): scope for node, scope in _scopes(tree, "")}
    nodes = list(ast.walk(tree))
    names: Counter[str] = Counter()
    for number, node in enumerate(nodes):
        if id(node) not in scopes:
            continue
        for new in _changes(node):
            clone = copy.deepcopy(tree)
            _Replace(list(ast.walk(clone))[number], new).visit(clone)
            name = f"{scopes[id(node)]}: {_code(node)} -> {_code(new)}"
            names[name] += 1
            order = f" ({names[name]})" if names[name] > 1 else ""
            yield Mutant(name + order, node.lineno, ast.fix_missing_locations(clone))  # type: ignore[attr-defined]


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def _code(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _scopes(node: ast.AST, scope: str) -> Iterator[tuple[ast.AST, str]]:
    """Yield the nodes that are evaluated when the program runs, each with its function or class."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope = f"{scope}.{node.name}" if scope else node.name
    yield node, scope or "module"
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_text(child):
                continue
            if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in WORDS:
                continue
            yield from _scopes(child, scope)


def _is_text(node: ast.AST) -> bool:
    """Whether a statement is a docstring, an import, or the list of exported names."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Assign):
        return any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, comparators):
            for number, op in enumerate(ops):
                for other in COMPARISONS[type(op)]:
                    yield ast.Compare(left, [*ops[:number], other(), *ops[number + 1 :]], comparators)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            for number in range(len(values)):
                others = [*values[:number], *values[number + 1 :]]
                yield others[0] if len(others) == 1 else ast.BoolOp(op, others)
        case ast.Call(ast.Name(name), args, keywords) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name], ast.Load()), args, keywords)
        case ast.expr():
            yield from _simple(node)
        case ast.stmt():
            yield from _statements(node)


def _simple(node: ast.expr) -> Iterator[ast.AST]:
    match node:
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in ARITHMETIC:
            yield ast.BinOp(left, ARITHMETIC[type(op)](), right)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(str(value)):
            yield ast.Constant(f"{value}?")
        case ast.IfExp(test, body, orelse) if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)


def _statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.If(test, body, orelse) if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Expr():
            yield ast.Pass()


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
