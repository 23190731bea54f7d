"""The words that people see: the same ones in every language, and every one that the code asks for."""

import ast

import pytest

from disclosure_index.model import LANGUAGES, Obligation, Status
from disclosure_index.words import PARTS, WORDS, word

HAN = range(0x4E00, 0xA000)


def _asked(modules):
    """Give the keys that the code asks for: in calls of `word`, and as the ids of columns and titles of tables."""
    for module, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [n for n in node.args if isinstance(n, ast.Constant) and isinstance(n.value, str)]
                if node.func.id == "word" and texts and texts[0] is node.args[0]:
                    yield module, texts[0].value
                if node.func.id == "Table" and module.startswith("tables."):
                    title = node.args[1]
                    yield from ((module, n.value) for n in [title] if isinstance(n, ast.Constant))
            if module.startswith("tables.") and isinstance(node, ast.Assign):
                names = {t.id.casefold() for t in node.targets if isinstance(t, ast.Name)}
                if names & {"columns"} and isinstance(node.value, ast.Tuple):
                    yield from ((module, n.value) for n in node.value.elts if isinstance(n, ast.Constant))


def test_languages_are_equals():
    assert set(WORDS) == set(LANGUAGES)
    assert all(WORDS[language].keys() == WORDS["en"].keys() for language in LANGUAGES)
    assert all(list(WORDS[language]) == list(WORDS["en"]) for language in LANGUAGES)


def test_no_word_stands_in_two_modules():
    keys = [key for part in PARTS for key in part.WORDS["en"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_left_in_english(language):
    for key, text in WORDS[language].items():
        if key == "colon":  # a sign, which each language sets in its own way
            continue
        assert text.strip() == text != "", key
        assert any(ord(c) in HAN for c in text) == (language != "en"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_kind_can_be_told_apart(language):
    for kind in (Status, Obligation):
        said = [word(value, language) for value in kind]
        assert len(set(said)) == len(said)


def test_every_word_that_the_code_asks_for_is_there(modules):
    asked = {*_asked(modules), *((kind.__name__, value.value) for kind in (Status, Obligation) for value in kind)}
    assert {key for _, key in asked} >= {"index", "gaps", "chapter", "status", "omission", "missing"}
    assert [(module, key) for module, key in sorted(asked) if key not in WORDS["en"]] == []


def test_simplified_and_traditional_are_not_mixed_up():
    simplified = set("册应业务东两严丧个临为丽举么义乐习书买云产亲们价众优会传伤别务动劳区医协单历厅发变号")
    assert not any(set(WORDS["zh-Hant"][key]) & simplified for key in WORDS["en"])
    traditional = set("冊應業務東兩嚴個臨為麗舉麼義樂習書買雲產親們價眾優會傳傷別勞區醫協單歷廳發變號從無願標編類責")
    assert not any(set(WORDS["zh-Hans"][key]) & traditional for key in WORDS["en"])
