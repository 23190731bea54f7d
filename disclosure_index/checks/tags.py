"""DI208 to DI212: tags that do not say what their writer meant."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.checks.making import about_statement
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import LinkStatus
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Severity


def unknown_datapoint(facts: Facts) -> Iterator[Finding]:
    """Tell the datapoints that a disclosure does not have."""
    for link in (*facts.by_status[LinkStatus.COVERS], *facts.by_status[LinkStatus.AMBIGUOUS]):
        if not link.datapoints or not (d := link.disclosure):
            continue
        known = (*(point.id for point in d.datapoints), *d.requirements)
        for name in link.datapoints:
            if name not in known:
                some, whole = (
                    message("its datapoints are {known}", known=joined(COMMA, known)),
                    message("tag it {reference}, as a whole", reference=d.short),
                )
                problem = message('{name} has no datapoint "{datapoint}"', name=facts.name(d), datapoint=name)
                yield about_statement("DI208", link, problem, some if known else whole)


def duplicate(facts: Facts) -> Iterator[Finding]:
    """Tell the references that stand twice on one element."""
    for links in facts.shared_elements:
        texts = [link.statement.text.casefold() for link in links]
        if len(set(texts)) == len(texts):
            continue
        times = Counter(texts)
        for link in {link.statement.text.casefold(): link for link in links}.values():
            if (count := times[link.statement.text.casefold()]) > 1:
                problem = message(
                    "{reference} stands {times} times on one element", reference=link.statement.text, times=count
                )
                yield about_statement("DI209", link, problem, message("keep one"))


def malformed(facts: Facts) -> Iterator[Finding]:
    """Tell what does not have the form of a reference."""
    for link in facts.by_status[LinkStatus.MALFORMED]:
        yield about_statement(
            "DI210",
            link,
            message('"{text}" is not a reference', text=link.statement.text),
            message("write framework:code[@edition][#datapoint,…], such as hkex-esg:A1.2"),
        )


def contradictory(facts: Facts) -> Iterator[Finding]:
    """Tell the elements that are tagged with the whole of a disclosure and with parts of it."""
    for links in facts.shared_elements:
        if not any("#" in link.statement.text for link in links):
            continue
        whole = {link.disclosure.uid for link in links if link.disclosure and not link.datapoints}
        for link in links:
            if link.datapoints and link.disclosure and link.disclosure.uid in whole and link.status.counts:
                problem = message(
                    "one element is tagged {whole} as a whole, and {part} in part",
                    whole=link.disclosure.short,
                    part=link.statement.text,
                )
                yield about_statement("DI211", link, problem, message("keep the one that is so"))


RULES = (
    Rule(
        "DI208",
        "unknown-datapoint",
        Severity.ERROR,
        message("a datapoint that the disclosure does not have"),
        message("The disclosure has no such part, so the tag answers nothing of it."),
        '<p data-disclosure="hkex-esg:B1.1#sex">…</p>',
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        unknown_datapoint,
    ),
    Rule(
        "DI209",
        "duplicate-tag",
        Severity.WARNING,
        message("the same reference twice on one element"),
        message("The same reference twice on one element is most often the trace of a forgotten other one."),
        '<p data-disclosure="gri:401-1 gri:401-1">…</p>',
        '<p data-disclosure="gri:401-1 gri:401-2">…</p>',
        duplicate,
    ),
    Rule(
        "DI210",
        "malformed-reference",
        Severity.ERROR,
        message("a tag that does not have the form of a reference"),
        message("What is not a reference is not read, so the disclosure it was meant for is not covered."),
        '<p data-disclosure="hkex-esg A3.1">…</p>',
        '<p data-disclosure="hkex-esg:A3.1">…</p>',
        malformed,
    ),
    Rule(
        "DI211",
        "contradictory-tags",
        Severity.NOTE,
        message("an element that is tagged with the whole of a disclosure and with a part of it"),
        message(
            "A tag without datapoints says that all of the disclosure is answered here, one with datapoints that only "
            "these are. Only one of the two can be meant."
        ),
        '<p data-disclosure="hkex-esg:B1.1 hkex-esg:B1.1#gender">…</p>',
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        contradictory,
    ),
    Rule(
        "DI212",
        "review-of-nothing",
        Severity.WARNING,
        message("a reviewed mark for what the element is not tagged with"),
        message("A mark that outlives its tag looks as if somebody had approved what is there now."),
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-1">…</p>',
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-2">…</p>',
    ),
)
