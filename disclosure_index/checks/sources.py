"""DI5xx and DI6xx: definitions and documents that cannot be read, or not be relied on."""

from collections.abc import Iterator

from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.checks.report_words import page_number
from disclosure_index.model import Finding, Location, Severity
from disclosure_index.sayings import say


def untagged(facts: Facts) -> Iterator[Finding]:
    """Tell the reports in which nothing is tagged and nothing omitted, where no gap and no index tells it already."""
    document = facts.report.documents[0]
    told = any(row.is_gap for row in facts.coverage) or any(printed.claims for printed in facts.printed)
    if not (facts.tags or facts.omissions or told):
        place = document.passages[0].location if document.passages else Location(document.path)
        yield Finding("DI606", say("DI606"), place, say("DI606-help"))


def untitled_section(facts: Facts) -> Iterator[Finding]:
    """Tell the tagged sections without a heading: an index has no name for them."""
    told = set()
    for links, _ in facts.elements:
        link, span = links[0], links[0].statement.span
        document = facts.report.documents[link.document]
        if span.section is None or document.sections[span.section].title or (link.document, span.section) in told:
            continue
        told.add((link.document, span.section))
        section = document.sections[span.section]
        yield Finding("DI603", say("DI603"), section.location, say("DI603-help"), anchor=section.anchor)


def page_order(facts: Facts) -> Iterator[Finding]:
    """Tell the page breaks that run backwards, where pages are numbers."""
    for document in facts.report.documents:
        last = 0
        for label, location in document.pages:
            if (number := page_number(label)) is not None:
                if number < last:
                    yield Finding("DI604", say("DI604", page=label, last=last), location, say("DI604-help"))
                last = number


RULES = (
    Rule(
        "DI501", "bad-definition", Severity.ERROR,
        "a definition that does not fit the schema",
        "A definition that does not fit the schema is not loaded, so nothing can be said about its disclosures.",
        'titel = { en = "…" }', 'title = { en = "…" }',
        mandatory=True,
    ),
    Rule(
        "DI502", "duplicate-definition", Severity.ERROR,
        "two definitions with one code and edition",
        "Two definitions with one code and edition: which one a tag means is chance.",
        'code = "A1.2"\n…\ncode = "A1.2"', 'code = "A1.2"\n…\ncode = "A1.3"',
        mandatory=True,
    ),
    Rule(
        "DI503", "title-missing", Severity.ERROR,
        "a title or a text that one form of Chinese has and the other lacks",
        "English and both forms of Chinese are equals: a title or a text that has one form of Chinese has the other, "
        "written in its own characters.",
        'title = { en = "Emissions", zh-Hans = "排放物" }',
        'title = { en = "Emissions", zh-Hans = "排放物", zh-Hant = "排放物" }',
        mandatory=True,
    ),
    Rule(
        "DI504", "wrong-dates", Severity.ERROR,
        "an edition that ends before it starts, or never",
        "An edition that ends before it starts, or never, applies to the wrong reports.",
        "from = 2025-01-01\nuntil = 2020-07-01", "from = 2020-07-01\nuntil = 2025-01-01",
        mandatory=True,
    ),
    Rule(
        "DI505", "dangling-link", Severity.ERROR,
        "a parent, a group, a successor or a relation that leads nowhere",
        "A parent, a group, a successor or a crosswalk that leads nowhere is silently without effect.",
        'superseded-by = ["gri:102-55@2025"]', 'superseded-by = ["gri:102-5@2025"]',
        mandatory=True,
    ),
    Rule(
        "DI506", "unreachable-group", Severity.WARNING,
        "a group without a disclosure",
        "A group without a disclosure is shown nowhere.", '[[group]]\nid = "A9"', "(removed)",
        mandatory=True,
    ),
    Rule(
        "DI507", "contradictory-relation", Severity.ERROR,
        "two disclosures that are subset and superset of each other",
        "Two disclosures cannot be both subset and superset of each other.",
        'left = "A1.2", right = "305-1", relation = "subset"\nleft = "A1.2", right = "305-1", relation = "superset"',
        'left = "A1.2", right = "305-1", relation = "superset"',
        mandatory=True,
    ),
    Rule(
        "DI601", "unreadable-source", Severity.ERROR,
        "a document that cannot be read",
        "A document that cannot be read is not checked: that is not the same as fine.",
        "<p>Waste & water</p>", "<p>Waste &amp; water</p>",
        mandatory=True,
    ),
    Rule(
        "DI602", "duplicate-anchor", Severity.ERROR,
        "an id that two elements share",
        "Links and findings point at ids; where two elements share one they point at the wrong place.",
        '<p id="waste">…</p><p id="waste">…</p>', '<p id="waste">…</p><p id="water">…</p>',
    ),
    Rule(
        "DI603", "untitled-section", Severity.WARNING,
        "a tagged section without a heading",
        "An index names sections by their headings.",
        '<section data-disclosure="gri:305-1"><p>…</p></section>',
        '<section data-disclosure="gri:305-1"><h2>Emissions</h2><p>…</p></section>', untitled_section,
    ),
    Rule(
        "DI604", "page-order", Severity.WARNING,
        "page breaks that run backwards, or have no page",
        "Pages that run backwards, or page breaks without a page, make the index send readers astray.",
        '<span role="doc-pagebreak" aria-label="31"/> … <span role="doc-pagebreak" aria-label="13"/>',
        '<span role="doc-pagebreak" aria-label="31"/> … <span role="doc-pagebreak" aria-label="32"/>', page_order,
    ),
    Rule(
        "DI606", "untagged-report", Severity.ERROR,
        "a report in which nothing is tagged",
        "Where nothing is tagged, nothing was looked at: a framework that asks for little would seem to be content.",
        '<section><h1>Climate</h1>…</section>', '<section data-disclosure="gri:305-1"><h1>Climate</h1>…</section>',
        untagged,
        mandatory=True,
    ),
    Rule(
        "DI607", "outside-the-page", Severity.WARNING,
        "text of a PDF outside its visible pages",
        "Readers do not see what stands outside a page's crop box, so it is left out. It may be printers' marks, or "
        "a part of the report that was cut off.",
        "/CropBox [0 0 420 842] … 500 700 Td (305-1) Tj", "/CropBox [0 0 595 842] … 500 700 Td (305-1) Tj",
        source="what is read of a published report (docs/importing.md)",
    ),
)  # fmt: skip
