"""The peers that disclose what a report does not, and where, from a screen of reports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label, message, render
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.widgets.blocks import Block, Part

if TYPE_CHECKING:  # a report can be browsed without the extra `screen`
    from disclosure_index.screening.peers import Peers

SHOWN = 8


def peers(found: "Peers", row: Coverage, language: str) -> Iterator[Block]:
    """Yield how many of the peers disclose it, and the first of them with section and page."""
    from disclosure_index.screening.peers import place_of

    places = found.disclosed.get((row.disclosure.framework, row.disclosure.code), ())
    counted = message("{number} of {all} peers disclose it", number=len(places), all=found.number)
    yield from head(render(label("heading", "Peers"), language))
    more = [Part(line(render(place_of(place), language)), "", "  ") for place in places[:SHOWN]]
    if len(places) > SHOWN:
        more.append(Part(render(message("… {number} more", number=len(places) - SHOWN), language), "dim", "  "))
    yield Block((Part(render(counted, language)), *more))
