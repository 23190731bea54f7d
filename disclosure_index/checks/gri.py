"""DI105 to DI110: what a claim of GRI obliges the report to say, as far as a text can show it.

Of the nine requirements of GRI 1 to report in accordance, 2, 4 and 5 are told with the disclosures (DI101), 6 with the
omissions (DI3xx), 3, 4, 5, 7 and 8 here. 1 (the principles) and 9 (to notify GRI) no text can show.
"""

from collections.abc import Iterator, Sequence

from disclosure_index.checks.registry import Facts, Rule, is_whole
from disclosure_index.checks.report_words import says, years_in
from disclosure_index.coverage import Coverage
from disclosure_index.model import Claim, Document, Finding, Location, Passage, Severity

_OF_GRI = {
    "in-accordance": "in accordance with the GRI Standards",
    "with-reference": "with reference to the GRI Standards",
}
TOPICS = range(3, 41)
"""How many items a list has that may be one of material topics."""


def no_statement_of_use(facts: Facts) -> Iterator[Finding]:
    """Tell the documents that speak of GRI and nowhere make the claim that the project file makes."""
    for claim, document, passages in _of_gri(facts):
        if is_whole(document) and passages and not any(says(claim.claim, passage.text) for passage in passages):
            message = f"{document.path} speaks of GRI and nowhere says that it reports {_OF_GRI[claim.claim]}"
            yield _finding("DI105", message, claim.location, "add the statement of use", claim)


def incomplete_statement(facts: Facts) -> Iterator[Finding]:
    """Tell the statements of use without the organisation or without the period."""
    for claim, document, passages in _of_gri(facts):
        statements = [p for p in passages if says("statement-of-use", p.text) and says(claim.claim, p.text)]
        lacks = [(_lacking(facts, p.text), p) for p in statements]
        if not lacks or any(not lack for lack, _ in lacks):
            continue
        lack, passage = min(lacks, key=lambda found: len(found[0]))
        message = f"the statement of use in {document.path} does not name {' and '.join(lack)}"
        yield _finding("DI106", message, passage.location, "GRI 1 fixes its words and its slots", claim, passage.anchor)


def gri_1_not_named(facts: Facts) -> Iterator[Finding]:
    """Tell the GRI indexes and statements of use without the GRI 1 used."""
    for claim, document, passages in _of_gri(facts):
        place = next((p.location for p in passages if says("statement-of-use", p.text)), None)
        if place and not any(says("gri-1", p.text) for p in passages):
            message = f"{document.path} does not name the GRI 1 that it uses"
            yield _finding("DI107", message, place, 'add "GRI 1: Foundation 2021" below the statement of use', claim)


def no_gri_index(facts: Facts) -> Iterator[Finding]:
    """Tell the statements of use in a document without a content index, or a word on where it is."""
    for claim, document, passages in _of_gri(facts):
        place = next((p.location for p in passages if says("statement-of-use", p.text)), None)
        if place and not document.indexes and not any(says("index", p.text) for p in passages):
            message = (
                f"{document.path} has a statement of use, and neither a GRI content index nor a word on where it is"
            )
            yield _finding("DI108", message, place, "print the index, or say where it is published", claim)


def topic_without_management(facts: Facts) -> Iterator[Finding]:
    """Tell the lists of material topics (3-2) that are longer than what is tagged on their management (3-3)."""
    rows = {row.disclosure.code: row for row in _rows(facts, "gri") if row.disclosure.part == "GRI 3"}
    if _claim(facts, "gri", "in-accordance") is None or not {"3-2", "3-3"} <= rows.keys():
        return
    for number in range(len(facts.report.documents)):
        lists = [link for link in rows["3-2"].links if link.document == number and link.statement.span.text is None]
        told = {link.statement.span.location for link in rows["3-3"].links if link.document == number}
        told |= {link.statement.span.location for link in rows["3-3"].omissions if link.document == number}
        for link in lists:
            span = link.statement.span
            passages = facts.report.documents[number].passages[span.first : span.last]
            topics = len(listed_topics(passages))
            if 0 < len(told) < topics:
                message = f"3-2 lists {topics} material topics, and 3-3 is tagged or explained at {len(told)} places"
                hint = "tag gri:3-3 where the report tells how each topic is managed"
                yield _about("DI109", rows["3-3"], message, span.location, hint)
                break


def listed_topics(passages: Sequence[Passage]) -> list[str]:
    """Give the items of a list of material topics; none where the passages are something else."""
    topics = [passage.text for passage in passages if passage.kind == "list-item"]
    return topics if len(topics) in TOPICS and len(topics) * 2 >= len(passages) else []


def sector_topic(facts: Facts) -> Iterator[Finding]:
    """Tell the topics of the Sector Standards that apply which are neither answered nor said not to be material."""
    claim = _claim(facts, "gri", "in-accordance")
    if claim is None or not claim.sectors:
        return
    rows = {(row.disclosure.code, row.disclosure.edition): row for row in _rows(facts, "gri")}
    dropped = {topic for topic, _ in claim.not_material}
    for topic in facts.catalog.frameworks["gri"].sector_topics:
        if topic.part not in claim.sectors or topic.number in dropped:
            continue
        listed = [rows[key] for x in topic.listings if (key := (x.code, x.edition)) in rows and x.kind != "management"]
        lacking = [row for row in listed if not row.links and not row.omissions and not row.by_crosswalk]
        if lacking:
            codes = ", ".join(row.disclosure.code for row in lacking)
            title = topic.title.get("en", "")
            message = f'{topic.part} lists {codes} for topic {topic.number} "{title}": neither disclosed nor omitted'
            hint = f"tag it, omit it with a reason, or name {topic.number} in not-material of the project file"
            yield Finding("DI110", message, claim.location, hint, framework="gri", code=topic.number)


