"""DI5xx and DI6xx: definitions and documents that cannot be read or relied on."""

from collections.abc import Iterable, Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Location, Message, Severity
from disclosure_index.model.enumerations import whole_number
from disclosure_index.policy.rules import Rule


def no_framework(assessment: Assessment) -> Iterator[Finding]:
    """Report a project file that claims no framework: nothing can be missing then, which is not the same as fine."""
    if not assessment.report.claims:
        hint = no_framework_help(assessment.catalog.known)
        problem = message("No framework is claimed, so nothing was checked for what the report lacks")
        yield Finding("DI607", problem, assessment.report.location, hint, unchecked=True)


def no_framework_help(known: Iterable[str]) -> Message:
    """Return what to write where no framework is claimed."""
    return message(
        "Add [[frameworks]] with an id to the project file for each framework that the report answers: {known}",
        known=joined(COMMA, sorted(known)),
    )


def untagged(assessment: Assessment) -> Iterator[Finding]:
    """Report the reports in which nothing is tagged and nothing omitted, where no gap and no index shows it already."""
    document = assessment.report.documents[0]
    reported = any(row.is_gap for row in assessment.coverage) or any(printed.claims for printed in assessment.printed)
    if assessment.report.claims and not (assessment.tags or assessment.omissions or reported):
        place = document.passages[0].location if document.passages else Location(document.path)
        yield Finding(
            "DI606",
            message("Nothing in the report is tagged, so nothing could be checked"),
            place,
            message(
                'Tag the passages that answer a disclosure, as in data-disclosure="gri:305-1", or import a report with '
                "its index"
            ),
        )


