"""The registry knows every rule, and everything that is told is told by a rule of it."""

import ast
import re

from disclosure_index.checks import RULES

IDS = {rule.id for rule in RULES}
RULE = re.compile(r"\bDI\d{3}\b")


def test_every_rule_named_in_the_code_is_registered(modules):
    named = {}
    for module, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for id in RULE.findall(node.value):
                    named.setdefault(id, module)
    assert {id: module for id, module in named.items() if id not in IDS} == {}


def test_every_rule_is_raised_somewhere(modules):
    """By its id, or by that of the rule's own name (`EXPIRED.id`); its registration does not count."""
    raised = set()
    for tree in modules.values():
        nodes = list(ast.walk(tree))
        named = {
            n.targets[0].id: n.value.args[0].value
            for n in nodes
            if isinstance(n, ast.Assign) and _calls(n.value, "Rule") and n.value.args
        }
        raised |= {
            named.get(n.value.id)
            for n in nodes
            if isinstance(n, ast.Attribute) and n.attr == "id" and isinstance(n.value, ast.Name)
        }
        registered = {id(n.args[0]) for n in ast.walk(tree) if _calls(n, "Rule") and n.args}
        raised |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and node.value in IDS and id(node) not in registered
        }
    assert IDS - raised == set()


def _calls(node, name):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def test_ids_and_names_are_unique_and_well_formed():
    assert len(IDS) == len(RULES) == len({rule.name for rule in RULES})
    assert all(re.fullmatch(r"DI[1-9]\d\d", rule.id) for rule in RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES)


def test_every_rule_says_why_and_shows_bad_and_good():
    for rule in RULES:
        assert rule.why.endswith("."), rule.id
        assert rule.bad.strip(), rule.id
        assert rule.good.strip(), rule.id
        assert rule.bad != rule.good, rule.id
