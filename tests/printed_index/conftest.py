"""Fixtures for the tests of printed indexes."""

import pytest

from disclosure_index.printed_index.placing.placement import place
from disclosure_index.printed_index.reader import hints, read_printed, with_indexes
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped_with_spellings

PAGE = '<span role="doc-pagebreak" aria-label="{}"/>'


@pytest.fixture(scope="session")
def frameworks():
    """The hints for reading a printed index: the codes and words of every framework."""
    return hints(shipped_with_spellings())


@pytest.fixture
def placed(frameworks):
    """Place the claims of a report's index; return the placement and, by code, the titles or pages of its tags."""

    def call(*parts):
        body = "".join(parts)
        document = read_xhtml(
            f'<html lang="en"><body>{PAGE.format(1)}<p>Ferries</p>{body}</body></html>'.encode(), "r", "en"
        )
        claims = read_printed(document, frameworks).claims
        placement = place(with_indexes(document, claims), claims)
        found: dict[str, list[str]] = {}
        for tag in placement.document.tags:
            span = tag.span
            on_row = placement.document.passages[span.first].kind == "table-row"
            title = placement.document.sections[span.section].title if span.section is not None else ""
            where = "row" if on_row else title if span.element == "section" else f"p. {span.page}"
            found.setdefault(tag.reference.code, []).append(where)
        return placement, found

    return call
