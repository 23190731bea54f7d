"""The catalogues: every message of the code in every language, with the values that it names, in the right script."""

import ast
import re
import tomllib
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from disclosure_index.checks import RULES
from disclosure_index.messages import message, render, titled
from disclosure_index.messages.states import OBLIGATION, SEVERITY, STATUS
from disclosure_index.model import LANGUAGES, Obligation, Severity, Status
from tools import messages

HAN = re.compile("[\u4e00-\u9fff]")
CHARACTER_SETS = {"zh_Hans": "gb2312", "zh_Hant": "big5hkscs"}
QUOTED = set("补補")
"""A sign of a placeholder that a rule quotes in both forms."""
TERMS = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text("utf-8"))["term"]
CHINESE = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module", params=messages.catalogues())
def locale(request: pytest.FixtureRequest) -> str:
    """Each locale that has a catalogue."""
    return str(request.param)


@pytest.fixture(scope="module")
def file(locale: str) -> Path:
    """The catalogue's file."""
    return messages.catalogues()[locale]


@pytest.fixture(scope="module")
def catalogue(locale: str, file: Path) -> Catalog:
    """The catalogue of the locale."""
    return messages.read(locale, file)


def test_there_is_one_for_each_language() -> None:
    assert {locale.replace("_", "-") for locale in messages.catalogues()} == set(CHINESE)


def test_every_message_is_translated(catalogue: Catalog) -> None:
    assert len(catalogue) > 400
    assert messages.untranslated(catalogue) == []


def test_translations_name_the_values_of_the_english(catalogue: Catalog) -> None:
    assert messages.faults(catalogue) == []
    for english, chinese in _pairs(catalogue):
        assert _values(english) == _values(chinese), english


def test_quotes_and_stops_are_those_of_the_style_guide(catalogue: Catalog) -> None:
    wrong = r"[“”‘]|[\u4e00-\u9fff][,;!?]|[\u4e00-\u9fff]:(?![@{編编])"
    assert [chinese for _, chinese in _pairs(catalogue) if re.search(wrong, chinese)] == []


def test_is_what_make_messages_writes(locale: str, file: Path, tmp_path: Path) -> None:
    again = tmp_path / file.name
    again.write_bytes(file.read_bytes())
    messages.update(locale, again)
    assert again.read_text("utf-8") == file.read_text("utf-8"), 'the code has other messages: run "make messages"'


def test_a_release_has_every_message_in_every_language(locale: str, file: Path, tmp_path: Path) -> None:
    assert messages.release({locale: file}) == 0
    lacking = tmp_path / file.name
    text = file.read_text("utf-8")
    lacking.write_text(re.sub(r'(msgid "cannot undo"\nmsgstr )".*"', r'\1""', text), "utf-8")
    before = lacking.read_bytes()
    assert messages.unreleasable(locale, lacking) == ["untranslated: cannot undo"]
    assert messages.release({locale: lacking}) == 1
    unknown = tmp_path / "old.po"
    unknown.write_text(re.sub(r'#: .*\n(?:#.*\n)*msgid "cannot undo"\nmsgstr ".*"\n', "", text), "utf-8")
    assert messages.unreleasable(locale, unknown) == ["untranslated: cannot undo"], (
        "a message of the code that it lacks"
    )
    assert lacking.read_bytes() == before


def test_is_compiled(catalogue: Catalog, file: Path) -> None:
    with file.with_suffix(".mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for entry in catalogue:
        if isinstance(entry.id, str) and entry.id:
            found = compiled.pgettext(entry.context, entry.id) if entry.context else compiled.gettext(entry.id)
            assert found == entry.string, 'the catalogue is newer than its compiled form: run "make messages"'


def test_no_sentence_is_left_in_english(catalogue: Catalog) -> None:
    for english, chinese in _pairs(catalogue):
        text = re.sub(r"\{\w*\}", "", chinese)
        assert HAN.search(text) or not re.search("[A-Za-z]", text), english


def test_simplified_and_traditional_are_not_mixed_up(catalogue: Catalog, locale: str) -> None:
    own = CHARACTER_SETS[locale]
    signs = {sign for _, chinese in _pairs(catalogue) for sign in HAN.findall(chinese)} - QUOTED
    assert {sign for sign in signs if sign.encode(own, "replace") == b"?"} == set()


def test_every_message_of_the_code_is_found_by_the_extractor(root: Path) -> None:
    """It takes literal texts, and looks neither into f-strings nor at texts that are put together."""
    found = {
        (entry.context or "", entry.id if isinstance(entry.id, str) else entry.id[0]) for entry in messages.template()
    }
    asked = list(_asked(root / "disclosure_index"))
    assert len(asked) > 400
    assert [text for text in asked if text not in found] == []


def _asked(package: Path) -> Iterator[tuple[str, str]]:
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in messages.KEYWORDS:
                texts = [ast.literal_eval(node.args[i]) for i in range(1 + (node.func.id != "message"))]
                yield (texts[0], texts[1]) if node.func.id == "label" else ("", texts[0])


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term["means"]))
def test_says_what_the_field_says(term: dict[str, Any], catalogue: Catalog, locale: str) -> None:
    word = term.get(locale.replace("_", "-"), {"use": "", "not": []})
    wrong = [chinese for _, chinese in _pairs(catalogue) for other in word["not"] if re.search(other, chinese)]
    assert wrong == [], f"write {word['use']}"


@pytest.mark.parametrize("language", CHINESE)
def test_every_rule_says_what_it_finds_and_why(language: str) -> None:
    assert all(HAN.search(render(text, language)) for rule in RULES for text in (rule.summary, rule.why))
    assert len({render(rule.summary, language) for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_of_its_own(language: str) -> None:
    assert (SEVERITY.keys(), STATUS.keys()) == (set(Severity), set(Status))
    assert OBLIGATION.keys() == {*Obligation, None}  # None: the issuer's profile does not decide it
    for names in (SEVERITY, STATUS, OBLIGATION):
        assert len({render(name, language) for name in names.values()}) == len(names)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (None, 'HKEX A1.3 "有害废弃物"'),
        ("en", 'HKEX A1.3 "Hazardous waste"'),
        ("zh-Hans", "HKEX A1.3「有害废弃物」"),
        ("zh-Hant", "HKEX A1.3「有害廢棄物」"),
    ],
)
def test_a_title_is_in_the_language_of_its_sentence(language: str | None, expected: str) -> None:
    titles = {"en": "Hazardous waste", "zh-Hans": "有害废弃物", "zh-Hant": "有害廢棄物"}
    name = message(
        '{framework} {code} "{title}"', framework="HKEX", code="A1.3", title=titled(titles, "zh-Hans")
    )  # as `Assessment.name` writes it
    assert render(name, language) == expected


def _pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Give each English text with each of its translations; of a plural that for any number but one."""
    for entry in catalogue:
        english = entry.id if isinstance(entry.id, str) else entry.id[1]
        for chinese in (entry.string,) if isinstance(entry.string, str) else entry.string:
            if english:
                yield english, chinese


def _values(template: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", template))
