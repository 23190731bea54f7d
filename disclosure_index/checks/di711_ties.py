"""DI711 to DI716: figures that contradict each other."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.ties.finding import ties_of
from disclosure_index.assessment.ties.tie import Tie
from disclosure_index.messages import message
from disclosure_index.model import Finding, Message, Severity
from disclosure_index.policy.rules import Rule, found_elsewhere

LONGEST_LABEL = 60
"""Characters of a label that a message quotes."""


def ties(assessment: Assessment) -> Iterator[Finding]:
    """Report the figures of each document that do not agree, for all of these rules: they are looked for together."""
    for number, document in enumerate(assessment.report.documents):
        if document.readable:
            for tie in ties_of(assessment.facts(number)):
                yield _finding(assessment, tie._replace(document=number))


def _finding(assessment: Assessment, tie: Tie) -> Finding:
    passages = assessment.report.documents[tie.document].passages
    here, there = passages[tie.fact.place.passage], passages[tie.others[0].place.passage]
    return Finding(
        tie.rule,
        _problem(tie),
        here.location,
        message("Compare {place}, and correct the wrong figure", place=there.location),
        anchor=here.anchor,
    )


def _problem(tie: Tie) -> Message:
    """Return the message on a tie: the label of the figure, its period and the arithmetic."""
    label = tie.fact.label if tie.fact.in_table else tie.others[0].label
    quoted = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    values = {"label": quoted, "period": tie.fact.period, "arithmetic": tie.arithmetic}
    problems = {
        "DI711": message(
            'The total "{label}" for {period} is not the sum of its rows: {arithmetic}',
            **values,
        ),
        "DI712": message(
            'The shares from "{label}" on do not add up for {period}: {arithmetic}',
            **values,
        ),
        "DI713": message(
            '"{label}" for {period} is not the amount divided by what the other intensities are divided by: '
            "{arithmetic}",
            **values,
        ),
        "DI714": message(
            '"{label}" for {period} has another figure elsewhere: {arithmetic}',
            **values,
        ),
        "DI715": message(
            '"{label}" for {period} differs by a power of ten, as with a wrong unit: {arithmetic}',
            **values,
        ),
        "DI716": message(
            'The change of "{label}" for {period} is not what the two figures give: {arithmetic}',
            **values,
        ),
    }
    return problems[tie.rule]


_WHY = message(
    "A reader who adds up, divides or compares finds the difference, and doubts the rest. Reported only where the "
    "report shows elsewhere that the figures belong together, and the difference is more than rounding."
)
_SOURCE = message("GRI 1: Foundation 2021, principle of accuracy; HKEX Appendix C2, paragraph 14, quantitative")


def _rule(id: str, name: str, summary: Message, bad: str, good: str) -> Rule:
    check = ties if id == "DI711" else found_elsewhere  # one pass yields the findings of all six
    return Rule(id, name, Severity.WARNING, summary, _WHY, bad, good, check, source=_SOURCE)


RULES = (
    _rule(
        "DI711",
        "total-is-not-the-sum",
        message("a total that is not the sum of its rows, although it is in another column"),
        "Scope 1: 1,240 | 1,302   Scope 2: 2,812 | 2,960   Total: 4,502 | 4,262",
        "Scope 1: 1,240 | 1,302   Scope 2: 2,812 | 2,960   Total: 4,052 | 4,262",
    ),
    _rule(
        "DI712",
        "shares-do-not-add-up",
        message("shares of a breakdown that do not add up to 100%"),
        "Women: 47.2% | 49.1%   Men: 58.2% | 50.9%",
        "Women: 47.2% | 49.1%   Men: 52.8% | 50.9%",
    ),
    _rule(
        "DI713",
        "intensity-is-not-the-quotient",
        message("an intensity that is not the amount divided by what the other intensities are divided by"),
        "Scope 1: 1,240 t, 1.24 t per unit   Scope 2: 2,812 t, 2.81   Scope 3: 5,100 t, 1.50",
        "Scope 1: 1,240 t, 1.24 t per unit   Scope 2: 2,812 t, 2.81   Scope 3: 5,100 t, 5.10",
    ),
    _rule(
        "DI714",
        "figure-differs-elsewhere",
        message("the same figure with another value in another table or in the text"),
        "Water withdrawn: 3,400 m³ … Water withdrawn was 3,040 m³ in 2024.",
        "Water withdrawn: 3,400 m³ … Water withdrawn was 3,400 m³ in 2024.",
    ),
    _rule(
        "DI715",
        "unit-differs-by-power-of-ten",
        message("figures that differ by a power of ten, as with a wrong unit"),
        "Waste: 2,008 t … Waste: 2,008 kt",
        "Waste: 2,008 t … Waste: 2.008 kt",
    ),
    _rule(
        "DI716",
        "change-contradicts-figures",
        message("a change against the year before that the two figures contradict"),
        "Energy: 110 MWh | 100 MWh | change -10%",
        "Energy: 110 MWh | 100 MWh | change +10%",
    ),
)
