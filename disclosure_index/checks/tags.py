"""DI2xx: tags that do not say what their writer meant."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import Link, LinkStatus
from disclosure_index.model import Disclosure, Finding, InForce, Severity
from disclosure_index.spelling import nearest


def _finding(rule: str, link: Link, message: str, hint: str) -> Finding:
    reference, disclosure, span = link.statement.reference, link.disclosure, link.statement.span
    return Finding(
        rule,
        message,
        span.location,
        hint,
        framework=reference.framework if reference else "",
        edition=disclosure.edition if disclosure else "",
        code=disclosure.code if disclosure else reference.code if reference else link.statement.text,
        anchor=span.anchor,
    )


def unknown_code(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that no edition of the framework has."""
    hints: dict[tuple[str, str], str] = {}  # a slip is often repeated
    for link in facts.by_status[LinkStatus.UNKNOWN]:
        if reference := link.statement.reference:
            named = (reference.framework, reference.code)
            if named not in hints:
                hints[named] = _meant(facts, *named)
            short = facts.catalog.frameworks[reference.framework].short
            yield _finding("DI201", link, f"{short} has no disclosure {reference.code}", hints[named])


def _meant(facts: Facts, framework: str, code: str) -> str:
    from disclosure_index.checks.near_codes import near_code  # a run without a slip needs none

    near = near_code(code, facts.catalog.codes(framework))
    return f"did you mean {framework}:{near}?" if near else f"see: disclosure-index frameworks show {framework}"


def unknown_framework(facts: Facts) -> Iterator[Finding]:
    """Tell the tags of frameworks that are not defined."""
    for link in facts.by_status[LinkStatus.UNKNOWN_FRAMEWORK]:
        if reference := link.statement.reference:
            near = nearest(reference.framework, facts.catalog.known)
            hint = f"did you mean {near}?" if near else f"known are {', '.join(facts.catalog.known)}"
            yield _finding("DI202", link, f'no framework "{reference.framework}" is defined', hint)