def untitled_section(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged sections without a heading: an index has no name for them."""
    reported = set()
    for links, _ in assessment.elements:
        link, span = links[0], links[0].statement.span
        document = assessment.report.documents[link.document]
        if span.section is None or document.sections[span.section].title or (link.document, span.section) in reported:
            continue
        reported.add((link.document, span.section))
        section = document.sections[span.section]
        yield Finding(
            "DI603",
            message("This section has tags but no heading"),
            section.location,
            message("Give the section a heading"),
            anchor=section.anchor,
        )


def page_order(assessment: Assessment) -> Iterator[Finding]:
    """Report the page breaks that run backwards, where pages are numbers."""
    for document in assessment.report.documents:
        last = 0
        for label, location in document.pages:
            if (number := whole_number(label)) is not None:
                if number < last:
                    yield Finding(
                        "DI604",
                        message("Page {page} comes after page {last}", page=label, last=last),
                        location,
                        message("Put the page breaks in order"),
                    )
                last = number


RULES = (
    Rule(
        "DI501",
        "bad-definition",
        Severity.ERROR,
        message("a definition that does not fit the schema"),
        message("A definition that does not fit the schema is not loaded, so its disclosures cannot be checked."),
        'titel = { en = "…" }',
        'title = { en = "…" }',
        mandatory=True,
    ),
    Rule(
        "DI502",
        "duplicate-definition",
        Severity.ERROR,
        message("two definitions with the same code and edition"),
        message("Two definitions have the same code and edition, so a tag could mean either."),
        'code = "A1.2"\n…\ncode = "A1.2"',
        'code = "A1.2"\n…\ncode = "A1.3"',
        mandatory=True,
    ),
    Rule(
        "DI503",
        "title-missing",
        Severity.ERROR,
        message("a title or text in only one form of Chinese"),
        message(
            "English and both forms of Chinese are equal: a title or text in one form of Chinese must have the other, "
            "written in its own characters."
        ),
        'title = { en = "Emissions", zh-Hans = "排放物" }',
        'title = { en = "Emissions", zh-Hans = "排放物", zh-Hant = "排放物" }',
        mandatory=True,
    ),
    Rule(
        "DI504",
        "wrong-dates",
        Severity.ERROR,
        message("an edition that ends before it starts, or never ends"),
        message("An edition that ends before it starts, or never ends, applies to the wrong reports."),
        "from = 2025-01-01\nuntil = 2020-07-01",
        "from = 2020-07-01\nuntil = 2025-01-01",
        mandatory=True,
    ),
    Rule(
        "DI505",
        "dangling-link",
        Severity.ERROR,
        message("a parent, group, successor or relation that is not defined"),
        message("A parent, group, successor or crosswalk that is not defined silently has no effect."),
        'superseded-by = ["gri:102-55@2025"]',
        'superseded-by = ["gri:102-5@2025"]',
        mandatory=True,
    ),
    Rule(
        "DI506",
        "unreachable-group",
        Severity.WARNING,
        message("a group without disclosures"),
        message("A group without disclosures is not shown anywhere."),
        '[[group]]\nid = "A9"',
        "(removed)",
        mandatory=True,
    ),
    Rule(
        "DI507",
        "contradictory-relation",
        Severity.ERROR,
        message("two disclosures that are subset and superset of each other"),
        message("Two disclosures cannot be both subset and superset of each other."),
        'left = "A1.2", right = "305-1", relation = "subset"\nleft = "A1.2", right = "305-1", relation = "superset"',
        'left = "A1.2", right = "305-1", relation = "superset"',
        mandatory=True,
    ),
    Rule(
        "DI508",
        "list-dries-up",
        Severity.ERROR,
        message("a list of disclosures of which some go out of force without a successor"),
        message("A list that names what is out of force asks for less from that day on, without a warning."),
        "until = 2026-01-01  # of a disclosure that GRI 11 lists",
        'until = 2026-01-01\nsuperseded-by = ["GRI 101"]',
        mandatory=True,
    ),
    Rule(
        "DI510",
        "heading-without-part",
        Severity.ERROR,
        message("a heading that is asked for on a day on which none of its parts is"),
        message("A heading is answered by its parts: where none of them is asked for, neither is the heading."),
        'heading = true\nobligation = "mandatory"  # and below it only voluntary',
        'heading = true\nobligation = "voluntary"',
        mandatory=True,
    ),
    Rule(
        "DI509",
        "ended-relation",
        Severity.WARNING,
        message("relations that end while the disclosure goes on"),
        message(
            "A relation that names an edition holds of a later one that changed nothing; where that changed, or "
            "another disclosure takes its place, somebody has to say whether it still holds."
        ),
        'left = "401-1", right = "A1@2020"',
        'left = "401-1", right = "A1@2020"\nleft = "401-1", right = "A1@2025"',
        mandatory=True,
    ),
    Rule(
        "DI601",
        "unreadable-source",
        Severity.ERROR,
        message("a document that cannot be read"),
        message("A document that cannot be read is not checked, which does not mean that it is correct."),
        "<p>Waste & water</p>",
        "<p>Waste &amp; water</p>",
        mandatory=True,
    ),
    Rule(
        "DI602",
        "duplicate-anchor",
        Severity.ERROR,
        message("an id shared by two elements"),
        message("Links and findings point to ids; if two elements share one, they point to the wrong place."),
        '<p id="waste">…</p><p id="waste">…</p>',
        '<p id="waste">…</p><p id="water">…</p>',
    ),
    Rule(
        "DI603",
        "untitled-section",
        Severity.WARNING,
        message("a tagged section without a heading"),
        message("An index names sections by their headings."),
        '<section data-disclosure="gri:305-1"><p>…</p></section>',
        '<section data-disclosure="gri:305-1"><h2>Emissions</h2><p>…</p></section>',
        untitled_section,
    ),
    Rule(
        "DI604",
        "page-order",
        Severity.WARNING,
        message("page breaks that run backwards or name no page"),
        message("With page breaks that run backwards or name no page, the index points readers to the wrong pages."),
        '<span role="doc-pagebreak" aria-label="31"/> … <span role="doc-pagebreak" aria-label="13"/>',
        '<span role="doc-pagebreak" aria-label="31"/> … <span role="doc-pagebreak" aria-label="32"/>',
        page_order,
    ),
    Rule(
        "DI606",
        "untagged-report",
        Severity.ERROR,
        message("a report without tags"),
        message("Without tags nothing is checked: a framework that asks for little would seem to be fully answered."),
        "<section><h1>Climate</h1>…</section>",
        '<section data-disclosure="gri:305-1"><h1>Climate</h1>…</section>',
        untagged,
        mandatory=True,
    ),
    Rule(
        "DI607",
        "no-framework",
        Severity.ERROR,
        message("a project file that claims no framework"),
        message(
            "What a report lacks depends on the frameworks that it answers. If none is claimed, nothing is checked."
        ),
        '[[documents]]\npath = "report.xhtml"',
        '[[documents]]\npath = "report.xhtml"\n\n[[frameworks]]\nid = "gri"',
        no_framework,
        mandatory=True,
    ),
    Rule(
        "DI608",
        "outside-the-page",
        Severity.WARNING,
        message("text of a PDF outside its visible pages"),
        message(
            "Readers do not see text outside the crop box of a page, so it is left out. It may be printers' marks, or "
            "a part of the report that was cut off."
        ),
        "/CropBox [0 0 420 842] … 500 700 Td (305-1) Tj",
        "/CropBox [0 0 595 842] … 500 700 Td (305-1) Tj",
        source=message("what is read of a published report (docs/importing.md)"),
    ),
    Rule(
        "DI609",
        "internal-error",
        Severity.ERROR,
        message("a page that an error of this program kept from being read"),
        message(
            "The mistake is this program's and not the report's. The table of the page is not read, so what an index "
            "claims on it is lacking from the import."
        ),
        "report.pdf:88: Internal error, please report it: the table on this page was not read",
        "(the page imported with a version that reads it, or its index tagged by hand)",
        source=message("what is read of a published report (docs/importing.md)"),
        mandatory=True,
    ),
)
