"""Write the JSON Schemas of the files that people write and of the output of `--format json`.

    python -m tools.schemas docs/schemas

Those of the project file and of the definitions come from the pydantic models that read them, so an editor that knows
them (taplo, Even Better TOML) completes keys and marks mistakes while one types.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from disclosure_index.assessment.evidence import Support
from disclosure_index.catalog.schema import CrosswalkFile, FrameworkFile, PartFile
from disclosure_index.catalog.terms_lint import TermsFile
from disclosure_index.catalog.translations_lint import ChineseFile
from disclosure_index.model import LANGUAGES, Severity, Status
from disclosure_index.outputs.json import VERSION
from disclosure_index.project.schema import ProjectFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

MODELS: Mapping[str, tuple[type[BaseModel], str]] = {
    "project": (ProjectFile, "disclosure-index.toml: a report, its documents and the frameworks it answers"),
    "framework": (FrameworkFile, "framework.toml: what all editions of a framework share"),
    "part": (PartFile, "Definitions: one edition, one GRI Standard or one SASB industry"),
    "terms": (TermsFile, "terms/PART.toml: the words by which passages that answer are found"),
    "chinese": (ChineseFile, "chinese/PART.toml: what the disclosures of a part ask for, in both forms of Chinese"),
    "crosswalk": (CrosswalkFile, "crosswalks/LEFT--RIGHT.toml: relations between the disclosures of two frameworks"),
}

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "ProjectFile": {
        "report": "The facts of the report.",
        "documents": "The language versions; the first one gives the language of titles.",
        "profile": "What decides obligations besides the financial year.",
        "frameworks": "The frameworks that the report answers.",
        "policy": "What fails a build.",
    },
    "ReportIn": {
        "title": "As on the cover.",
        "issuer": "The company's name.",
        "financial-year": "Decides which HKEX edition applies, and is named after the year it ends in.",
    },
    "YearIn": {"start": "The first day.", "end": "The last day."},
    "DocumentIn": {
        "path": "Of the source, from the project file's folder, and inside it unless --allow-outside is given.",
        "language": "Of the text.",
    },
    "ProfileIn": {
        "exchange": "Where the issuer is listed.",
        "board": "Main Board or GEM: decides what HKEX obliges to.",
    },
    "FrameworkIn": {
        "id": "As `disclosure-index frameworks list` names it: hkex-esg, gri, sasb, tcfd, ungc, sdg, ifrs-s1, ifrs-s2.",
        "claim": "What the report says about it: comply-or-explain (HKEX), in-accordance, with-reference, participant; "
        "core and comprehensive for the GRI Standards 2016.",
    },
    "PolicyIn": {
        "fail-on": "The lowest severity that fails.",
        "suppressions": "Findings that are known and accepted, until a day.",
    },
    "SuppressionIn": {
        "rule": "Its id or its name: DI101, missing-disclosure.",
        "code": "Only for this disclosure: A1.3 or hkex-esg:A1.3.",
        "anchor": "Only at the element with this id.",
        "reason": "Why it is accepted.",
        "owner": "Who answers for it.",
        "expires": "The last day on which it holds.",
    },
    "FrameworkFile": {
        "starts": "A new project file names it where nothing is tagged yet.",
        "select-by": "industry: each file is one, and only those apply that the issuer's profile names.",
        "parts-answered-apart": "A tag on a disclosure does not answer those below it: a goal is none of its targets.",
        "select-example": "One of the industries, for hints.",
        "reporting-period": "The code of the disclosure that asks for the reporting period.",
        "reporting-boundary": "The code of the disclosure that asks for what the report covers.",
        "elements": "Elements in words, by code: what answers one has one of its words, which are in lower case.",
    },
    "GroupIn": {
        "kind": "What the framework calls it, where an index by parts says so.",
        "general": "Its disclosures are about the report and the organisation as a whole.",
    },
    "IndexIn": {
        "layout": "list: one table. standards: facts, then general disclosures, material topics and topics, each with "
        "its omissions. parts: a table per part. industries: a table per industry, with units and values.",
        "above": "What the first column of a list holds.",
        "label": "How a code is printed.",
        "labels": "The same by kind of disclosure, where it is another.",
        "title": "Of the index, where it has one of its own.",
        "whole-for": "The claim for which an index by Standard is whole, any by default; else it has what is said.",
    },
    "ClaimWordingIn": {
        "phrase": "As a sentence names it.",
        "statement": "Its words, with the slots {issuer}, {start} and {end}.",
        "words": "In lower case: a text that makes the claim has one of them.",
    },
    "StatementIn": {
        "named": "What a passage that speaks of the framework has in it.",
        "words": "In lower case: the statement has one of them.",
        "foundation": "The short name of what lays down how the framework is used.",
        "foundation-title": "The same in full, as an index names it.",
    },
    "TopicsIn": {
        "list": "The code of the disclosure that lists the material topics.",
        "management": "The code of the one that tells how a topic is managed.",
        "claim": "The claim that obliges to tell it of each topic.",
    },
    "ProgressIn": {
        "support-before": "The year before which a report has a statement of continued support.",
        "support-named": "A statement of support has one of these.",
    },
}
"""The descriptions, for editors, of keys that the models themselves do not describe."""


def schemas() -> dict[str, Schema]:
    """Return every schema by the name of its file."""
    made = {name: _of_model(name, model, title) for name, (model, title) in MODELS.items()}
    made["check"] = _check()
    made["tables"] = _tables()
    return {f"{name}.schema.json": schema for name, schema in made.items()}


def rendered() -> dict[str, str]:
    """Return the text of every file."""
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas().items()}


def _of_model(name: str, model: type[BaseModel], title: str) -> Schema:
    schema = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    for kind, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
        _for_editors(kind, part)
    return {"$schema": DRAFT, "$id": f"{name}.schema.json", **schema, "title": title}


def _for_editors(kind: str, part: Schema) -> None:
    """Drop details that only Python needs, and describe the undescribed keys."""
    part.pop("title", None)
    if "description" in part:
        part["description"] = part["description"].replace("``", "`")
    said = DESCRIPTIONS.get(kind, {})
    for key, value in part.get("properties", {}).items():
        value.pop("title", None)
        arms = [arm for arm in value.get("anyOf", ()) if arm.get("type") != "null"]
        if len(arms) == 1:  # TOML has no null: an optional value may be left out
            value.pop("anyOf")
            value.update(arms[0])
        if value.get("default") is None or "$ref" in value:  # the default of a table is that of its keys
            value.pop("default", None)
        if key in said:
            value["description"] = said[key]


def _object(**properties: Schema) -> Schema:
    """Return the schema of an object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema, **more: object) -> Schema:
    return {"type": "array", "items": items, **more}


