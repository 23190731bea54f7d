"""DI201 to DI205: codes that are not what the report is held against."""

from collections.abc import Iterator

from disclosure_index.checks.making import about_statement
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import LinkStatus
from disclosure_index.model import Disclosure, Finding, InForce, Saying, Severity
from disclosure_index.sayings import joined, say
from disclosure_index.spelling import nearest


def unknown_code(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that no edition of the framework has."""
    hints: dict[tuple[str, str], Saying] = {}  # a slip is often repeated
    for link in facts.by_status[LinkStatus.UNKNOWN]:
        if reference := link.statement.reference:
            named = (reference.framework, reference.code)
            if named not in hints:
                hints[named] = _meant(facts, *named)
            short = facts.catalog.frameworks[reference.framework].short
            message = say("DI201", framework=short, code=reference.code)
            yield about_statement("DI201", link, message, hints[named])


def _meant(facts: Facts, framework: str, code: str) -> Saying:
    from disclosure_index.checks.near_codes import near_code  # a run without a slip needs none

    near = near_code(code, facts.catalog.codes(framework))
    if near:
        return say("did-you-mean", meant=say("reference", framework=framework, code=near))
    return say("DI201-help", framework=framework)


def unknown_framework(facts: Facts) -> Iterator[Finding]:
    """Tell the tags of frameworks that are not defined."""
    for link in facts.by_status[LinkStatus.UNKNOWN_FRAMEWORK]:
        if reference := link.statement.reference:
            near = nearest(reference.framework, facts.catalog.known)
            known = joined("comma", facts.catalog.known)
            hint = say("did-you-mean", meant=near) if near else say("DI202-help", known=known)
            yield about_statement("DI202", link, say("DI202", framework=reference.framework), hint)


def wrong_edition(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that exist, but in no edition that applies to the report."""
    for link in facts.by_status[LinkStatus.WRONG_EDITION]:
        reference = link.statement.reference
        disclosure = link.disclosure or link.candidates[-1]
        if link.disclosure is None:
            editions = joined("comma", (d.edition for d in link.candidates))
            message = say("DI203-edition", name=facts.name(disclosure), edition=reference and reference.edition)
            hint = say("DI203-edition-help", editions=editions)
        else:
            why = _out_of_force(disclosure.in_force)
            message = say("DI203", name=facts.name(disclosure), edition=disclosure.edition, why=why)
            instead = _successors(disclosure) or _in_force_now(facts, link.candidates)
            hint = say("DI203-help", instead=instead) if instead else say("DI203-nothing-help")
        yield about_statement("DI203", link, message, hint)


def _successors(disclosure: Disclosure) -> str:
    codes = disclosure.superseded_by
    return joined("or", codes) if len(codes) <= 4 else say("DI203-of", first=codes[0], last=codes[-1])


def _out_of_force(span: InForce) -> Saying:
    return say("DI203-published" if span.by == "publication-date" else "DI203-begun", days=_days(span))


def _days(span: InForce) -> Saying:
    if span.start and span.end:
        return say("from-until", start=span.start, end=span.end)
    return say("until", end=span.end) if span.end else say("from", start=span.start)


def _in_force_now(facts: Facts, candidates: tuple[Disclosure, ...]) -> str:
    return next((d.uid for d in candidates if d.uid in facts.current_uids), "")


def ambiguous(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that two editions in force share."""
    for link in facts.by_status[LinkStatus.AMBIGUOUS]:
        if link.disclosure:
            meant = joined("or", (say("with", what=d.uid, more=facts.name(d)) for d in link.candidates))
            message = say("DI204", reference=link.statement.text, read=link.disclosure.uid)
            yield about_statement("DI204", link, message, say("write", what=meant))


def unwanted(facts: Facts) -> Iterator[Finding]:
    """Tell the tags of frameworks, or of SASB industries, that the project file does not name."""
    for link in facts.by_status[LinkStatus.UNWANTED]:
        if d := link.disclosure:
            if d.framework in facts.current:
                message = say("DI205-industry", name=facts.name(d), industry=d.part)
                hint = say("DI205-industry-help", industry=d.part)
            else:
                message = say("DI205", name=facts.name(d))
                hint = say("DI205-help", framework=d.framework)
            yield about_statement("DI205", link, message, hint)


RULES = (
    Rule(
        "DI201", "unknown-code", Severity.ERROR,
        "a code that no edition of the framework has",
        "The code is in no edition of the framework: a slip of the pen that makes the index claim nothing.",
        '<p data-disclosure="hkex-esg:A1.7">…</p>', '<p data-disclosure="hkex-esg:A1.6">…</p>', unknown_code,
    ),
    Rule(
        "DI202", "unknown-framework", Severity.ERROR,
        "a framework that is not defined",
        "There are no definitions for the framework, so its tags cannot be checked.",
        '<p data-disclosure="hkex:A1.2">…</p>', '<p data-disclosure="hkex-esg:A1.2">…</p>', unknown_framework,
    ),
    Rule(
        "DI203", "wrong-edition", Severity.ERROR,
        "a code that is withdrawn, superseded or not yet in force",
        "The code is withdrawn, superseded or not yet in force for this report. HKEX editions go by the start of the "
        "financial year, GRI Standards by the day of publication.",
        '<p data-disclosure="gri:102-16">…</p>', '<p data-disclosure="gri:2-23">…</p>', wrong_edition,
        source="HKEX Appendix C2, effective dates; GRI Universal and Topic Standards, effective dates",
    ),
    Rule(
        "DI204", "ambiguous-edition", Severity.WARNING,
        "a code that two editions in force share",
        "Two editions in force share the code: GRI 306-3 is significant spills (2016) and waste generated (2020).",
        '<p data-disclosure="gri:306-3">…</p>', '<p data-disclosure="gri:306-3@2020">…</p>', ambiguous,
        source="GRI 306: Waste 2020 and GRI 306: Effluents and Waste 2016",
    ),
    Rule(
        "DI205", "unwanted-tag", Severity.WARNING,
        "a tag of a framework or an industry that the report does not claim",
        "The tag is of a framework or an industry that the report does not say it answers, so nothing comes of it.",
        '<p data-disclosure="sasb:TR-CL-110a.1">…</p>', 'industries = ["TR-MT", "TR-CL"]', unwanted,
    ),
)  # fmt: skip
