"""Check's help line, `explain`, `gaps` and `suggest` send a person to the same place."""

import json
import re

import pytest

from disclosure_index.assessment.places_to_look import places_to_look
from disclosure_index.session import open_assessment
from disclosure_index.tables.gaps import in_order
from tests.cli.test_check_fix import TODAY


@pytest.fixture(scope="module", params=["alibaba-2024", "harbour-ferries-2025"])
def sample(request, root):
    folder = root / "report_sources" / request.param
    assessment = open_assessment(folder, today=TODAY)
    rows = [row for row in in_order(assessment) if row.is_gap]
    return folder, assessment, {row.disclosure.short: places_to_look(assessment, row) for row in rows}


def test_the_help_of_check_names_it(run, sample):
    folder, _, places = sample
    found = json.loads(run("check", folder, "--select", "DI101", "--as-of", TODAY, "--format", "json").stdout)
    hints = {f"{f['framework']}:{f['code']}": f["hint"] for f in found["findings"]}
    assert set(hints) <= set(places)
    for short, hint in hints.items():
        for place in places[short]:
            assert str(place.span.location) in hint


def test_explain_names_it(run, sample):
    folder, _, places = sample
    for short, expected in list(places.items())[:4]:
        said = run("explain", short, folder).stdout
        look = re.search(r"^look at:\n((?:  .*\n)*)", said, re.MULTILINE)
        assert [line.split()[0] for line in (look[1] if look else "").splitlines()] == [
            str(place.span.location) for place in expected
        ]


def test_gaps_names_its_section(run, sample):
    folder, assessment, places = sample
    language = assessment.report.documents[0].language
    table = json.loads(run("gaps", folder, "--language", language, "--format", "json").stdout)[0]
    shorts = {framework.short: id for id, framework in assessment.catalog.frameworks.items()}
    for row in table["rows"]:
        expected = places.get(f"{shorts[row['framework']]}:{row['code']}", ())
        titles = [
            assessment.report.documents[place.document].sections[place.span.section].title
            for place in expected
            if place.span.section is not None
        ]
        if expected:
            assert row["look"].split("; ") == list(dict.fromkeys(titles))


def test_suggest_names_it_first(run, sample):
    folder, assessment, places = sample
    language = assessment.report.documents[0].language
    for short, expected in list(places.items())[:4]:
        said = run("suggest", folder, short, "--language", language).stdout
        named = re.findall(r"\S+:\d+:\d+", said)
        assert named[: len(expected)] == [str(place.span.location) for place in expected]
