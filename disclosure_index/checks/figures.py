"""DI7xx: figures that are not there, or not what they seem."""

from collections.abc import Iterator

from disclosure_index.checks.index_claims import promises
from disclosure_index.checks.passages import placeholder_in
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.checks.report_words import pattern, says
from disclosure_index.coverage import Coverage
from disclosure_index.linking import Link
from disclosure_index.model import Document, Finding, Passage, Severity

MOST_ROWS = 80
"""Rows above a tagged one in which the head of its table is looked for."""
_SIGNS = str.maketrans({**dict.fromkeys(",， )）%％"), "−": "-", "–": "-", "(": "-"})
_TABLES = ("table", "tbody")
TABULAR = frozenset({*_TABLES, "tr", "td", "th"})
PICTURES = frozenset({"figure", "img", "svg", "picture"})
"""Elements whose figures may be drawn: nobody reads them here."""


def no_figure(facts: Facts) -> Iterator[Finding]:
    """Tell the quantitative disclosures none of whose passages has a number, in digits or in words."""
    for row in facts.coverage:
        d = row.disclosure
        if d.data != "quantitative" or not row.links:
            continue
        if any(link.statement.span.element in PICTURES for link in row.links) or not _lacks_figure(facts, row):
            continue
        if _has_figure_on_page(facts, row):
            continue
        own = next((link for link in row.links if link.disclosure == d), row.links[0])
        asked = f" ({', '.join(d.units)})" if d.units else ""
        yield Finding(
            "DI701",
            f"{facts.name(d)} asks for a figure{asked}, and nothing that is tagged so holds one",
            own.statement.span.location,
            "give the figure, tag the table that has it, or explain why there is none",
            framework=d.framework,
            edition=d.edition,
            code=d.code,
        )


def _lacks_figure(facts: Facts, row: Coverage) -> bool:
    """Tell whether there are words and no number; of what is empty or still to come, other rules tell."""
    spoken: list[str] = []
    for link in row.links:
        for text in facts.texts(link):
            if says("digit", text):
                return False
            spoken.append(text)
    return bool(spoken) and not any(says("number-word", text) or placeholder_in(text) for text in spoken)


def _has_figure_on_page(facts: Facts, row: Coverage) -> bool:
    """Tell whether a page that a printed index gives has a number: it means all of the page, not what is tagged."""
    named = (row.disclosure.framework, row.disclosure.code.casefold())
    for promise in promises(facts):
        if (promise.claim.framework, promise.claim.code.casefold()) == named and promise.claim.pages:
            pages = set(promise.placer.labels(promise.claim))
            there = (p.text for p in promise.document.passages if p.page in pages and p.kind != "heading")
            if any(says("digit", text) for text in there):
                return True
    return False


def no_comparative(facts: Facts) -> Iterator[Finding]:
    """Tell the tagged rows without the figure of the year before, in tables that have a column for it."""
    told = set()
    for row in facts.coverage:
        if row.disclosure.data != "quantitative":
            continue
        for link in (link for link in row.links if link.statement.span.element in TABULAR):
            for passage, before in _without_year_before(facts, link):
                if passage.location not in told:
                    told.add(passage.location)
                    d = row.disclosure
                    yield Finding(
                        "DI703",
                        f"{facts.name(d)} has a figure for {before + 1} here, and none for {before}",
                        passage.location,
                        "give the figure of the year before, or say why there is none",
                        framework=d.framework,
                        edition=d.edition,
                        code=d.code,
                        anchor=passage.anchor,
                    )


def _without_year_before(facts: Facts, link: Link) -> Iterator[tuple[Passage, int]]:
    """Give the rows that a tag reaches whose cell for the year before is empty, and that year.

    Of a tag on a section it is not known which of its rows it means.
    """
    document, span = facts.report.documents[link.document], link.statement.span
    year = facts.report.year_end.year
    head: list[str] = []
    for number in range(span.first, span.last):
        passage = document.passages[number]
        if passage.kind != "table-row":
            head = []
            continue
        head = head or _head_of(document, number, span.first if span.element in _TABLES else 0, year)
        if not head:
            return
        cells = passage.text.split("\t")
        if len(cells) == len(head):
            now, before = head.index(str(year)), head.index(str(year - 1))
            if not cells[before] and says("digit", cells[now]) and cells != head:
                yield passage, year - 1


