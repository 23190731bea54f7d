"""The texts of a row by role, and the fields of its claims."""

import re
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass, replace

from disclosure_index.model import Reason
from disclosure_index.printed_index.claims import IndexEntry, Place
from disclosure_index.printed_index.codes import Found
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.location_cells.locations import PlaceReading
from disclosure_index.printed_index.location_cells.place_cells import DocumentMention, PlaceCell
from disclosure_index.printed_index.omissions import reason_in, says_nothing, stated
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import Role
from disclosure_index.reading.languages.index_words import words
from disclosure_index.reading.plain_title import plain

_ENDED = re.compile(r"\d[.)]?$")
_BEGUN = re.compile(rf"(?!(?:{words('page-and', 'page-to')}))(?:20\d\d )?[^\W\d]")
_SPARSE = 0.3  # of the rows: with so many empty locations, cells are merged
_TOGETHER = 0.9  # of the rows: the cell beside a merged location is merged with it
_FOOTNOTE = re.compile(r"(?<=\d)\s{0,2}(?:[(（\[](?:[1-9]|[a-z*]{1,2})[)）\]]|(?<=\s)[1-9][)）])(?![\w-])")
"""The mark of a footnote after a page: a figure, letters or stars in brackets."""
_TITLE_EDGE = " :：.,，-–—\t"


