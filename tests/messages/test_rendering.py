"""Messages: English as they are made, other languages by catalogue, English again where a catalogue has nothing."""

import copy
import gettext
import pickle
from collections.abc import Callable
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import disclosure_index.messages
from disclosure_index.messages import AND, joined, label, message, plural, render, titled
from disclosure_index.model import Message


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of four messages in place of the shipped ones, so that this test says what rendering does."""
    entries = Catalog(locale="zh_Hant")
    entries.add("{code} has no edition {edition}", "{code}沒有{edition}版")
    entries.add(("{number} error", "{number} errors"), ["{number} 項錯誤"])
    entries.add("open", "待處理", context="status")
    entries.add(" and ", "及", context="separator")
    file = BytesIO()
    write_mo(file, entries)
    file.seek(0)
    translations = gettext.GNUTranslations(file)  # type: ignore[arg-type]
    monkeypatch.setattr(disclosure_index.messages, "_catalogue", lambda _: translations)


def test_is_its_english_text() -> None:
    assert message("{code} has no edition {edition}", code="gri", edition="1999") == "gri has no edition 1999"


def test_is_rendered_with_values_that_are_messages() -> None:
    inner = plural("{number} error", "{number} errors", 2)
    assert inner == "2 errors"
    assert (
        render(message("{code} has no edition {edition}", code="gri", edition=inner), "zh-Hant") == "gri沒有2 項錯誤版"
    )


@pytest.mark.parametrize(("number", "english"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors")])
def test_counts_as_english_does(number: int, english: str) -> None:
    assert plural("{number} error", "{number} errors", number) == english


def test_context_tells_two_meanings_apart() -> None:
    assert render(label("status", "open"), "zh-Hant") == "待處理"
    assert render(label("key", "open"), "zh-Hant") == "open"


def test_joins_in_the_language_of_the_list() -> None:
    listed = joined(AND, ["A1", label("status", "open")])
    assert listed == "A1 and open"
    assert render(listed, "zh-Hant") == "A1及待處理"


def test_title_is_asked_for_in_its_own_languages() -> None:
    title = titled({"en": "Emissions", "zh-Hant": "排放物"}, "en")
    assert (title, render(title, "zh-Hant"), render(title, None)) == ("Emissions", "排放物", "Emissions")


def test_without_a_translation_is_english() -> None:
    assert render(message("nobody translated {this}", this=1), "zh-Hant") == "nobody translated 1"


def test_plain_text_is_the_same_in_every_language() -> None:
    assert render("report.xhtml {x}", "zh-Hant") == "report.xhtml {x}"


def test_values_are_never_taken_for_templates() -> None:
    assert render(message("{code} has no edition {edition}", code="{edition}", edition="{code}"), "zh-Hant") == (
        "{edition}沒有{code}版"
    )


@pytest.mark.parametrize("again", [copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
def test_survives_a_copy(again: Callable[[Message], Message]) -> None:
    made = message(
        "{code} has no edition {edition}", code="gri", edition=plural("{number} error", "{number} errors", 3)
    )
    assert render(again(made), "zh-Hant") == render(made, "zh-Hant") == "gri沒有3 項錯誤版"
