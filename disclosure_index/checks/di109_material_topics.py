"""DI109 and DI110: material topics and sector topics, for claims that require them."""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.sector_lists import Listed, listed
from disclosure_index.checks.support.findings import about
from disclosure_index.messages import AND, COMMA, joined, message, titled
from disclosure_index.model import Claim, Disclosure, Finding, MaterialTopics, Passage, SectorTopic, Severity
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
        places = {link.statement.span.location for link in management.links if link.document == number}
        places |= {link.statement.span.location for link in management.omissions if link.document == number}
        for link in lists:
            span = link.statement.span
            passages = assessment.report.documents[number].passages[span.first : span.last]
            topics = len(listed_topics(passages))
            if 0 < len(places) < topics:
                d = management.disclosure
                problem = message(
                    "{list} lists {topics} material topics; places where {management} is tagged or explained: {places}",
                    list=listing.disclosure.code,
                    topics=topics,
                    management=d.code,
                    places=len(places),
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
    for topic, asked, _ in _topics(assessment, claim, sectors):
        lacking = [row for row in asked if not _is_answered(row)]
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


def sector_list_unknown(assessment: Assessment) -> Iterator[Finding]:
    """Report the topics whose list names what is out of force: the Sector Standard was reissued with another list."""
    for claim, _ in _obliged(assessment):
        for topic, _, replaced in _topics(assessment, claim, claim.sectors or ()):
            if open_ := _open(assessment, claim, replaced):
                yield _unknown(claim, topic, replaced, open_)


def _unknown(claim: Claim, topic: SectorTopic, replaced: Sequence[Listed], open_: Sequence[Disclosure]) -> Finding:
    standards: dict[str, list[str]] = {}
    for d in open_:
        standards.setdefault(d.part, []).append(d.code)
    names = [
        message("{standard} ({first} to {last})", standard=standard, first=codes[0], last=codes[-1])
        for standard, codes in standards.items()
    ]
    problem = message(
        '{standard} lists {codes} for topic {topic} "{title}", out of force for this report; {successors} takes their '
        "place (derived), but what {standard} now lists of it is not known",
        standard=topic.part,
        codes=joined(COMMA, (x.disclosure.code for x in replaced)),
        topic=topic.number,
        title=titled(topic.title, "en"),
        successors=joined(AND, names) if names else message("another Standard"),
    )
    hint = message(
        "Read topic {topic} in the {standard} in force, and name the disclosures that it lists in the project file: "
        'topic-disclosures = {{ "{topic}" = ["…"] }}',
        topic=topic.number,
        standard=topic.part,
    )
    return Finding("DI117", problem, claim.location, hint, framework=claim.framework, code=topic.number, unchecked=True)


def _topics(
    assessment: Assessment, claim: Claim, sectors: Sequence[str]
) -> Iterator[tuple[SectorTopic, list[Coverage], list[Listed]]]:
    """Yield the topics that are material, with what each asks for and what it lists that other Standards replace.

    Where a person has read the list that is in force, it decides. A Standard that the report uses early replaces what
    it is the successor of, as if it were in force.
    """
    framework = assessment.catalog.frameworks[claim.framework]
    rows = {(row.disclosure.code, row.disclosure.edition): row for row in assessment.rows(claim.framework)}
    by_code = {row.disclosure.code: row for row in rows.values()}
    answered = {row.disclosure.part for row in rows.values() if _is_answered(row)}
    confirmed, dropped = dict(claim.topic_disclosures), {topic for topic, _ in claim.not_material}
    for topic in framework.sector_topics:
        if topic.part not in sectors or topic.number in dropped:
            continue
        asked: dict[str, Coverage] = {}
        replaced: list[Listed] = []
        for x in listed(framework, topic):
            row = rows.get((x.disclosure.code, x.disclosure.edition))
            early = row is not None and not _is_answered(row) and bool(answered & set(x.successors))
            if row is not None and row.disclosure.uid in assessment.current_uids and not early:
                asked[row.disclosure.uid] = row
            elif _is_to_come(assessment, x.disclosure):  # until then, the edition before it answers the same
                if row := by_code.get(x.disclosure.code):
                    asked[row.disclosure.uid] = row
            elif x.successors or row is None:
                replaced.append(x)
        if topic.number in confirmed:
            chosen = [by_code[code] for code in confirmed[topic.number] if code in by_code]
            asked |= {row.disclosure.uid: row for row in chosen}
            replaced = []
        yield topic, list(asked.values()), replaced


def _open(assessment: Assessment, claim: Claim, replaced: Sequence[Listed]) -> list[Disclosure]:
    """Return the disclosures of a list that the report does not answer; none where the list is answered.

    Of a disclosure that nothing is known to succeed, it is the one itself.
    """
    found: list[Disclosure] = []
    for part in dict.fromkeys(part for x in replaced for part in x.successors):
        rows = [row for row in assessment.rows(claim.framework) if row.disclosure.part == part]
        newest = max((row.disclosure.edition for row in rows), default="")
        found += (r.disclosure for r in rows if r.disclosure.edition == newest and not _is_answered(r))
        if not rows:  # of a Standard that is not in force yet, and not used
            framework = assessment.catalog.frameworks[claim.framework]
            found += (d for d in framework.disclosures if d.part == part)
    return [*found, *(x.disclosure for x in replaced if not x.successors)]


def _is_to_come(assessment: Assessment, disclosure: Disclosure) -> bool:
    start = disclosure.in_force.start
    return start is not None and start > assessment.report.publication


def _is_answered(row: Coverage) -> bool:
    return bool(row.links or row.omissions or row.by_crosswalk)


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
    Rule(
        "DI117",
        "sector-list-unknown",
        Severity.ERROR,
        message("a topic of a GRI Sector Standard whose list names disclosures that are out of force"),
        message(
            "GRI reissued its Sector Standards with other lists where a Topic Standard was replaced. Where a new list "
            "is not known here, nothing is assumed: a person names what it lists. A report that answers all of the new "
            "Topic Standard answers any list."
        ),
        'sectors = ["GRI 11"]  # a report published in 2026, on 11.4, biodiversity',
        'sectors = ["GRI 11"]\ntopic-disclosures = { "11.4" = ["101-1", "101-2"] }',
        sector_list_unknown,
        source=message("GRI 1: Foundation 2021, requirement 5-b; GRI 11 to GRI 14, reissued with GRI 101 to 103"),
        options=("frameworks.sectors", "frameworks.topic-disclosures"),
        mandatory=True,
    ),
)
