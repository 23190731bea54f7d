"""The figures of a document that do not tie, for underlining in its text. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.ties.finding import ties_of
from disclosure_index.messages import render
from disclosure_index.model import Fact, Location
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.body import UnderlinedNumber


def untied(assessment: Assessment, number: int, language: str) -> Mapping[Location, tuple[UnderlinedNumber, ...]]:
    """Return the figures that disagree with others, by the location of their passage.

    Both figures of a comparison are underlined: it is unknown which of them is wrong.

    Args:
        assessment: the assessment; a suppressed finding underlines nothing.
        number: the number of the document.
        language: the language of the reasons.

    """
    passages = assessment.report.documents[number].passages
    messages = {(finding.rule, finding.location): finding.message for finding in assessment.verdict.findings}
    found: dict[Location, dict[UnderlinedNumber, None]] = defaultdict(dict)
    for tie in ties_of(assessment.facts(number)):
        why = messages.get((tie.rule, passages[tie.fact.place.passage].location))
        if why is not None:
            facts: Iterable[Fact] = (tie.fact, *tie.others)
            for fact in facts:
                passage = passages[fact.place.passage]
                ordinal = passage.text[: fact.place.start].count(fact.printed)
                found[passage.location][UnderlinedNumber(fact.printed, ordinal, for_html(render(why, language)))] = None
    return {location: tuple(figures) for location, figures in found.items()}
