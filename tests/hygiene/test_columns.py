"""Every column of a table has a head that people read: in the code a column is an id."""

import ast

import pytest

from disclosure_index.messages import in_languages
from disclosure_index.tables.columns import HEADS, head

CONSTANTS = {"columns", "hints", "place", "disclosure", "by_pillar", "by_principle", "by_goal", "by_group", "changes",
             "conflicts", "refused", "passage_columns", "disclosure_columns", "fact_columns"}  # fmt: skip
"""The names that the ids of a table's columns are assigned to."""


def _columns(tree):
    """Give the ids of columns that a module names: in calls of `Table`, and in the constants that hold them."""
    for node in ast.walk(tree):
        found = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Table":
            found = node.args[2:3]
        elif isinstance(node, ast.Assign):
            names = {target.id.casefold() for target in node.targets if isinstance(target, ast.Name)}
            found = [node.value] if names & CONSTANTS else []
        for value in found:
            if isinstance(value, ast.Tuple):
                yield from (n.value for n in value.elts if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_every_column_has_a_head(modules):
    rooms = ("tables.", "outputs.xlsx.", "workbook_merge.plan_tables", "tui.export_tables")
    asked = {(name, column) for name, tree in modules.items() if name.startswith(rooms) for column in _columns(tree)}
    assert {column for _, column in asked} >= {"chapter", "status", "omission-reason", "hint", "written-to", "total"}
    assert [(name, column) for name, column in sorted(asked) if head(column) == column] == []


@pytest.mark.parametrize("column", HEADS)
def test_every_head_is_translated(column):
    english, *chinese = in_languages(HEADS[column])
    assert english.isascii()
    assert chinese
    assert not any(text.isascii() for text in chinese)