@dataclass(frozen=True, slots=True)
class Texts:
    """The cells of a row, by role."""

    title: str = ""
    page: str = ""
    section: str = ""
    note: str = ""
    reason: str = ""
    group: str = ""
    parts: str = ""
    document: str = ""
    elsewhere: str = ""  # pages of another document, named in the head of their column
    elsewhere_in: str = ""  # that document
    other: str = ""  # after the code, in columns of unknown meaning

    @property
    def place(self) -> str:
        """The whole location."""
        return " | ".join(part for part in (self.section, self.page, self.elsewhere) if part)

    def continued(self, other: "Texts", titles: Collection[str]) -> "Texts":
        """Return the texts, with those of a row that continues them; plain section `titles` are items of their own."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        whole = Texts(*(_joined(a, b) for a, b in pairs))
        if plain(self.section.rpartition("|")[2]) in titles or plain(other.section.partition("|")[0]) in titles:
            return replace(whole, section=" | ".join(filter(None, (self.section, other.section))))
        return whole


def _joined(above: str, below: str) -> str:
    """Return two lines of a cell as one; text repeated by a merged cell occurs once."""
    if below == above or re.search(rf"(?:^|[\s;,|]){re.escape(below)}$", above):
        return above
    if re.match(rf"{re.escape(above)}(?:[\s;,|-]|$)", below) or (above[-1:] in "-;," and below.startswith(above)):
        return below
    return f"{above}{' | ' if _ENDED.search(above) and _BEGUN.match(below) else ' '}{below}".strip()


NO_TEXTS = Texts()


def texts_of(row: TableRow, layout: Layout) -> Texts:
    """Return the texts of a row."""
    named = dict(layout.elsewhere)

    def text(role: Role) -> str:
        return " | ".join(row.cell(c) for c in layout.of(role) if row.cell(c) and c not in named)

    first = layout.of(Role.CODE)[0]
    behind = (c for c in range(first + 1, len(row.cells)) if layout.column(c).role in (Role.OTHER, Role.GROUP))
    return Texts(
        text(Role.TITLE), text(Role.PAGE), text(Role.SECTION), text(Role.NOTE), text(Role.REASON), text(Role.GROUP),
        text(Role.PARTS), text(Role.DOCUMENT), " | ".join(row.cell(c) for c in named if row.cell(c)),
        ", ".join(name for c, name in layout.elsewhere if row.cell(c)),
        " | ".join(row.cell(c) for c in behind if row.cell(c)),
    )  # fmt: skip


def title_in(cell: str, codes: Sequence[Found]) -> str:
    """Return the text after the codes of a cell."""
    return cell[max((item.end for item in codes), default=0) :].strip(_TITLE_EDGE) if codes else ""


def placed(claim: IndexEntry, texts: Texts, reasons: Collection[Reason], reading: PlaceReading) -> IndexEntry:
    """Return the claim with its location, note and reason for omission."""
    if stated(texts.document):  # a statement that there is none
        texts = replace(texts, note=" ".join(filter(None, (texts.document, texts.note))), document="")
    answered = re.search(r"\w", texts.place + texts.document) is not None and not stated(texts.place)
    reason, note = ("" if answered and says_nothing(text) else text for text in (texts.reason, texts.note))
    page = replace(reading, paged=True, numbered=False).cell(without_footnotes(texts.page))
    section = reading.cell(texts.section)
    if texts.document and plain(texts.document) not in reading.own_documents:
        page, section = (_in_document(cell, texts.document) for cell in (page, section))
    other = replace(reading, paged=True, numbered=False).cell(texts.elsewhere)
    other = _in_document(other, texts.elsewhere_in) if other.pages else PlaceCell()
    return replace(
        claim,
        location_text=" | ".join(filter(None, (texts.document, texts.place))),
        pages=page.pages + section.pages,
        sections=section.sections or page.sections,
        documents=tuple(dict.fromkeys((*page.documents, *section.documents, *other.documents))),
        places=(*_of_one_row(section, page), *other.places),
        is_blank=not re.search(r"\w", f"{texts.place}{texts.note}{texts.reason}{texts.document}{texts.other}"),
        note=" ".join(text for text in (texts.reason, texts.note) if text),
        omission_reason=reason_in((note, texts.place), reason, reasons),
        explanation=note or reason or texts.place,
    )


def leading_out(claim: IndexEntry, reading: PlaceReading) -> IndexEntry:
    """Return a claim whose cell has a link out of the document: titles not in it are names in the other document."""
    places = tuple(
        place._replace(path=(), document=" > ".join(place.path))
        if place.path and not (place.pages or reading.is_known(place.path[-1]))
        else place
        for place in claim.places
    )
    known = tuple(path for path in claim.sections if any(path == place.path for place in places))
    names = dict.fromkeys((*claim.documents, *(place.document for place in places if place.document)))
    return replace(claim, places=places, sections=known, documents=tuple(names))


def without_footnotes(text: str) -> str:
    """Return pages without the footnote marks after them.

    >>> without_footnotes("12-14 (1), 33 2)")
    '12-14, 33'
    >>> without_footnotes("(12), 14")
    '(12), 14'
    """
    return _FOOTNOTE.sub("", text)


def _in_document(cell: PlaceCell, document: str) -> PlaceCell:
    """Return a cell whose locations are in another document, named by a column beside it."""
    mention = DocumentMention(0, 0, document)
    places = tuple(place._replace(document=document) for place in cell.places)
    return PlaceCell(cell.text, (mention,), places or (Place(document, document=document),))


def _of_one_row(section: PlaceCell, page: PlaceCell) -> tuple[Place, ...]:
    """Return the locations of a cell of titles and of the cell of pages beside it.

    Beside titles of this report, pages alone are the titles' pages; beside other documents, they are theirs.
    """
    titled = any(place.path for place in section.places)
    others = [place.document for place in section.places if place.document]
    alone = [place for place in page.places if place.pages and not (place.path or place.document)]
    kept = [place for place in page.places if place not in alone or not titled]
    if others and len(others) == len(section.places):
        kept = [place._replace(document=others[-1]) if place in alone else place for place in kept]
    return tuple(dict.fromkeys((*section.places, *kept)))


def are_merged(coded: Sequence[TableRow], layout: Layout) -> bool:
    """Whether empty locations are the lower rows of merged cells: the cells of their group are empty with them.

    Otherwise an empty location means that there is none.
    """
    empty = [not (t.place or t.note or t.reason) for t in (texts_of(row, layout) for row in coded)]
    if not coded or empty[0] or sum(empty) < _SPARSE * len(empty):
        return False
    groups = layout.of(Role.GROUP)
    if len([*layout.of(Role.SECTION), *layout.of(Role.PAGE)]) > 1 and any(
        not row.cell(c) for c in groups for row in coded
    ):
        return True  # its title and its page are empty at once, and other cells are merged, too
    return any(
        sum(bool(row.cell(c)) != gap for row, gap in zip(coded, empty, strict=True)) >= _TOGETHER * len(coded)
        for c in groups
    )