def _enum(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}


TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
BOOLEAN: Schema = {"type": "boolean"}


def _finding() -> Schema:
    """Return the schema of a finding in every JSON output."""
    return _object(
        rule={"type": "string", "pattern": r"^DI\d{3}$"},
        name={"type": "string", "pattern": "^[a-z]+(-[a-z]+)+$"},
        severity=_enum(Severity),
        message=NAME,
        hint={**TEXT, "description": "What to do next; empty where there is nothing to add."},
        path=NAME,
        line={**COUNT, "description": "From 1; 0 where it is not known."},
        column={**COUNT, "description": "From 1, in Unicode code points; 0 where it is not known."},
        framework={**TEXT, "description": "Its id; empty where the finding is about none."},
        edition=TEXT,
        code=TEXT,
        anchor={**TEXT, "description": "The id of the element, or of the nearest one around it that has one."},
        fingerprint={
            "type": "string",
            "pattern": "^[0-9a-f]{32}$",
            "description": "The same finding has the same one in every run, wherever lines have moved to.",
        },
    )


def _evidence() -> Schema:
    """Return the schema of the evidence for the tags of a quantitative disclosure."""
    figure = _object(
        value={"type": ["number", "null"], "description": "In the base unit; null where a dash says: none."},
        unit={**TEXT, "description": "The base unit: t, tCO2e, GJ, CNY; empty where none is said."},
        period={**TEXT, "description": "A year, or years: 2025-2029."},
        printed=NAME,
        printed_unit=TEXT,
        path=NAME,
        line=COUNT,
        column=COUNT,
        page=TEXT,
    )
    return _object(
        code=NAME,
        edition=TEXT,
        support=_enum(support for support in Support if support not in (Support.NONE, Support.WORDS)),
        figure={"anyOf": [figure, {"type": "null"}], "description": "null where no row or sentence names it."},
    )


def _check() -> Schema:
    """Return the schema of the output of `check --format json`."""
    document = _object(path=NAME, language=_enum(LANGUAGES), readable=BOOLEAN)
    report = _object(
        title=NAME,
        issuer=NAME,
        financial_year={"type": "string", "pattern": r"^FY\d{4}$"},
        year_start=DAY,
        year_end=DAY,
        published={"anyOf": [DAY, {"type": "null"}], "description": "null where the project file does not say."},
        documents=_list(document, minItems=1),
    )
    framework = _object(
        id=NAME,
        editions=_list(NAME, description="Those that apply to the report; none where nothing could be looked at."),
        coverage={**_object(**{s.value: COUNT for s in Status}), "description": "Disclosures by status."},
        gaps=_list(NAME, description="Codes that are missing, in the framework's own order."),
        evidence=_list(_evidence(), description="Of the quantitative disclosures that are tagged."),
    )
    verdict = _object(
        fail_on=_enum(Severity),
        failing={**COUNT, "description": "Findings at or above fail_on."},
        could_not_look={**BOOLEAN, "description": "Something was not checked: never the same as fine."},
    )
    document_schema = _object(
        version={"const": VERSION},
        report=report,
        frameworks=_list(framework),
        filters=_list(NAME, description="What made this run tell less, or something else, than all that was found."),
        findings=_list({"$ref": "#/$defs/finding"}),
        suppressed=_list({"$ref": "#/$defs/finding"}),
        baselined=_list({"$ref": "#/$defs/finding"}),
        verdict=verdict,
    )
    title = "What disclosure-index check --format json gives"
    return {
        "$schema": DRAFT,
        "$id": "check.schema.json",
        "title": title,
        **document_schema,
        "$defs": {"finding": _finding()},
    }


def _tables() -> Schema:
    """Return the schema of the tables of `gaps`, `suggest`, `explain` and `index` with `--format json`."""
    title = "What disclosure-index gaps, suggest, explain and index give with --format json"
    row = {"type": "object", "additionalProperties": TEXT, "minProperties": 1}
    table = _object(id=NAME, rows=_list(row))
    table["properties"]["could_not_check"] = _list(
        {"$ref": "#/$defs/finding"}, minItems=1, description="What could not be checked; only where there is anything."
    )
    definitions = {"finding": _finding()}
    return {"$schema": DRAFT, "$id": "tables.schema.json", "title": title, **_list(table), "$defs": definitions}


def main() -> None:
    """Write the schemas into the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.schemas FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in rendered().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
