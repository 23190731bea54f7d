"""The content index by section: in the report's own order, one column per framework, as in most Chinese reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label
from disclosure_index.model import Disclosure, Document, in_language
from disclosure_index.tables.filing_cells import repeats_marked
from disclosure_index.tables.table import Cell, Table, cell, href, pages, row, target

INDEX = label("table", "Content index")


@dataclass(frozen=True, slots=True)
class Entry:
    """One disclosure that a section answers. `place` is the section printed: a chapter, or a section of one."""

    place: int | None
    link: Link
    disclosure: Disclosure


def entries(assessment: Assessment, index_by: str, document: int = 0) -> Iterator[Entry]:
    """Yield the disclosures that one document answers, in its own order, each section and disclosure once.

    Args:
        assessment: of the report.
        index_by: select the frameworks that reports index this way ("section", "principle", "goal").
        document: which of the report's documents.
    """
    frameworks = {f.id for f in assessment.catalog.frameworks.values() if f.index_by == index_by}
    seen = set()
    for link in assessment.tags:
        d = link.disclosure
        if link.document != document or not link.status.counts or d is None or d.framework not in frameworks:
            continue
        place = printed_section(assessment.report.documents[document], link.statement.span.section)
        if (place, d.uid) not in seen:
            seen.add((place, d.uid))
            yield Entry(place, link, d)


def printed_section(document: Document, section: int | None) -> int | None:
    """Return the section that an index names for `section`: itself, or the one above it at the second level."""
    above: list[int] = []
    while section is not None:
        above.insert(0, section)
        section = document.sections[section].parent
    return above[:2][-1] if above else None


def titles(document: Document, section: int | None) -> tuple[str, str]:
    """Return chapter and section as an index prints them; "" for none."""
    chapter, name = ([s.title for s in document.path_of(section)] + ["", ""])[:2]
    return chapter, name


def claims(assessment: Assessment, document: int = 0) -> Table:
    """Return one row per section and disclosure: the form for machines."""
    source = assessment.report.documents[document]
    paths = [d.path for d in assessment.report.documents]
    rows = []
    for e in entries(assessment, "section", document):
        chapter, section = titles(source, e.place)
        where = pages(e.link.statement.span)
        d = e.disclosure
        rows.append(row(chapter, cell(section, href(paths, e.link)), d.framework, d.code, d.edition, where))
    return Table("sections", INDEX, ("chapter", "section", "framework", "code", "edition", "pages"), tuple(rows))


def by_section(assessment: Assessment, document: int = 0) -> Table:
    """Return one row per section of the report, even if it answers nothing: the form for people."""
    source = assessment.report.documents[document]
    frameworks = [c.framework for c in assessment.report.claims if _printed(assessment, c.framework)]
    paths = [d.path for d in assessment.report.documents]
    answers: dict[int, dict[str, list[tuple[str, str]]]] = {}
    for index in range(len(source.sections)):
        if printed_section(source, index) == index:
            answers[index] = {}
    for e in entries(assessment, "section", document):
        if e.place is not None:
            answers[e.place].setdefault(e.disclosure.framework, []).append(
                (printed_code(assessment, e.disclosure, source.language), href(paths, e.link))
            )
    with_sections = {source.sections[index].parent for index in answers}
    rows = []
    for index, found in answers.items():
        chapter, section = titles(source, index)
        if section or found or index in with_sections:  # front matter that answers nothing is left out
            name = cell(section or chapter, target(source.path, source.sections[index].anchor))
            codes = (Cell(tuple(found.get(framework, ()))) for framework in frameworks)
            rows.append((cell() if section else name, name if section else cell(), *codes))
    heads = tuple(assessment.catalog.frameworks[f].short for f in frameworks)
    return Table("sections", INDEX, ("chapter", "section", *heads), tuple(rows))


def printed_code(assessment: Assessment, disclosure: Disclosure, language: str) -> str:
    """Return a code as its framework prints it: unchanged, or as a letter below the name of its pillar."""
    framework = assessment.catalog.frameworks[disclosure.framework]
    if framework.conventions.layout.label != "letter":
        return disclosure.code
    found = framework.disclosures
    above = next((d for d in found if (d.code, d.edition) == (disclosure.parent, disclosure.edition)), None)
    lettered = above and re.fullmatch(rf"{re.escape(above.code)}-([a-z])", disclosure.code)
    return f"{in_language(above.title, language)} ({lettered[1]})" if above and lettered else disclosure.code


def as_printed(table: Table) -> Table:
    """Return an index by section as reports print it: only the answering sections, beside their chapters."""
    chapter = Cell()
    rows = []
    for first, second, *codes in table.rows:
        chapter = first if first.parts else chapter
        if any(cell.parts for cell in codes):
            rows.append((chapter, second if second.parts else chapter, *codes))
    return replace(table, rows=repeats_marked(rows))


def _printed(assessment: Assessment, framework: str) -> bool:
    return framework in assessment.current and assessment.catalog.frameworks[framework].index_by == "section"