def _of_gri(facts: Facts) -> Iterator[tuple[Claim, Document, tuple[Passage, ...]]]:
    """Give each document with its passages that name GRI, where the report claims the Standards."""
    claim = next((c for c in facts.report.claims if c.framework == "gri" and c.claim in _OF_GRI), None)
    if claim:
        for document, passages in zip(facts.report.documents, facts.naming_gri, strict=True):
            yield claim, document, passages


def _lacking(facts: Facts, text: str) -> list[str]:
    report = facts.report
    words = [word if word.isascii() else word[:2] for word in report.issuer.casefold().split()]
    names = [word for word in words if len(word) > 3 or not word.isascii()] or [report.issuer.casefold()]
    lacks = []
    if not says("issuer", text) and not any(name in text.casefold() for name in names):
        lacks.append("the organisation")
    if report.year_end.year not in years_in(text) and not says("period", text):
        lacks.append("the period")
    return lacks


def _claim(facts: Facts, framework: str, claim: str) -> Claim | None:
    return next((c for c in facts.report.claims if (c.framework, c.claim) == (framework, claim)), None)


def _rows(facts: Facts, framework: str) -> Iterator[Coverage]:
    return (row for row in facts.coverage if row.disclosure.framework == framework)


def _finding(rule: str, message: str, place: Location, hint: str, claim: Claim, anchor: str = "") -> Finding:
    return Finding(rule, message, place, hint, framework=claim.framework, anchor=anchor)


def _about(rule: str, row: Coverage, message: str, place: Location, hint: str) -> Finding:
    d = row.disclosure
    return Finding(rule, message, place, hint, framework=d.framework, edition=d.edition, code=d.code)


RULES = (
    Rule(
        "DI105", "no-statement-of-use", Severity.WARNING,
        "a report that speaks of GRI and does not make the claim of its project file",
        "Whoever uses the GRI Standards says so in a statement of use, in fixed words. A report that speaks of GRI and "
        "does not make the claim leaves its readers, and GRI, to guess. One that does not speak of GRI is not judged: "
        "its index may be published elsewhere.",
        "<p>We follow the ideas of the GRI Standards.</p>",
        "<p>Harbour Ferries has reported in accordance with the GRI Standards for the period 1 January 2025 to "
        "31 December 2025.</p>",
        no_statement_of_use,
        source="GRI 1: Foundation 2021, requirement 8 (in accordance) and requirement 2 of reporting with reference",
    ),
    Rule(
        "DI106", "incomplete-statement-of-use", Severity.WARNING,
        "a GRI statement of use without the organisation or the period",
        "The statement of use has slots for the organisation and for the period, and both have to be filled.",
        "<p>Statement of use: reported in accordance with the GRI Standards.</p>",
        "<p>Statement of use: Harbour Ferries has reported in accordance with the GRI Standards for the period "
        "1 January 2025 to 31 December 2025.</p>",
        incomplete_statement,
        source="GRI 1: Foundation 2021, requirement 8 (in accordance) and requirement 2 of reporting with reference",
    ),
    Rule(
        "DI107", "foundation-not-named", Severity.WARNING,
        "a GRI statement of use without the GRI 1 used",
        "The content index gives the title of the GRI 1 used, since all that is claimed is claimed by its rules.",
        "<p>Statement of use: …</p>", "<p>Statement of use: …</p><p>GRI 1 used: GRI 1: Foundation 2021</p>",
        gri_1_not_named, source="GRI 1: Foundation 2021, requirement 7, and requirement 1 of reporting with reference",
    ),
    Rule(
        "DI108", "no-gri-index", Severity.WARNING,
        "a GRI statement of use without a content index, or a word on where it is",
        "A claim of GRI needs a content index. Where it is not in the report, the report links to it.",
        "<p>Statement of use: …</p>  (and no index)",
        "<p>Statement of use: …</p><p>The GRI content index is on our website.</p>", no_gri_index,
        source="GRI 1: Foundation 2021, requirement 7, and requirement 1 of reporting with reference",
    ),
    Rule(
        "DI109", "topic-without-management", Severity.NOTE,
        "a list of material topics that is longer than what is tagged 3-3",
        "In accordance, 3-3 is answered for each material topic. One passage may answer it for several: so this is "
        "only a note.",
        '<ul data-disclosure="gri:3-2"><li>Safety</li><li>Fuel</li><li>Waste</li></ul>  (and 3-3 at one place)',
        '<ul data-disclosure="gri:3-2"><li>Safety</li><li>Fuel</li><li>Waste</li></ul>  (and 3-3 at three places)',
        topic_without_management, source="GRI 1: Foundation 2021, requirement 4",
    ),
    Rule(
        "DI110", "sector-topic-unanswered", Severity.ERROR,
        "a topic of an applicable GRI Sector Standard, neither answered nor said not to be material",
        "Where a Sector Standard applies, each disclosure that it lists for a topic is reported or omitted with a "
        "reason, and each topic that is not material is listed with an explanation.",
        'sectors = ["GRI 11"]  # and nothing on 11.4, biodiversity',
        'sectors = ["GRI 11"]\nnot-material = { "11.4" = "All our sites are in harbours built before 1950." }',
        sector_topic, source="GRI 1: Foundation 2021, requirements 3-b and 5-b",
        options=("frameworks.sectors", "frameworks.not-material"),
        mandatory=True,
    ),
)  # fmt: skip
