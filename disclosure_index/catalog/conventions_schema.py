"""The schema of the conventions in ``framework.toml``: how one reports against the framework."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from disclosure_index.catalog.titles import Slug, Text, TitlesIn
from disclosure_index.toml.reading import Strict

Label = Literal["code", "letter", "paragraph", "kpi", "general-disclosure"]


class IndexIn(Strict):
    """How the index in filing layout looks; `tables.filing.LAYOUTS` are the layouts."""

    layout: Literal["list", "standards", "parts", "industries"] = "list"
    above: Literal["group", "pillar", "aspect", "area", "topic"] = "group"
    label: Label = "code"
    labels: Mapping[Slug, Label] = {}
    title: TitlesIn | None = None
    whole_for: str = ""


class ClaimWordingIn(Strict):
    """How a claim is made: named in a sentence, stated in fixed words with slots, and recognised."""

    id: Slug
    phrase: TitlesIn
    statement: TitlesIn
    words: tuple[Text, ...]


class StatementIn(Strict):
    """The statement of use: what speaks of the framework, what states its use, and what it has to name."""

    named: Text
    words: tuple[Text, ...]
    foundation: Text
    foundation_title: TitlesIn
    claim: tuple[ClaimWordingIn, ...]
    since: date | None = None


class TopicsIn(Strict):
    """The codes of the disclosures about material topics, and the claim that obliges to them."""

    list: Text
    management: Text
    claim: Slug


class ProgressIn(Strict):
    """What a report on progress has to have, besides outcomes in each group."""

    support_before: int
    support_named: tuple[Text, ...]
    unchecked: TitlesIn | None = None
