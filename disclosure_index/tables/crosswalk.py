"""The crosswalk matrix: the codes of every framework for each tagged element, or each disclosure of a framework."""

from collections.abc import Iterable

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label
from disclosure_index.model import Disclosure, Span, in_language
from disclosure_index.tables.by_section import titles
from disclosure_index.tables.notes import with_notes
from disclosure_index.tables.table import Cell, Table, cell, href, pages, row

LONGEST = 60
"""Characters of a passage that distinguish it from others."""

TITLE = label("table", "Crosswalk")
PASSAGE_COLUMNS = ("chapter", "section", "passage", "pages")
DISCLOSURE_COLUMNS = ("code", "title")


def by_passage(assessment: Assessment, document: int = 0) -> Table:
    """Return one row per tagged element of a document, in its order, and one column per tagged framework."""
    elements: dict[object, list[Link]] = {}
    for link in assessment.tags:
        if link.document == document and link.status.counts:
            elements.setdefault(link.statement.span.location, []).append(link)
    frameworks = _claimed(assessment, (link for links in elements.values() for link in links))
    source = assessment.report.documents[document]
    paths = [d.path for d in assessment.report.documents]
    rows = []
    for links in elements.values():
        span = links[0].statement.span
        chapter, section = titles(source, span.section)
        codes = (Cell(tuple((code, "") for code in _codes(links, framework))) for framework in frameworks)
        words = cell(_words(assessment, document, span), href(paths, links[0]))
        rows.append(row(chapter, section, words, pages(span), *codes))
    return Table("crosswalk", TITLE, (*PASSAGE_COLUMNS, *_heads(assessment, frameworks)), tuple(rows))


def by_disclosure(assessment: Assessment, framework: str, language: str, document: int = 0) -> Table:
    """Return one row per disclosure of a framework, with its tagged places and the related codes that are tagged.

    Codes are related by a crosswalk of the definitions, or by a tag on the same element.
    """
    beside: dict[object, list[Link]] = {}
    for link in assessment.tags:
        if link.document == document and link.status.counts:
            beside.setdefault(link.statement.span.location, []).append(link)
    frameworks = [f for f in _claimed(assessment, (x for links in beside.values() for x in links)) if f != framework]
    paths = [d.path for d in assessment.report.documents]
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    for coverage in assessment.coverage:
        d = coverage.disclosure
        if d.framework != framework:
            continue
        here = [link for link in coverage.links if link.document == document]
        related = [link for relative in coverage.relatives for link in relative.links if link.document == document]
        related += [link for tag in here for link in beside[tag.statement.span.location]]
        columns = []
        for other in frameworks:
            found: dict[str, str] = {}
            for link in related:
                if link.disclosure and link.disclosure.framework == other:
                    found.setdefault(link.disclosure.code, href(paths, link))
            columns.append(Cell(tuple((code, found[code]) for code in _sorted(assessment, other, found))))
        code = cell(d.code, href(paths, here[0]) if here else "")
        rows.append(row(code, in_language(d.title, language), *columns))
        notes.append(coverage.note)
    title = in_language(assessment.catalog.frameworks[framework].title, language)
    heads = _heads(assessment, frameworks)
    return Table(f"crosswalk-{framework}", title, *with_notes((*DISCLOSURE_COLUMNS, *heads), rows, notes))


def _claimed(assessment: Assessment, links: Iterable[Link]) -> list[str]:
    """Return the frameworks of links, in the order of the report's claims."""
    named = {link.disclosure.framework for link in links if link.disclosure}
    return [claim.framework for claim in assessment.report.claims if claim.framework in named]


def _heads(assessment: Assessment, frameworks: Iterable[str]) -> tuple[str, ...]:
    return tuple(assessment.catalog.frameworks[framework].short for framework in frameworks)


def _codes(links: Iterable[Link], framework: str) -> list[str]:
    """Return the codes of a framework in the order of the tags, each with its tagged datapoints."""
    found: dict[str, None] = {}
    for link in links:
        if isinstance(d := link.disclosure, Disclosure) and d.framework == framework:
            found[f"{d.code}#{','.join(link.datapoints)}" if link.datapoints else d.code] = None
    return list(found)


def _sorted(assessment: Assessment, framework: str, codes: Iterable[str]) -> list[str]:
    order = {code: n for n, code in enumerate(assessment.catalog.codes(framework))}
    return sorted(codes, key=lambda code: order[code])


def _words(assessment: Assessment, document: int, span: Span) -> str:
    """Return the first words of a passage, or the title of a section."""
    source = assessment.report.documents[document]
    if span.element == "section" and span.section is not None:
        return source.sections[span.section].title
    texts = [p.text for p in source.passages[span.first : span.last]]
    text = " ".join((span.text if span.text is not None else next(filter(None, texts), "")).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
