"""Every output, byte for byte: what a format may change is seen in a diff, and read before it is kept."""

import json
import re

import pytest

from disclosure_index.checks import RULES
from disclosure_index.cli import formats
from disclosure_index.model import LANGUAGES
from disclosure_index.outputs import html
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.html.page import SCRIPT, STYLE
from disclosure_index.tables import by_disclosure, by_section
from disclosure_index.tables.gaps import gaps, in_brief

WIDTH = 100
ENDINGS = {"text": "txt", "json": "json", "jsonl": "jsonl", "sarif": "sarif", "junit": "junit.xml"}


@pytest.mark.parametrize("name", formats.FORMATS)
def test_check(assessment, golden, name):
    text = "".join(formats.render(name, assessment))
    golden(f"check.{ENDINGS.get(name, name + '.txt')}", _without_rules(text) if name == "sarif" else text)


def _without_rules(text):
    """Leave out what SARIF says of the rules, so that a rule more changes nothing here; all else stays as it is."""
    run = json.loads(text)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.id for rule in RULES]
    text = re.sub(r'(\n *)"rules": \[\n.*?\1\]', r'\1"rules": []', text, count=1, flags=re.DOTALL)
    return re.sub(r'("ruleIndex": )\d+', r"\g<1>0", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_in_a_language(assessment, golden, language):
    golden(f"check.{language}.txt", "".join(formats.render("text", assessment, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_text(assessment, golden, language):
    golden(f"gaps.{language}.txt", render.text([in_brief(gaps(assessment, language))], language, WIDTH))


def test_gaps_csv(assessment, golden):
    golden("gaps.csv", render.comma_separated([gaps(assessment, "en")]))


def test_gaps_markdown(assessment, golden):
    golden("gaps.md", render.markdown([gaps(assessment, "zh-Hant")], "zh-Hant"))


def _views(assessment, language):
    """Give each view's tables: for people, and for programs."""
    disclosures = by_disclosure.by_disclosure(assessment, language)
    principles = by_disclosure.by_principle(assessment, language)
    return {
        "sections": ([by_section.by_section(assessment)], [by_section.claims(assessment)]),
        "disclosures": (disclosures, disclosures),
        "principles": (principles, principles),
    }


def _without_assets(page):
    """Leave out the style and the script, which are the same in every page, and their digests."""
    assert STYLE in page
    assert SCRIPT in page
    page = page.replace(STYLE, "").replace(SCRIPT, "")
    return re.sub(r"sha256-[\w+/]+=", "sha256-", page)


@pytest.mark.parametrize("view", ["sections", "disclosures", "principles"])
@pytest.mark.parametrize("form", ["md", "html", "csv", "json"])
def test_index(assessment, golden, view, form):
    for_people, for_programs = _views(assessment, "zh-Hant")[view]
    rendered = {
        "md": lambda: render.markdown(for_people, "zh-Hant"),
        "html": lambda: _without_assets(html.page(for_people, assessment.report.title, "zh-Hant")),
        "csv": lambda: render.comma_separated(for_programs),
        "json": lambda: render.as_json(for_programs),
    }[form]()
    golden(f"index-{view}.{form}", rendered)
