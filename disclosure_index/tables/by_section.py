"""The content index by section: the report's own order, one column per framework, as most Chinese reports print it."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_index.assessment import Assessment
from disclosure_index.linking import Link
from disclosure_index.tables.table import Cell, Table, cell, href, pages, row


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference that a section answers."""

    chapter: str
    section: str
    link: Link


def entries(assessment: Assessment, index_by: str, document: int = 0) -> Iterator[Entry]:
    """Give what one document answers, in its own order, each section and disclosure once.

    Args:
        assessment: of the report.
        index_by: take the frameworks that reports index this way ("section", "principle", "goal").
        document: which of the report's documents.
    """
    frameworks = {f.id for f in assessment.catalog.frameworks.values() if f.index_by == index_by}
    told = set()
    for link in assessment.tags:
        if link.document != document or not link.status.counts or not link.disclosure:
            continue
        if link.disclosure.framework not in frameworks:
            continue
        path = assessment.report.documents[document].path_of(link.statement.span.section)
        chapter, section = ([s.title for s in path] + ["", ""])[:2]
        key = (chapter, section, link.disclosure.uid)
        if key not in told:
            told.add(key)
            yield Entry(chapter, section, link)


def claims(assessment: Assessment, document: int = 0) -> Table:
    """Give one row per section and disclosure: the form for machines."""
    paths = [d.path for d in assessment.report.documents]
    rows = []
    for e in entries(assessment, "section", document):
        d = e.link.disclosure
        if d:
            target = href(paths, e.link)
            rows.append(
                row(e.chapter, cell(e.section, target), d.framework, d.code, d.edition, pages(e.link.statement.span))
            )
    return Table("sections", "index", ("chapter", "section", "framework", "code", "edition", "pages"), tuple(rows))


def by_section(assessment: Assessment, document: int = 0) -> Table:
    """Give one row per section of the report, also where it answers nothing: the form for people."""
    source = assessment.report.documents[document]
    frameworks = [c.framework for c in assessment.report.claims if _printed(assessment, c.framework)]
    paths = [d.path for d in assessment.report.documents]
    answers: dict[tuple[str, str], dict[str, list[str]]] = {}
    targets: dict[tuple[str, str], str] = {}
    for index, section_ in enumerate(source.sections):
        titles = [s.title for s in source.path_of(index)]
        if len(titles) <= 2:
            key = (titles[0], titles[1] if len(titles) == 2 else "")
            answers.setdefault(key, {})
            targets.setdefault(key, f"{paths[document]}#{section_.anchor}" if section_.anchor else "")
    for e in entries(assessment, "section", document):
        if d := e.link.disclosure:
            answers[e.chapter, e.section].setdefault(d.framework, []).append(d.code)
    with_sections = {chapter for chapter, section in answers if section}
    rows = []
    for (chapter, section), found in answers.items():
        if section or found or chapter in with_sections:  # front matter that answers nothing is left out
            name = cell(section or chapter, targets[chapter, section])
            codes = (Cell(tuple((code, "") for code in found.get(framework, ()))) for framework in frameworks)
            rows.append((cell() if section else name, name if section else cell(), *codes))
    heads = tuple(assessment.catalog.frameworks[f].short for f in frameworks)
    return Table("sections", "index", ("chapter", "section", *heads), tuple(rows))


def _printed(assessment: Assessment, framework: str) -> bool:
    return framework in assessment.current and assessment.catalog.frameworks[framework].index_by == "section"
