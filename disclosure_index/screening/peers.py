"""The gaps of a report that its peers in a screen disclose."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COMMA, joined, message, render
from disclosure_index.model import Report
from disclosure_index.screening.database import ask, opened
from disclosure_index.tables.table import Cell, Table, cell

COLUMNS = ("peers", "peer-places")
SHOWN = 3
"""Peers that are named for one gap."""

_PEERS = """
WITH known AS (
    SELECT r.report, coalesce(r.issuer, r.report) AS issuer, r.industries, list(DISTINCT c.framework) AS frameworks
    FROM reports r JOIN claims c USING (report)
    WHERE r.status <> 'not-checked' AND r.year = CAST($year AS INTEGER) AND r.issuer IS DISTINCT FROM $issuer
    GROUP BY ALL
)
SELECT report, issuer
FROM known
WHERE CASE
    WHEN len(industries) > 0 AND $industries <> '' THEN list_has_any(industries, string_split($industries, ';'))
    ELSE list_has_any(frameworks, string_split($frameworks, ';'))
END
ORDER BY issuer, report"""
"""As the view `peers` has them, for a report that may not be in the screen."""

_DISCLOSED = """
SELECT report, framework, code, place, page FROM coverage
WHERE status = 'disclosed' AND (page IS NOT NULL OR place IS NOT NULL)
ORDER BY report, framework, code, edition"""


class PeerPlace(NamedTuple):
    """Where a peer discloses something."""

    issuer: str
    place: str
    page: str


@dataclass(frozen=True, slots=True)
class Peers:
    """The peers of a report, and where they disclose each code of a framework."""

    number: int
    disclosed: Mapping[tuple[str, str], Sequence[PeerPlace]]


def peers_of(report: Report, folder: Path) -> Peers:
    """Find the peers of a report: other issuers' reports on its financial year, of an industry that it has.

    A report without industries has all those as peers that claim a framework of its own.

    Args:
        report: which may be in the screen or not.
        folder: of the screen.

    Raises:
        CouldNotCheckError: there is no screen in the folder.
    """
    values = {
        "year": str(report.year),
        "issuer": report.issuer,
        "industries": ";".join(report.profile.industries),
        "frameworks": ";".join(claim.framework for claim in report.claims),
    }
    with opened(folder) as connection:
        issuers = dict(ask(connection, _PEERS, values).rows)
        rows = ask(connection, _DISCLOSED, {}).rows
    found: dict[tuple[str, str], dict[str, PeerPlace]] = defaultdict(dict)
    for peer, framework, code, place, page in rows:
        if peer in issuers:
            found[framework, code].setdefault(peer, PeerPlace(issuers[peer], place or "", page or ""))
    places = {key: sorted(peers.values()) for key, peers in found.items()}
    return Peers(len(issuers), places)


def with_peers(table: Table, rows: Sequence[Coverage], peers: Peers, language: str) -> Table:
    """Return a table of gaps with the number of peers that disclose each, and where.

    Args:
        table: with one row for each of `rows`.
        rows: the gaps.
        peers: of the report.
        language: of the cells.
    """
    cells = (
        _cells(peers.disclosed.get((r.disclosure.framework, r.disclosure.code), ()), peers, language) for r in rows
    )
    lines = tuple((*line, *more) for line, more in zip(table.rows, cells, strict=True))
    return replace(table, columns=(*table.columns, *COLUMNS), rows=lines)


def _cells(places: Sequence[PeerPlace], peers: Peers, language: str) -> tuple[Cell, Cell]:
    counted = render(message("{number} of {all}", number=len(places), all=peers.number), language)
    shown = [render(place_of(place), language) for place in places[:SHOWN]]
    return cell(counted), Cell(tuple((text, "") for text in shown))


def place_of(place: PeerPlace) -> str:
    """Return where a peer discloses something: its page where there is one, else its section."""
    if place.page:
        return message("{issuer}, page {page}", issuer=place.issuer, page=place.page)
    return joined(COMMA, (place.issuer, place.place))
