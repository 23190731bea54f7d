"""A cell of locations after reading: its mentions, and their locations."""

from dataclasses import dataclass

from disclosure_index.printed_index.claims import Place


@dataclass(frozen=True, slots=True)
class PagesMention:
    """Pages of this report, or of the named document."""

    start: int
    end: int
    pages: tuple[str, ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A section by the path of its titles, outermost first, or by its number."""

    start: int
    end: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Another document, by its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class ReasonMention:
    """A reason for omission."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerMention:
    """An answer in the cell's own words."""

    start: int
    end: int


Mention = PagesMention | TitleMention | DocumentMention | ReasonMention | AnswerMention


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """A cell of locations with its mentions, in the order of its text."""

    text: str = ""
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages of this report."""
        return tuple(page for m in self.mentions if isinstance(m, PagesMention) and not m.document for page in m.pages)

    @property
    def sections(self) -> tuple[tuple[str, ...], ...]:
        """The title paths, each once."""
        return tuple(dict.fromkeys(m.path for m in self.mentions if isinstance(m, TitleMention)))

    @property
    def documents(self) -> tuple[str, ...]:
        """The other documents, each once."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if isinstance(m, DocumentMention)))
