"""DI401 to DI410: the printed index, compared with itself and with its document."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.checks.support.index_claims import backwards, finding_at, named, promises
from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import message
from disclosure_index.model import Finding, Severity
from disclosure_index.model.page_numbers import is_behind, last_page
from disclosure_index.policy.rules import Rule


def page_range(assessment: Assessment) -> Iterator[Finding]:
    """Report the page ranges that run backwards, and the pages behind the last one beside others that are there."""
    for promise in promises(assessment):
        claim, end = promise.claim, last_page(promise.document)
        if ends := backwards(claim):
            problem = message(
                'The index places {reference} on pages "{pages}", which run backwards',
                reference=named(claim),
                pages=claim.location_text.strip(),
            )
            yield finding_at("DI409", claim, problem, message("Write {what}", what=f"{ends[0]}-{ends[1]}"))
            continue
        behind = [page for page in promise.own_pages if end and is_behind(page, end)]
        if promise.links and promise.is_there and behind:
            problem = message(
                "The index places {reference} on page {page}, but the last page is {last}",
                reference=named(claim),
                page=behind[0],
                last=end,
            )
            yield finding_at("DI409", claim, problem, message("Correct the page in the index"))


def no_such_anchor(assessment: Assessment) -> Iterator[Finding]:
    """Report the links to missing places of the document, each place once."""
    for document in assessment.report.documents:
        reported = set()
        for anchor, location, _ in document.links:
            if anchor not in document.anchors and anchor not in reported:
                reported.add(anchor)
                near = nearest(anchor, document.anchors)
                hint = (
                    message("Did you mean {meant}?", meant=near)
                    if near
                    else message("Correct the link, or give its target the id")
                )
                yield Finding(
                    "DI410", message('No element has the id "{id}"', id=anchor), location, hint, anchor=anchor
                )


def spelt_otherwise(assessment: Assessment) -> Iterator[Finding]:
    """Report the section titles that the index spells differently from the document."""
    for number, printed in enumerate(assessment.printed):
        reported = set()
        appendices = {finding.location for finding in printed.findings if finding.rule == "DI405"}
        for claim in printed.claims:
            for path in () if claim.row in appendices else claim.sections:
                span = assessment.placer(number).section(path)
                if span is None or span.section is None or path[-1] in reported:
                    continue
                title = assessment.report.documents[number].sections[span.section].title
                if assessment.placer(number).plain(title) != assessment.placer(number).plain(path[-1]):
                    reported.add(path[-1])
                    problem = message(
                        'The index writes "{index}", the section "{section}"', index=path[-1], section=title
                    )
                    yield finding_at("DI407", claim, problem, message("Use one spelling"))


RULES = (
    Rule(
        "DI401",
        "empty-item",
        Severity.WARNING,
        message("an empty item in a list of codes"),
        message("An empty item in a list of codes is left from a code that was deleted or never filled in."),
        "B2.2; , B3.1",
        "B2.2; B3.1",
    ),
    Rule(
        "DI402",
        "malformed-separator",
        Severity.WARNING,
        message("codes without a separator"),
        message("Some readers take codes without a separator as one code and do not find it."),
        "CG-EC-130a.1 CG-EC-130a.3",
        "CG-EC-130a.1; CG-EC-130a.3",
    ),
    Rule(
        "DI403",
        "row-without-code",
        Severity.WARNING,
        message("an index row that names no disclosure"),
        message(
            "An index row without a disclosure says nothing: either its code is missing or the row is superfluous."
        ),
        "| Diverse consumption | | |",
        "| Diverse consumption | B6 | 416-1 |",
    ),
    Rule(
        "DI404",
        "code-title-clash",
        Severity.WARNING,
        message("a code next to the title of another disclosure"),
        message("The code is another disclosure's. The title is taken as correct, since numbers are more often wrong."),
        "405-1 | Ratio of basic salary of women to men",
        "405-2 | Ratio of basic salary of women to men",
    ),
    Rule(
        "DI405",
        "dangling-appendix",
        Severity.ERROR,
        message("an appendix cited by another appendix's number"),
        message("The index cites an appendix by a number that belongs to another appendix."),
        "Appendix 5 Climate report (Appendix 5 is about stakeholders)",
        "Appendix 4 Climate report",
    ),
    Rule(
        "DI406",
        "unread-code",
        Severity.NOTE,
        message("a code that the framework does not have"),
        message("The entry in the code column is not a code of the framework, so the row claims nothing."),
        "<td>2-99</td><td>Profile</td>",
        "<td>2-9</td><td>Profile</td>",
    ),
    Rule(
        "DI407",
        "title-spelling",
        Severity.WARNING,
        message("a section title spelled differently in the index and the text"),
        message("A search for the index's spelling does not find the section."),
        "Index: Responsable technology",
        "Index: Responsible technology",
        spelt_otherwise,
    ),
    Rule(
        "DI409",
        "page-range",
        Severity.WARNING,
        message("pages that run backwards or past the last page"),
        message("Pages that run backwards or past the last page are errors that a reader cannot correct."),
        "<td>305-1</td><td>36-31</td>",
        "<td>305-1</td><td>31-36</td>",
        page_range,
    ),
    Rule(
        "DI410",
        "no-such-anchor",
        Severity.ERROR,
        message("a link to a place that does not exist"),
        message("A link in the index or the text points to a place that the document does not have."),
        '<td><a href="#wast">Waste</a></td>  (the section is id="waste")',
        '<td><a href="#waste">Waste</a></td>',
        no_such_anchor,
    ),
)
