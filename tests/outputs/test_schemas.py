"""docs/schemas is what tools.schemas writes, and describes what people write and what the program gives."""

import copy
import json
import subprocess
import sys
import tomllib
from datetime import date

import pytest
from jsonschema import Draft202012Validator, FormatChecker

SAMPLES = ["alibaba-2024", "harbour-ferries-2025"]
NAMES = ["project", "framework", "part", "terms", "chinese", "crosswalk", "check", "tables"]


@pytest.fixture(scope="session")
def validator(root):
    """Give the validator of a schema by its name."""

    def of(name):
        schema = json.loads((root / "docs" / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        return Draft202012Validator(schema, format_checker=FormatChecker())

    return of


def _plain(value):
    """Give TOML's days as JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(path):
    return _plain(tomllib.loads(path.read_text("utf-8")))


def test_schemas_are_current(root, tmp_path):
    command = [sys.executable, "-m", "tools.schemas", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, timeout=60)
    written = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in (root / "docs" / "schemas").glob("*.json")}
    assert written.keys() == {f"{name}.schema.json" for name in NAMES}
    assert kept == written, "run: python -m tools.schemas docs/schemas"


@pytest.mark.parametrize("name", ["project", "framework", "part", "crosswalk"])
def test_every_key_of_a_table_that_people_write_is_known_and_none_other_is_allowed(validator, name):
    schema = validator(name).schema
    tables = [schema, *(d for d in schema["$defs"].values() if d.get("type") == "object")]
    assert all(table["additionalProperties"] is False for table in tables)


def test_every_key_of_the_project_file_is_described(validator):
    schema = validator("project").schema
    for name, table in {"": schema, **schema["$defs"]}.items():
        for key, value in table["properties"].items():
            assert value.get("description"), f"{name} {key}"


def test_project_schema_names_every_framework(validator, root):
    known = {path.parent.name for path in (root / "frameworks").glob("*/framework.toml")}
    said = validator("project").schema["$defs"]["FrameworkIn"]["properties"]["id"]["description"]
    assert [id for id in sorted(known) if id not in said] == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_project_files_are_valid(validator, root, sample):
    validator("project").validate(_read(root / "report_sources" / sample / "disclosure-index.toml"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["report", "titel"], "x"),
        (["report", "title"], ""),
        (["report", "published"], "July 2024"),
        (["profile", "board"], "main"),
        (["documents"], []),
        (["policy"], {"fail-on": "never"}),
        (["policy"], {"suppressions": [{"rule": "DI101", "reason": "x", "owner": "x"}]}),
    ],
    ids=str,
)
def test_mistakes_in_a_project_file_are_seen(validator, root, path, value):
    data = _read(root / "report_sources" / SAMPLES[0] / "disclosure-index.toml")
    table = data
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = value
    assert not validator("project").is_valid(data)


@pytest.mark.parametrize("framework", ["hkex-esg", "tcfd", "ungc", "sdg", "ifrs-s1", "ifrs-s2", "gri", "sasb"])
@pytest.mark.sampled(2)
def test_shipped_definitions_are_valid(validator, root, framework):
    folder = root / "frameworks" / framework
    validator("framework").validate(_read(folder / "framework.toml"))
    parts = sorted(p for p in folder.glob("*.toml") if p.name not in ("framework.toml", "spelling.toml"))
    part = validator("part")
    assert parts
    for path in parts:
        part.validate(_read(path))


def test_shipped_crosswalks_are_valid(validator, root):
    for path in sorted((root / "frameworks" / "crosswalks").glob("*.toml")):
        validator("crosswalk").validate(_read(path))


@pytest.mark.parametrize("sample", SAMPLES)
def test_check_gives_what_its_schema_says(validator, run, root, sample):
    folder = root / "report_sources" / sample
    validator("check").validate(json.loads(run("check", folder, "--format", "json").stdout))


def test_check_gives_it_too_where_it_could_not_look(validator, run, make_report):
    document = json.loads(run("check", make_report("<p>cut off"), "--format", "json").stdout)
    validator("check").validate(document)
    assert document["verdict"]["could_not_look"] is True
    assert document["report"]["documents"][0]["readable"] is False


def test_check_schema_is_strict(validator, run, make_report, principles):
    document = json.loads(run("check", make_report(principles(11)), "--format", "json").stdout)
    strict = validator("check")
    assert strict.is_valid(document)
    for place in ([], ["report"], ["findings", 0], ["verdict"], ["frameworks", 0], ["frameworks", 0, "coverage"]):
        for change in ("added", "removed"):
            broken = copy.deepcopy(document)
            table = broken
            for key in place:
                table = table[key]
            table.update(extra=1) if change == "added" else table.pop(next(iter(table)))
            assert not strict.is_valid(broken), (place, change)


@pytest.mark.parametrize("golden_file", ["check.json"])
def test_golden_check_is_valid(validator, root, golden_file):
    validator("check").validate(json.loads((root / "tests/golden/expected" / golden_file).read_text("utf-8")))


@pytest.mark.parametrize("view", ["sections", "disclosures", "principles"])
@pytest.mark.sampled(1)
def test_tables_are_valid(validator, run, root, view):
    folder = root / "report_sources" / SAMPLES[0]
    for verb in (["index", folder, "--view", view], ["gaps", folder], ["explain", "A1.3", folder]):
        validator("tables").validate(json.loads(run(*verb, "--format", "json").stdout))
    for name in (f"index-{view}.json",):
        validator("tables").validate(json.loads((root / "tests/golden/expected" / name).read_text("utf-8")))


@pytest.mark.parametrize("verb", [["gaps"], ["index"], ["suggest"], ["explain", "hkex-esg:A1.3"]])
def test_tables_are_valid_where_something_could_not_be_checked(validator, run, make_report, verb):
    folder = make_report("<p>Text.</p>", project='[[frameworks]]\nid = "hkex-esg"\nedition = "2025"\n')
    result = run(*verb, folder, "--format", "json")
    assert result.exit_code == 3
    tables = json.loads(result.stdout)
    validator("tables").validate(tables)
    assert tables[0]["could_not_check"][0]["rule"] == "DI104"
