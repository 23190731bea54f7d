"""The column heads of answers, as people read them."""

from collections.abc import Mapping

from disclosure_index.messages import label, render
from disclosure_index.model import Message
from disclosure_index.tables.columns import HEADS

_OWN: Mapping[str, Message] = {
    "report": label("column", "Report"),
    "issuer": label("column", "Issuer"),
    "year": label("column", "Year"),
    "kind": label("column", "Kind"),
    "name": label("column", "Name"),
    "example": label("column", "Example"),
    "label": label("column", "Label"),
    "printed": label("column", "As printed"),
    "reports": label("column", "Reports"),
    "industry": label("column", "Industry"),
    "answered": label("column", "Answered"),
    "percent": label("column", "Percent"),
    "codes": label("column", "Codes"),
    "claim": label("column", "Claim"),
    "omissions": label("column", "Omissions"),
    "findings": label("column", "Number of findings"),
    "problems": label("column", "Problems"),
    "quoted": label("column", "Passage"),
    "place": label("column", "Section"),
    "page": label("column", "Page"),
    "peer": label("column", "Report of a peer"),
    "peer_issuer": label("column", "Peer"),
}


def head(column: str, language: str) -> str:
    """Return the head of a column of an answer; a column without one keeps its name in the query."""
    return render(_OWN.get(column) or HEADS.get(column) or column, language)
