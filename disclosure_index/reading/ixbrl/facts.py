"""The facts of an inline XBRL report, with their contexts, units and positions in the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import rtoml

from disclosure_index.model import Location
from disclosure_index.reading.marks.element_marks import KINDS, Kind
from disclosure_index.reading.xml.scan import MAX_DEPTH, scan_xml, too_deep

if TYPE_CHECKING:
    from xml.parsers import expat

NAMESPACE = re.compile(rb"http://www\.xbrl\.org/20\d\d/inlineXBRL")
_NAME = re.compile(r"[\w.-]+(?::[\w.-]+)?")
FACTS = frozenset({"nonNumeric", "nonFraction", "fraction", "tuple"})


@dataclass(frozen=True, slots=True)
class Context:
    """The entity and the period of a fact."""

    entity: str = ""
    start: date | None = None  # None: at an instant
    end: date | None = None
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Mark:
    """An element of inline XBRL, with the positions of its tags in the file's bytes."""

    kind: str  # nonNumeric, nonFraction, continuation, header …
    start: int
    location: Location
    attributes: Mapping[str, str]
    end: int = 0  # offset of the end tag; equal to `start` without one
    element: str = ""  # the taxonomy element, such as "gri:LegalName"
    is_block: bool = False  # it contains paragraphs or tables
    is_hidden: bool = False  # it is in the hidden section
    text: str = ""


@dataclass(slots=True)
class InlineXbrl:
    """The inline XBRL of a file, in the order of the file."""

    marks: list[Mark] = field(default_factory=list)
    contexts: dict[str, Context] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> list[Mark]:
        """The elements that state facts."""
        return [mark for mark in self.marks if mark.kind in FACTS and mark.element]

    def period(self) -> tuple[date, date] | None:
        """Return the one-year period of most facts; None if no fact has such a period."""
        counts: dict[tuple[date, date], int] = {}
        for fact in self.facts:
            context = self.contexts.get(fact.attributes.get("contextRef", ""))
            if context and context.start and context.end and 360 <= (context.end - context.start).days <= 372:
                counts[context.start, context.end] = counts.get((context.start, context.end), 0) + 1
        return max(counts, key=lambda period: (counts[period], period[1]), default=None)


@cache
def _taxonomies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the prefixes of taxonomies in element names, each with a pattern of its namespace."""
    table = rtoml.loads(Path(__file__).with_name("taxonomies.toml").read_text("utf-8"))["namespaces"]
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in table.items())


def is_inline_xbrl(data: bytes) -> bool:
    """Whether a file declares the namespace of inline XBRL."""
    return NAMESPACE.search(data) is not None


def read_facts(data: bytes, path: str) -> InlineXbrl:
    """Return the elements of inline XBRL in a file.

    Raises:
        RefusedError: the file breaks a rule of `xml.scan`, or is not XML.

    """
    found = InlineXbrl()
    scan_xml(data, lambda parser: _Listener(parser, found, path).listen())
    return found


class _Listener:
    """Collects contexts, units and marks during expat's pass."""

    def __init__(self, parser: "expat.XMLParserType", found: InlineXbrl, path: str) -> None:
        self.parser, self.found, self.path = parser, found, path
        self.names: dict[str, str] = {}  # prefix -> namespace
        self.open: list[Mark | None] = []
        self.context: dict[str, str] | None = None
        self.dimensions: list[tuple[str, str]] = []
        self.unit: str | None = None
        self.measures: list[str] = []
        self.reading: list[str] | None = None  # the text of the open context or unit
        self.hidden = 0
        self.collecting: list[tuple[Mark, list[str]]] = []

    def listen(self) -> None:
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise too_deep()
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                self.names[key[6:]] = value
        prefix, _, local = name.rpartition(":")
        if NAMESPACE.match(self.names.get(prefix, "").encode()):
            place = Location(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
            mark = Mark(local, self.parser.CurrentByteIndex, place, attributes, is_hidden=self.hidden > 0)
            if local in FACTS and _NAME.fullmatch(attributes.get("name", "")):
                mark.element = self.canonical(attributes["name"])
            self.hidden += local == "hidden"
            self.found.marks.append(mark)
            self.open.append(mark)
            self.collecting.append((mark, []))
            return
        self.open.append(None)
        if KINDS.get(local, Kind.INLINE) not in (Kind.INLINE, Kind.UNREAD):
            for mark, _ in self.collecting:
                mark.is_block = True
        self._in_resources(local, attributes)

    def canonical(self, name: str) -> str:
        """Return an element's name with the canonical prefix of its taxonomy."""
        prefix, _, local = name.rpartition(":")
        namespace = self.names.get(prefix, "")
        known = next((own for own, pattern in _taxonomies() if pattern.search(namespace)), prefix)
        return f"{known}:{local}" if known else local

    def _in_resources(self, local: str, attributes: Mapping[str, str]) -> None:
        if local == "context":
            self.context, self.dimensions = {"id": attributes.get("id", "")}, []
        elif local == "unit":
            self.unit, self.measures = attributes.get("id", ""), []
        elif self.context is not None and local in ("identifier", "startDate", "endDate", "instant", "explicitMember"):
            self.context["dimension"] = attributes.get("dimension", "")
            self.reading = []
        elif self.unit is not None and local == "measure":
            self.reading = []

    def text(self, data: str) -> None:
        if self.reading is not None:
            self.reading.append(data)
        for _, parts in self.collecting:
            parts.append(data)

    def end(self, name: str) -> None:
        mark = self.open.pop()
        local = name.rpartition(":")[2]
        if mark is not None:
            mark.end = self.parser.CurrentByteIndex
            self.hidden -= mark.kind == "hidden"
            _, parts = self.collecting.pop()
            mark.text = " ".join("".join(parts).split())
            return
        if self.reading is not None:
            said = "".join(self.reading).strip()
            self.reading = None
            if local == "measure":
                self.measures.append(said)
            elif local == "explicitMember" and self.context is not None:
                self.dimensions.append((self.context["dimension"], said))
            elif self.context is not None:
                self.context[local] = said
        if local == "context" and self.context is not None:
            fields = self.context
            ends = _day(fields.get("endDate") or fields.get("instant", ""))
            context = Context(
                fields.get("identifier", ""), _day(fields.get("startDate", "")), ends, tuple(self.dimensions)
            )
            self.found.contexts[fields["id"]] = context
            self.context = None
        elif local == "unit" and self.unit is not None:
            self.found.units[self.unit] = "/".join(self.measures)
            self.unit = None


def _day(text: str) -> date | None:
    """Read a day of a context; a time of zero hours means the end of the previous day."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day - timedelta(days=1) if text[10:].startswith("T00:00") else day
