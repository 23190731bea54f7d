"""What findings say: the same sentences in every language, with the same values in them, and each that is asked for."""

import ast
import pickle
import re
import string

import pytest

from disclosure_index.checks import RULES
from disclosure_index.checks.docs import doc_of
from disclosure_index.messages import render, states
from disclosure_index.model import LANGUAGES, NOTHING, Obligation, Saying, Severity, Status
from disclosure_index.sayings import joined, said, say, table, titled
from disclosure_index.sayings.zh_hans import rules as rules_hans
from disclosure_index.sayings.zh_hant import rules as rules_hant

CHINESE = [language for language in LANGUAGES if language != "en"]

HAN = range(0x4E00, 0xA000)


def _values(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", CHINESE)
def test_each_sentence_has_the_same_values_in_each_language(language):
    assert list(table(language)) == list(table("en"))
    assert {k: _values(t) for k, t in table(language).items()} == {k: _values(t) for k, t in table("en").items()}


@pytest.mark.parametrize("language", CHINESE)
def test_no_sentence_is_left_in_english(language):
    for key, text in table(language).items():
        letters = "".join(said for said, *_ in string.Formatter().parse(text))
        assert any(ord(c) in HAN for c in letters) or not re.search("[A-Za-z]", letters), key


def test_simplified_and_traditional_are_not_mixed_up():
    simplified, traditional = "".join(table("zh-Hans").values()), "".join(table("zh-Hant").values())
    for text, encoding in ((simplified, "gb2312"), (traditional, "big5hkscs")):
        assert {c for c in text if ord(c) in HAN and not _has(encoding, c)} == set()


def _has(encoding, character):
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _keys(modules):
    """Give the keys that the code asks for, and the patterns of those that it puts together."""
    for name, tree in modules.items():
        if name.startswith("outputs.xlsx."):
            continue  # the workbook's words have a table, and a function of that name, of their own
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "joined"):
                yield from ((name, key) for key in _texts(node.args[0]))


def _texts(node):
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def test_every_sentence_that_the_code_asks_for_is_there(modules):
    asked = sorted(set(_keys(modules)))
    assert len(asked) > 150
    assert [(name, key) for name, key in asked if key not in table("en")] == []


def test_every_sentence_is_asked_for(texts):
    code = "\n".join(text for name, text in texts.items() if re.match(r"disclosure_index/(?!sayings/).*\.py$", name))
    put_together = {
        *(kind for kind in (*Severity, *Status, *Obligation)),
        *(f"{severity}-{number}" for severity in Severity for number in ("one", "many")),
        *(f"DI105-{claim}" for claim in ("in-accordance", "with-reference")),
        *(f"{rule}-help" for rule in ("DI206", "DI207")),
        *(f"xml-{what}-help" for what in ("entity", "mismatch", "encoding", "token", "empty")),
    }
    assert [
        key for key in table("en") if not re.search(f"[\"']{re.escape(key)}[\"']", code) and key not in put_together
    ] == []


def test_every_rule_has_a_message_and_says_what_to_do():
    """A rule's sentences begin with its id; three rules share theirs, and DI405 proposes what to write."""
    shared = {"DI101", "DI102", "DI206", "DI207"}
    rules = {rule.id for rule in RULES} - shared
    assert rules - {key[:5] for key in table("en")} == set()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (None, 'HKEX A1.3 "有害废弃物" is omitted without a reason'),
        ("en", 'HKEX A1.3 "Hazardous waste" is omitted without a reason'),
        ("zh-Hans", "HKEX A1.3「有害废弃物」从略而没有理由"),
        ("zh-Hant", "HKEX A1.3「有害廢棄物」從略而沒有理由"),
    ],
)
def test_a_title_is_said_in_the_language_of_the_sentence(language, told):
    titles = {"en": "Hazardous waste", "zh-Hans": "有害废弃物", "zh-Hant": "有害廢棄物"}
    name = say("name", framework="HKEX", code="A1.3", title=titled(titles, "zh-Hans"))
    assert said(say("DI301", name=name), language) == told


def test_what_stands_in_a_sentence_is_never_read_as_a_template():
    told = say("DI309", name="{name}", text="{} {0} {text} %s")
    assert said(told, "zh-Hans") == "{name}从略，而说明只有「{} {0} {text} %s」"
    assert told == '{name} is omitted, and all that is said is "{} {0} {text} %s"'


def test_a_sentence_outlives_a_pickle():
    told = say("DI301-help", reasons=joined("or", ["a", "b"]))
    back = pickle.loads(pickle.dumps(told))
    assert (back, type(back)) == ("give one: a or b", Saying)
    assert said(back, "zh-Hant") == "請給出其一：a 或 b"


@pytest.mark.parametrize("language", [None, *LANGUAGES])
def test_nothing_is_said_as_nothing(language):
    assert said(NOTHING, language) == said("", language) == said(joined("and", []), language) == ""


@pytest.mark.parametrize("language", CHINESE)
def test_every_rule_says_what_it_finds_and_why_in_each_language(language):
    docs = [doc_of(rule, language) for rule in RULES]
    assert all(any(ord(c) in HAN for c in text) for doc in docs for text in (doc.tells, doc.why))
    assert len({doc.tells for doc in docs}) == len(RULES)
    form, other = ("gb2312", "big5hkscs") if language == "zh-Hans" else ("big5hkscs", "gb2312")
    signs = {c for doc in docs for text in doc for c in text if ord(c) in HAN} - set("補")  # a sign that DI207 quotes
    assert {c for c in signs if not _has(form, c) and _has(other, c)} == set()


def test_no_documentation_is_kept_of_a_rule_that_is_gone():
    for module in (rules_hans, rules_hant):
        assert module.RULES.keys() == {rule.id for rule in RULES}
        assert module.SOURCES.keys() == {rule.source for rule in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_states_are_called_as_everywhere_else(language):
    """They stand twice, so that `check` needs no other words."""
    assert {status: table(language)[status] for status in Status} == {
        s: render(name, language) for s, name in states.STATUS.items()
    }