def _head_of(document: Document, number: int, least: int, year: int) -> list[str]:
    """Give the cells of the head of the table that a row is in, years bare; [] where it has not both years.

    Tables may follow each other without a word between them: another row that looks like a head ends the search.
    """
    now, before = str(year), str(year - 1)
    width = document.passages[number].text.count("\t")
    for above in range(number, max(least - 1, number - MOST_ROWS), -1):
        text = document.passages[above].text
        if document.passages[above].kind != "table-row":
            return []
        if before in text and now in text:
            years = [match[1] if (match := pattern("year").fullmatch(cell)) else "" for cell in text.split("\t")]
            if years.count(now) == years.count(before) == 1:
                return [bare or cell for bare, cell in zip(years, text.split("\t"), strict=True)]
        if text.count("\t") == width and (not says("digit", text) or _names_year(text)):
            return []
    return []


def _names_year(text: str) -> bool:
    return "20" in text and any(pattern("year").fullmatch(cell) for cell in text.split("\t"))


def twin_figures(facts: Facts) -> Iterator[Finding]:
    """Tell the rows of tables that are tagged alike in two languages, with other figures in their cells."""
    if len(facts.report.documents) < 2:
        return
    first: dict[tuple[str, str, int], Passage] = {}
    for links, text in facts.elements:
        span, number = links[0].statement.span, links[0].document
        document = facts.report.documents[number]
        if not text or span.text is not None or document.anchors.get(span.anchor) != span.location:
            continue
        named = " ".join(link.statement.text for link in links)
        for at in range(span.first, span.last):
            passage = document.passages[at]
            if passage.kind != "table-row":
                continue
            twin = first.setdefault((span.anchor, named, at - span.first), passage)
            if twin.location.path == passage.location.path or not (pair := _differing(twin.text, passage.text)):
                continue
            message = f"the row says {pair[1]} here, and {pair[0]} in {twin.location.path}"
            reference, d = links[0].statement.reference, links[0].disclosure
            yield Finding(
                "DI704",
                message,
                passage.location,
                f"see {twin.location}: mend the one that is wrong",
                framework=reference.framework if reference else "",
                edition=d.edition if d else "",
                code=d.code if d else named,
                anchor=passage.anchor,
            )


def _differing(one: str, other: str) -> tuple[str, str] | None:
    """Give the first cells that are both numbers, at the same place of rows of one form, and not the same."""
    left, right = one.split("\t"), other.split("\t")
    if len(left) != len(right):
        return None
    for a, b in zip(left, right, strict=True):
        if pattern("figure").fullmatch(a) and pattern("figure").fullmatch(b) and _plain(a) != _plain(b):
            return a, b
    return None


def _plain(number: str) -> str:
    return number.translate(_SIGNS)


RULES = (
    Rule(
        "DI701", "no-figure", Severity.WARNING,
        "a quantitative disclosure without a figure in what is tagged",
        "A quantitative disclosure is answered by a figure, or by the words that there is none. A policy is no answer.",
        '<p data-disclosure="gri:305-1">We do all we can to cut emissions.</p>',
        '<p data-disclosure="gri:305-1">Scope 1 came to 103,023 tCO2e.</p>', no_figure,
        source="the unit of measure that the framework asks for: see `disclosure-index frameworks show gri:305-1`",
    ),
    Rule(
        "DI703", "comparative-missing", Severity.WARNING,
        "a figure without that of the year before, below a column for it",
        "A figure says little without that of the year before. Told where the table has a column for it, and this row "
        "leaves it empty.",
        '<tr data-disclosure="gri:303-3"><td>Water</td><td>48.6</td><td></td></tr>  (below 2025 and 2024)',
        '<tr data-disclosure="gri:303-3"><td>Water</td><td>48.6</td><td>50.2</td></tr>', no_comparative,
        source="GRI 1: Foundation 2021, principle of comparability; HKEX Appendix C2, paragraph 14, consistency",
    ),
    Rule(
        "DI704", "figures-differ", Severity.WARNING,
        "a figure that differs between two languages",
        "The language versions of a report say the same. Told of the rows of tables whose id and tags are the same in "
        "both: one of the figures is a slip.",
        'report-en.xhtml: <tr id="water" …><td>50.2</td></tr>\nreport-zh.xhtml: <tr id="water" …><td>52.0</td></tr>',
        'report-en.xhtml: <tr id="water" …><td>50.2</td></tr>\nreport-zh.xhtml: <tr id="water" …><td>50.2</td></tr>',
        twin_figures,
    ),
)  # fmt: skip
