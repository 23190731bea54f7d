"""The conventions of a framework: which parts apply, how its index looks, what a report has to state."""

from datetime import date
from typing import NamedTuple

from disclosure_index.model.languages import Titles


class IndexLayout(NamedTuple):
    """How an index in filing layout looks.

    Attributes:
        form: of `tables.filing.LAYOUTS`.
        above: what the first column of a list holds.
        label: how a code is printed: ``code``, ``letter``, ``paragraph``, ``kpi``, ``general-disclosure``.
        labels: the same for the disclosures of a kind, where it is another.
        title: of the index, where it has one of its own.
        whole_for: the claim for which everything is listed, "" for any; for others, what is answered.
    """

    form: str = "list"
    above: str = "group"
    label: str = "code"
    labels: tuple[tuple[str, str], ...] = ()
    title: Titles | None = None
    whole_for: str = ""


class StatementOfUse(NamedTuple):
    """The fixed words by which a report states that it uses a framework, and how they are recognised.

    Attributes:
        named: what a passage that speaks of the framework has in it.
        words: what a passage with the statement has one of, in lower case.
        foundation: the short name of the document that lays down the rules: "GRI 1".
        foundation_title: the same in full, as the index gives it.
        claims: what may be claimed, and how.
        since: the day of publication from which it is asked for.
    """

    named: str
    words: tuple[str, ...]
    foundation: str
    foundation_title: Titles
    claims: "tuple[ClaimWording, ...]"
    since: date | None = None

    def is_asked(self, published: date) -> bool:
        """Whether a report published on this day needs it."""
        return self.since is None or self.since <= published


class ClaimWording(NamedTuple):
    """How a claim is made.

    Attributes:
        id: of the claim.
        phrase: how a sentence names it: "in accordance with the GRI Standards".
        statement: its words, with the slots ``{issuer}``, ``{start}`` and ``{end}``.
        words: what a passage that makes it has one of, in lower case.
    """

    id: str
    phrase: Titles
    statement: Titles
    words: tuple[str, ...]


class MaterialTopics(NamedTuple):
    """The disclosures about material topics: their list, and how each is managed; only this claim asks for them."""

    list: str
    management: str
    claim: str


class ProgressReport(NamedTuple):
    """The elements a progress report needs besides an outcome for each group of disclosures it answers.

    Attributes:
        support_before: the year before which a statement of continued support is one of its elements.
        support_named: what such a statement has one of.
        unchecked: what is asked for from that year on and no text of a report shows, where there is such a thing.
    """

    support_before: int
    support_named: tuple[str, ...]
    unchecked: Titles | None = None


class Conventions(NamedTuple):
    """All conventions of one framework.

    Attributes:
        select_by: what decides which parts of a framework apply: with ``industry`` those of the issuer, each being one.
        select_example: one of these parts, for hints.
        layout: of its index.
        statement: of its use, where it asks for one.
        topics: about material topics, where it asks for them.
        progress: what a report on progress has to have, where it asks for one.
        elements: the codes of elements in words, with the words, of which what answers one has one, in lower case.
        reporting_period: the code of the disclosure that asks for it.
        reporting_boundary: the code of the disclosure that asks for what the report covers.
        parts_answered_apart: a tag on a disclosure does not answer those below it: a goal is no target.
    """

    select_by: str = ""
    select_example: str = ""
    layout: IndexLayout = IndexLayout()
    statement: StatementOfUse | None = None
    topics: MaterialTopics | None = None
    progress: ProgressReport | None = None
    elements: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reporting_period: str = ""
    reporting_boundary: str = ""
    parts_answered_apart: bool = False
