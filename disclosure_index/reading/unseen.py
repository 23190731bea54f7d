"""Text of a source that is not displayed: ``hidden``, style rules, struck text.

It depends on the element alone: its name, its attributes, and the style rules of the document that select it alone.
Style sheets in other files and scripts are not read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Location

STRUCK = frozenset(("del", "s", "strike"))
"""Elements whose text is struck out, and so no longer valid."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:all|screen)\s*\{", re.IGNORECASE)
_SIMPLE = re.compile(r"(?P<name>[a-z][\w:-]*|\*)?(?P<parts>(?:[.#][\w-]+)*)", re.IGNORECASE)
_LONGEST_SHEET = 2**20  # characters of style sheets that are read
_SHOWN = 60  # characters of the quoted text


class Visibility(NamedTuple):
    """The visibility of an element by a style; None where the style does not set it."""

    displayed: bool | None = None
    visible: bool | None = None
    struck: bool | None = None

    def over(self, other: "Visibility") -> "Visibility":
        """Return this visibility, completed by the other where it is None."""
        return Visibility(*(below if own is None else own for own, below in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    classes: frozenset[str]
    id: str
    visibility: Visibility
    weight: tuple[int, int, int]

    def fits(self, name: str, classes: frozenset[str], id: str) -> bool:
        return self.name in ("", name) and self.id in ("", id) and self.classes <= classes


@dataclass(slots=True)
class Styles:
    """The rules of a document's style sheets, and the visibility of elements by them and by their attributes."""

    by_name: bool = False  # some rules select elements without attributes
    _rules: list[_Rule] = field(default_factory=list)
    _read: int = 0

    def add(self, sheet: str) -> None:
        """Read a style sheet: the rules whose selectors are a name, classes and an id."""
        self._read += len(sheet)
        if self._read > _LONGEST_SHEET:
            return
        for selectors, declarations in _blocks(_COMMENT.sub(" ", sheet)):
            visibility = _visibility(declarations)
            if visibility == Visibility():
                continue
            for selector in selectors.split(","):
                if (match := _SIMPLE.fullmatch(selector.strip())) and match[0]:
                    parts = re.findall(r"[.#][\w-]+", match["parts"])
                    classes = frozenset(part[1:] for part in parts if part[0] == ".")
                    ids = [part[1:] for part in parts if part[0] == "#"]
                    name = "" if match["name"] in (None, "*") else match["name"].lower()
                    weight = (len(ids), len(classes), int(bool(name)))
                    self.by_name = self.by_name or not (ids or classes)
                    self._rules.append(_Rule(name, classes, ids[0] if ids else "", visibility, weight))
        self._rules.sort(key=lambda rule: rule.weight)  # stable: of equal weights the last wins

    def visibility(self, name: str, attributes: Mapping[str, str]) -> Visibility:
        """Return the visibility of an element; its own style overrides the rules."""
        visibility = _visibility(attributes["style"]) if "style" in attributes else Visibility()
        if self._rules:
            classes = frozenset(attributes.get("class", "").split())
            for rule in reversed(self._rules):
                if rule.fits(name, classes, attributes.get("id", "")):
                    visibility = visibility.over(rule.visibility)
        return visibility.over(Visibility(displayed=False)) if "hidden" in attributes else visibility

    def hides(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element's text is not displayed."""
        if name in STRUCK:
            return True
        if not self._rules and not ("style" in attributes or "hidden" in attributes):
            return False
        return False in (visibility := self.visibility(name, attributes))[:2] or visibility.struck is True

    def keeps_its_place(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether a hidden element keeps an empty place, as a cell does unless it is not displayed at all."""
        return self.visibility(name, attributes).displayed is not False


def _blocks(sheet: str) -> list[tuple[str, str]]:
    """Return the rules of a style sheet as selectors and declarations, without those for paper or small screens."""
    sheet = _SCREEN.sub("{", sheet)
    found: list[tuple[str, str]] = []
    at = depth = skipped = 0
    selectors = ""
    for match in re.finditer(r"[{};]", sheet):
        text = sheet[at : match.start()].strip()
        if match[0] == "{":
            depth += 1
            if text.startswith("@") and not skipped:
                skipped = depth
            selectors = text
        elif match[0] == "}":
            if selectors and not skipped:
                found.append((selectors, text))
            if skipped == depth:
                skipped = 0
            selectors, depth = "", max(depth - 1, 0)
        elif selectors:
            continue  # declarations are complete at their end
        at = match.end()
    return found


@lru_cache(maxsize=4096)
def _visibility(declarations: str) -> Visibility:
    """Read declarations such as those of a ``style`` attribute."""
    properties: dict[str, str] = {}
    for declaration in declarations.lower().split(";"):
        name, _, value = declaration.partition(":")
        properties[name.strip()] = value.replace("!important", "").strip()
    displayed = properties["display"] != "none" if properties.get("display") else None
    visible = properties["visibility"] not in ("hidden", "collapse") if properties.get("visibility") else None
    lines = properties.get("text-decoration") or properties.get("text-decoration-line")
    return Visibility(displayed, visible, "line-through" in lines if lines else None)


@dataclass(slots=True)
class PassedOver:
    """The text that a reader leaves out because it is not displayed: its words, and the statements on it."""

    path: str
    words: int = 0
    first: str = ""
    location: Location | None = None
    at: Location | None = None  # of the element that is left out
    findings: list[Finding] = field(default_factory=list)

    def element(self, attributes: Mapping[str, str], location: Location) -> None:
        """Leave out an element, and report the references on it."""
        references = f"{attributes.get('data-disclosure', '')} {attributes.get('data-omission', '')}".split()
        self.named(references, location, attributes.get("id", ""))

    def named(self, references: list[str], location: Location, anchor: str = "") -> None:
        """Report the references on text that is left out."""
        if references:
            problem = message(
                "Readers do not see this text, so {references} is not answered by it",
                references=joined(COMMA, references),
            )
            hint = message("Show the text, or remove the tag")
            self.findings.append(Finding("DI213", problem, location, hint, anchor=anchor))

    def text(self, data: str) -> None:
        """Leave out text."""
        if (words := data.split()) and self.at is not None:
            self.words += len(words)
            if self.location is None:
                self.location, self.first = self.at, " ".join(words)[:_SHOWN]

    def all_findings(self) -> list[Finding]:
        """Return the findings: one for each element with statements, and one for all text."""
        if self.location is None:
            return self.findings
        problem = message(
            'Text that readers do not see is left out (words: {words}), first "{text}"',
            words=self.words,
            text=self.first,
        )
        hint = message("If it belongs to the report, show it; else delete it")
        return [*self.findings, Finding("DI613", problem, self.location, hint)]
