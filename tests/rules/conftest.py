"""The cases of the data files in this folder, and how to run one: write it to a folder, read it, assess it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.catalog.definitions import in_folder
from disclosure_index.catalog.lint import lint
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.checks import complete
from disclosure_index.checks.support.report_wording import WHOLE
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.model import Finding
from disclosure_index.project.baseline_file import beside, load
from disclosure_index.reading.registry import ReadOptions, read_document, read_source
from disclosure_index.session import open_project
from tests.support.reports import TODAY, references, shipped, shipped_with_spellings
from tests.support.word_files import word_file

FOLDER = Path(__file__).parent
KINDS = ("pass", "fail", "edge")
PROJECT = """\
[report]
title = "A report"
issuer = "An issuer"
financial-year = {{ start = {year}-01-01, end = {year}-12-31 }}
published = {published}
[profile]
exchange = "hkex"
{profile}
"""
"""The beginning of every project file, before its documents and frameworks."""


@dataclass(frozen=True)
class Case:
    """One report (or one change to the definitions), and its expected findings."""

    rule: str
    kind: str
    says: str
    finds: tuple[str, ...] = ()
    reports: Mapping[str, str] = field(default_factory=dict)  # language -> XHTML
    facts: Mapping[str, Any] = field(default_factory=dict)
    change: tuple[tuple[str, str], ...] = ()  # in the definitions of `base`
    base: Mapping[str, str] = field(default_factory=dict)
    pdf: str = ""  # a published report, whose reader's findings are expected
    sources: Mapping[str, str] = field(default_factory=dict)  # name -> text, whose import's findings are expected
    ocr: bool = False  # text in pictures is recognised
    word: str = ""  # the body of a Word file, whose reader's findings are expected

    def __str__(self) -> str:
        return f"{self.rule}-{self.kind}-{self.says}"


def read_cases() -> list[Case]:
    """Return the cases of all data files."""
    return [
        Case(
            row["rule"],
            row["kind"],
            row["says"],
            tuple(row.get("finds", ())),
            {language: row[language] for language in ("en", "zh-Hant", "zh-Hans") if language in row},
            row.get("facts", {}),
            tuple((old, new) for old, new in row.get("change", ())),
            data.get("base", {}),
            row.get("pdf", ""),
            row.get("sources", {}),
            row.get("ocr", False),
            row.get("word", ""),
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for data in [tomllib.loads(path.read_text("utf-8"))]
        for row in data["case"]
    ]


def run(case: Case, folder: Path) -> list[Finding]:
    """Return the findings of a case.

    That nothing is tagged (DI606), and that no issuer is named (DI615), is true of many small reports, and left out
    where it is not what they are about.
    """
    if case.sources:
        for name, text in case.sources.items():
            (folder / name).write_text(text, "utf-8")
        imported = import_sources([folder / name for name in case.sources], shipped_with_spellings())
        told = (finding for one in imported for finding in one.findings)
        return list(complete(f for f in told if f.rule != "DI615" or case.rule == "DI615"))
    if case.pdf:
        (folder / "report.pdf").write_text(case.pdf, "ascii")
        options = ReadOptions(recognise=case.ocr)
        return list(complete(read_document(folder / "report.pdf", "report.pdf", "en", options=options).findings))
    if case.word:
        return list(complete(read_source(word_file(case.word), "report.docx", "en").findings))
    found = _definitions(case, folder) if case.base else run_report(case, folder).verdict.findings
    return [f for f in found if f.rule != "DI606" or case.rule == "DI606"]


def told(finding: Finding, folder: Path) -> str:
    """Return a finding as cases do: ``file:line:column RULE message / hint``, with a path relative to `folder`."""
    f = finding
    return f"{f.location} {f.rule} {f.message} / {f.hint}".replace(f"{folder.as_posix()}/", "")


def run_report(case: Case, folder: Path) -> Assessment:
    """Write the project file and the documents, read them as `check` does, and assess them."""
    facts = {"year": 2024, "published": "2025-04-30", "profile": "", **case.facts}
    project = PROJECT.format(**facts)
    for language in facts.get("languages", case.reports):
        project += f'[[documents]]\npath = "{language}.xhtml"\nlanguage = "{language}"\n'
    for framework in facts.get("frameworks", ["gri with-reference"]):
        id, _, claim = framework.partition(" ")
        project += f'[[frameworks]]\nid = "{id}"\nclaim = "{claim}"\n'
    (folder / "disclosure-index.toml").write_text(project + _sector_topics(facts.get("more", "")), "utf-8")
    for language, text in case.reports.items():
        (folder / f"{language}.xhtml").write_text(_fill_in(text), "utf-8")
    opened = open_project(folder)
    today = date.fromisoformat(facts.get("today", TODAY.isoformat()))
    prints = any(document.indexes for document in opened.report.documents)
    catalog = shipped_with_spellings() if prints else shipped()
    policy = opened.policy
    if text := facts.get("baseline"):
        file = beside(opened.file)
        file.write_text(text, "utf-8")
        policy = replace(policy, baseline=load(file))
    return assess(opened.report, catalog, policy, today=today)


def _fill_in(text: str) -> str:
    """Return a text with the brackets filled in, without adding a line.

    ``[hkex-esg 2020 but A1.3 A1.4]`` stands for tags, ``[codes gri 2021]`` for bare codes, ``[filler]`` for so many
    paragraphs that a document is taken for a whole report, ``[report]`` for one that names its year and its scope as
    well, ``[words …]`` for a long passage.
    """
    text = text.replace("[report]", "[filler]<p>2024: our scope, 我們的範圍。</p>")
    text = text.replace("[filler]", "<p>文 Word.</p>" * WHOLE)
    text = re.sub(r"\[words ([^\]]+)\]", lambda match: match[1] * 40, text)
    return re.sub(
        r"\[(codes )?([a-z0-9-]+) (\d{4})(?: but ([^\]]+))?\]",
        lambda match: _codes(bool(match[1]), references(match[2], match[3], (match[4] or "").split())),
        text,
    )


def _codes(bare: bool, tags: str) -> str:
    """Return references as in a printed index, if `bare`; else as they are."""
    return ", ".join(tag.partition(":")[2] for tag in tags.split()) if bare else tags


def _sector_topics(text: str) -> str:
    """Return a text with ``[sector topics GRI 11 but 11.3]`` replaced by the topics, each with an explanation."""
    topics = shipped().frameworks["gri"].sector_topics
    return re.sub(
        r"\[sector topics (GRI \d+) but ([^\]]+)\]",
        lambda match: ", ".join(f'"{t.number}" = "…"' for t in topics if t.part == match[1] and t.number != match[2]),
        text,
    )


def _definitions(case: Case, folder: Path) -> tuple[Finding, ...]:
    for name, text in case.base.items():
        for old, new in case.change:
            text = text.replace(old, new)
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return complete(lint(load_frameworks(definitions=in_folder(folder))))
