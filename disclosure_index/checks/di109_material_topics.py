"""DI109 and DI110: the material topics, and the sector topics, of who makes the claim that obliges to them."""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.findings import about
from disclosure_index.messages import COMMA, joined, message, titled
from disclosure_index.model import Claim, Finding, MaterialTopics, Passage, Severity
from disclosure_index.policy.rules import Rule

TOPICS = range(3, 41)
"""How many items a list has that may be one of material topics."""


def topic_without_management(assessment: Assessment) -> Iterator[Finding]:
    """Report the lists of material topics that are longer than what is tagged on their management."""
    for claim, topics in _obliged(assessment):
        rows = {row.disclosure.code: row for row in assessment.rows(claim.framework)}
        if {topics.list, topics.management} <= rows.keys():
            yield from _without_management(assessment, rows[topics.list], rows[topics.management])


def _without_management(assessment: Assessment, listing: Coverage, management: Coverage) -> Iterator[Finding]:
    for number in range(len(assessment.report.documents)):
        lists = [link for link in listing.links if link.document == number and link.statement.span.text is None]
        told = {link.statement.span.location for link in management.links if link.document == number}
        told |= {link.statement.span.location for link in management.omissions if link.document == number}
        for link in lists:
            span = link.statement.span
            passages = assessment.report.documents[number].passages[span.first : span.last]
            topics = len(listed_topics(passages))
            if 0 < len(told) < topics:
                d = management.disclosure
                problem = message(
                    "{list} lists {topics} material topics; places where {management} is tagged or explained: {places}",
                    list=listing.disclosure.code,
                    topics=topics,
                    management=d.code,
                    places=len(told),
                )
                hint = message(
                    "Tag {reference} where the report describes how each topic is managed", reference=d.short
                )
                yield about("DI109", d, problem, span.location, hint)
                break


def listed_topics(passages: Sequence[Passage]) -> list[str]:
    """Return the items of a list of material topics; none where the passages are something else."""
    topics = [passage.text for passage in passages if passage.kind == "list-item"]
    return topics if len(topics) in TOPICS and len(topics) * 2 >= len(passages) else []


def sector_topic(assessment: Assessment) -> Iterator[Finding]:
    """Report the topics of the Sector Standards that apply which are neither answered nor said not to be material."""
    for claim, _ in _obliged(assessment):
        if claim.sectors:
            yield from _unanswered(assessment, claim, claim.sectors)


def _unanswered(assessment: Assessment, claim: Claim, sectors: Sequence[str]) -> Iterator[Finding]:
    rows = {(row.disclosure.code, row.disclosure.edition): row for row in assessment.rows(claim.framework)}
    dropped = {topic for topic, _ in claim.not_material}
    for topic in assessment.catalog.frameworks[claim.framework].sector_topics:
        if topic.part not in sectors or topic.number in dropped:
            continue
        listed = [rows[key] for x in topic.listings if (key := (x.code, x.edition)) in rows and x.kind != "management"]
        lacking = [row for row in listed if not row.links and not row.omissions and not row.by_crosswalk]
        if lacking:
            codes, title = joined(COMMA, (row.disclosure.code for row in lacking)), titled(topic.title, "en")
            problem = message(
                '{standard} lists {codes} for topic {topic} "{title}", neither disclosed nor omitted',
                standard=topic.part,
                codes=codes,
                topic=topic.number,
                title=title,
            )
            hint = message(
                "Tag each, omit it with a reason, or list {topic} under not-material in the project file",
                topic=topic.number,
            )
            yield Finding("DI110", problem, claim.location, hint, framework=claim.framework, code=topic.number)


def _obliged(assessment: Assessment) -> Iterator[tuple[Claim, MaterialTopics]]:
    """Yield the claims that require a report on each material topic."""
    for claim in assessment.report.claims:
        framework = assessment.catalog.frameworks.get(claim.framework)
        topics = framework.conventions.topics if framework else None
        if topics and topics.claim == claim.claim:
            yield claim, topics


RULES = (
    Rule(
        "DI109",
        "topic-without-management",
        Severity.NOTE,
        message("a list of material topics longer than the passages tagged 3-3"),
        message(
            "A report in accordance with GRI answers 3-3 for each material topic. One passage can answer it for "
            "several, so this is only a note."
        ),
        '<ul data-disclosure="gri:3-2"><li>Safety</li><li>Fuel</li><li>Waste</li></ul>  (and 3-3 in one place)',
        '<ul data-disclosure="gri:3-2"><li>Safety</li><li>Fuel</li><li>Waste</li></ul>  (and 3-3 in three places)',
        topic_without_management,
        source=message("GRI 1: Foundation 2021, requirement 4"),
    ),
    Rule(
        "DI110",
        "sector-topic-unanswered",
        Severity.ERROR,
        message("a topic of an applicable GRI Sector Standard, neither answered nor listed as not material"),
        message(
            "If a Sector Standard applies, each disclosure listed for a topic must be reported or omitted with a "
            "reason, and each topic that is not material must be listed with an explanation."
        ),
        'sectors = ["GRI 11"]  # but nothing on 11.4, biodiversity',
        'sectors = ["GRI 11"]\nnot-material = { "11.4" = "All our sites are in harbours built before 1950." }',
        sector_topic,
        source=message("GRI 1: Foundation 2021, requirements 3-b and 5-b"),
        options=("frameworks.sectors", "frameworks.not-material"),
        mandatory=True,
    ),
)