def wrong_edition(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that exist, but in no edition that applies to the report."""
    for link in facts.by_status[LinkStatus.WRONG_EDITION]:
        reference = link.statement.reference
        disclosure = link.disclosure or link.candidates[-1]
        if link.disclosure is None:
            editions = ", ".join(d.edition for d in link.candidates)
            message = f"{facts.name(disclosure)} has no edition {reference and reference.edition}"
            hint = f"its editions are {editions}"
        else:
            message = f"{facts.name(disclosure)}, edition {disclosure.edition}, {_out_of_force(disclosure.in_force)}"
            instead = _successors(disclosure) or _in_force_now(facts, link.candidates)
            hint = f"use {instead}" if instead else "remove the tag; nothing replaces the disclosure"
        yield _finding("DI203", link, message, hint)


def _successors(disclosure: Disclosure) -> str:
    codes = disclosure.superseded_by
    return " or ".join(codes) if len(codes) <= 4 else f"what applies of {codes[0]} to {codes[-1]}"


def _out_of_force(span: InForce) -> str:
    by = "published" if span.by == "publication-date" else "on financial years begun"
    return f"applies to reports {by} {_days(span)}, not to this one"


def _days(span: InForce) -> str:
    if span.start and span.end:
        return f"from {span.start} and before {span.end}"
    return f"before {span.end}" if span.end else f"from {span.start}"


def _in_force_now(facts: Facts, candidates: tuple[Disclosure, ...]) -> str:
    return next((d.uid for d in candidates if d.uid in facts.current_uids), "")


def ambiguous(facts: Facts) -> Iterator[Finding]:
    """Tell the codes that two editions in force share."""
    for link in facts.by_status[LinkStatus.AMBIGUOUS]:
        if link.disclosure:
            meant = " or ".join(f"{d.uid} ({facts.name(d)})" for d in link.candidates)
            message = f"{link.statement.text} can mean two disclosures in force; it is read as {link.disclosure.uid}"
            yield _finding("DI204", link, message, f"write {meant}")


def unwanted(facts: Facts) -> Iterator[Finding]:
    """Tell the tags of frameworks, or of SASB industries, that the project file does not name."""
    for link in facts.by_status[LinkStatus.UNWANTED]:
        if d := link.disclosure:
            if d.framework in facts.current:
                message = f"{facts.name(d)} is of industry {d.part}, which the issuer's profile does not name"
                hint = f'add "{d.part}" to profile.industries, or remove the tag'
            else:
                message = f"{facts.name(d)} is of a framework that the project file does not name"
                hint = f'add [[frameworks]] with id = "{d.framework}", or remove the tag'
            yield _finding("DI205", link, message, hint)


def unknown_datapoint(facts: Facts) -> Iterator[Finding]:
    """Tell the datapoints that a disclosure does not have."""
    for link in (*facts.by_status[LinkStatus.COVERS], *facts.by_status[LinkStatus.AMBIGUOUS]):
        if not link.datapoints or not (d := link.disclosure):
            continue
        known = (*(point.id for point in d.datapoints), *d.requirements)
        for name in link.datapoints:
            if name not in known:
                hint = f"its datapoints are {', '.join(known)}" if known else f"tag it {d.short}, as a whole"
                yield _finding("DI208", link, f'{facts.name(d)} has no datapoint "{name}"', hint)


def duplicate(facts: Facts) -> Iterator[Finding]:
    """Tell the references that stand twice on one element."""
    for links in facts.shared_elements:
        texts = [link.statement.text.casefold() for link in links]
        if len(set(texts)) == len(texts):
            continue
        times = Counter(texts)
        for link in {link.statement.text.casefold(): link for link in links}.values():
            if (count := times[link.statement.text.casefold()]) > 1:
                yield _finding("DI209", link, f"{link.statement.text} stands {count} times on one element", "keep one")


def malformed(facts: Facts) -> Iterator[Finding]:
    """Tell what does not have the form of a reference."""
    for link in facts.by_status[LinkStatus.MALFORMED]:
        message = f'"{link.statement.text}" is not a reference'
        yield _finding("DI210", link, message, "write framework:code[@edition][#datapoint,…], such as hkex-esg:A1.2")


def contradictory(facts: Facts) -> Iterator[Finding]:
    """Tell the elements that are tagged with the whole of a disclosure and with parts of it."""
    for links in facts.shared_elements:
        if not any("#" in link.statement.text for link in links):
            continue
        whole = {link.disclosure.uid for link in links if link.disclosure and not link.datapoints}
        for link in links:
            if link.datapoints and link.disclosure and link.disclosure.uid in whole and link.status.counts:
                short = link.disclosure.short
                message = f"one element is tagged {short} as a whole, and {link.statement.text} in part"
                yield _finding("DI211", link, message, "keep the one that is so")


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
    ),
    Rule(
        "DI204", "ambiguous-edition", Severity.WARNING,
        "a code that two editions in force share",
        "Two editions in force share the code: GRI 306-3 is significant spills (2016) and waste generated (2020).",
        '<p data-disclosure="gri:306-3">…</p>', '<p data-disclosure="gri:306-3@2020">…</p>', ambiguous,
    ),
    Rule(
        "DI205", "unwanted-tag", Severity.WARNING,
        "a tag of a framework or an industry that the report does not claim",
        "The tag is of a framework or an industry that the report does not say it answers, so nothing comes of it.",
        '<p data-disclosure="sasb:TR-CL-110a.1">…</p>', 'industries = ["TR-MT", "TR-CL"]', unwanted,
    ),
    Rule(
        "DI208", "unknown-datapoint", Severity.ERROR,
        "a datapoint that the disclosure does not have",
        "The disclosure has no such part, so the tag answers nothing of it.",
        '<p data-disclosure="hkex-esg:B1.1#sex">…</p>', '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        unknown_datapoint,
    ),
    Rule(
        "DI209", "duplicate-tag", Severity.WARNING,
        "the same reference twice on one element",
        "The same reference twice on one element is most often the trace of a forgotten other one.",
        '<p data-disclosure="gri:401-1 gri:401-1">…</p>', '<p data-disclosure="gri:401-1 gri:401-2">…</p>', duplicate,
    ),
    Rule(
        "DI210", "malformed-reference", Severity.ERROR,
        "a tag that does not have the form of a reference",
        "What is not a reference is not read, so the disclosure it was meant for is not covered.",
        '<p data-disclosure="hkex-esg A3.1">…</p>', '<p data-disclosure="hkex-esg:A3.1">…</p>', malformed,
    ),
    Rule(
        "DI211", "contradictory-tags", Severity.NOTE,
        "an element that is tagged with the whole of a disclosure and with a part of it",
        "A tag without datapoints says that all of the disclosure is answered here, one with datapoints that only "
        "these are. Only one of the two can be meant.",
        '<p data-disclosure="hkex-esg:B1.1 hkex-esg:B1.1#gender">…</p>',
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>', contradictory,
    ),
    Rule(
        "DI212", "review-of-nothing", Severity.WARNING,
        "a reviewed mark for what the element is not tagged with",
        "A mark that outlives its tag looks as if somebody had approved what is there now.",
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-1">…</p>',
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-2">…</p>',
    ),
)  # fmt: skip
