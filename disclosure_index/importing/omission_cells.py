"""Which cell of an index row explains an omission: the row prints the code, the title and the reason as well."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from disclosure_index.model import Document, Location, Omission, Passage
from disclosure_index.printed_index import IndexEntry


def with_explanations(document: Document, claims: Iterable[IndexEntry]) -> Document:
    """Return a document whose omissions on index rows have the words of the cell that explains them."""
    notes = {claim.row: claim.note for claim in claims if claim.omission_reason and claim.note}
    if not notes:
        return document
    omissions = tuple(_explained(omission, document.passages, notes) for omission in document.omissions)
    return replace(document, omissions=omissions)


def _explained(omission: Omission, passages: tuple[Passage, ...], notes: Mapping[Location, str]) -> Omission:
    if omission.span.last - omission.span.first != 1:
        return omission
    row = passages[omission.span.first]
    note = " ".join(notes.get(row.location, "").split())
    if row.kind != "table-row" or not note or omission.explanation != row.text:
        return omission
    cells = [cell.strip() for cell in row.text.split("\t")]
    said = [cell for cell in cells if cell and " ".join(cell.split()) in note]
    return omission._replace(explanation=said[-1]) if said else omission


def cell_of(omission: Omission, passage: Passage) -> int | None:
    """Return which cell of a row the explanation of an omission is; None where it is more than one, or none."""
    if passage.kind != "table-row" or "\t" not in passage.text or not omission.explanation:
        return None
    cells = [" ".join(cell.split()) for cell in passage.text.split("\t")]
    wanted = " ".join(omission.explanation.split())
    return cells.index(wanted) if cells.count(wanted) == 1 else None
