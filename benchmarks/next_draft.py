"""Generate the next draft of a document, with the changes of an editor and a typesetter, and the true new places."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from disclosure_index.model import Document, Location, Passage, Section

REWORDED, FIGURES, MERGED, SPLIT, DELETED, INSERTED = 0.10, 0.15, 0.05, 0.05, 0.03, 0.03
"""The share of the passages with each change."""
WORDS_CHANGED = 0.25
"""The share of the words of a reworded passage that are replaced, left out or added."""
SECTIONS_MOVED = 0.05
MOST_MOVED = 30
PAGES_SHIFTED = 2
_HAN = "\u3400-\u9fff"
_PIECE = re.compile(rf"[{_HAN}]{{1,2}}|[^\s{_HAN}]+|\s+")


class Item(NamedTuple):
    """A passage of the draft, and the old passages that it comes from."""

    passage: Passage
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft without tags; `became` has, by old passage, its new passages."""

    document: Document
    became: tuple[tuple[int, ...], ...]


def next_draft(document: Document, seed: int) -> Draft:
    """Return a draft with all kinds of changes to a document; the same for the same seed."""
    rng = random.Random(seed)
    order = _moved(document, rng)
    vocabulary = [piece for p in document.passages for piece in _PIECE.findall(p.text) if piece.strip()]
    items = list(_changed([Item(document.passages[n], (n,)) for n in order], vocabulary, rng))
    became: list[list[int]] = [[] for _ in document.passages]
    for number, item in enumerate(items):
        for source in item.sources:
            became[source].append(number)
    return Draft(_document(document, [item.passage for item in items]), tuple(map(tuple, became)))


def _moved(document: Document, rng: random.Random) -> list[int]:
    """Return the order of the passages after moving some sections, or runs of passages."""
    order = list(range(len(document.passages)))
    borders = [n for n in order[1:] if document.passages[n].section != document.passages[n - 1].section]
    starts = set(borders)
    for _ in range(min(max(1, round(SECTIONS_MOVED * len(borders) / 2)), MOST_MOVED)):
        if len(borders) < 4:
            start = rng.randrange(len(order))
            end = min(start + max(2, len(order) // 20), len(order))
        else:
            number = rng.randrange(len(borders) - 1)
            start, end = borders[number], borders[number + 1]
        block = set(range(start, end))
        rest = [n for n in order if n not in block]
        ends = [at for at, n in enumerate(rest) if n in starts] or [rng.randrange(len(rest) or 1)]
        at = rng.choice(ends)
        order = [*rest[:at], *(n for n in order if n in block), *rest[at:]]
    return order


def _changed(items: Sequence[Item], vocabulary: Sequence[str], rng: random.Random) -> Iterator[Item]:
    number = 0
    while number < len(items):
        item = items[number]
        number += 1
        draw = rng.random()
        text, is_prose = item.passage.text, item.passage.kind in ("paragraph", "list-item")
        if draw < REWORDED:
            yield item._replace(passage=item.passage._replace(text=_reworded(text, vocabulary, rng), breaks=()))
        elif draw < REWORDED + FIGURES:
            changed = re.sub(r"\d", lambda _: str(rng.randrange(10)), text)
            yield item._replace(passage=item.passage._replace(text=changed))
        elif (draw := draw - REWORDED - FIGURES) < MERGED and is_prose and number < len(items):
            other = items[number]
            if (other.passage.kind, other.passage.section) == (item.passage.kind, item.passage.section):
                number += 1
                joined = item.passage._replace(text=_join(text, other.passage.text), breaks=())
                yield Item(joined, (*item.sources, *other.sources))
            else:
                yield item
        elif draw < MERGED + SPLIT and is_prose and len(text) > 40:
            yield from (item._replace(passage=item.passage._replace(text=t, breaks=())) for t in _split(text))
        elif MERGED + SPLIT <= draw < MERGED + SPLIT + DELETED and item.passage.kind != "heading":
            continue
        else:
            yield item
        if rng.random() < INSERTED:
            new = _invented(item.passage, vocabulary, rng)
            yield Item(new, ())


def _reworded(text: str, vocabulary: Sequence[str], rng: random.Random) -> str:
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        draw = rng.random() if piece.strip() else 1.0
        if draw < WORDS_CHANGED / 3:
            continue
        if draw < 2 * WORDS_CHANGED / 3:
            piece = rng.choice(vocabulary)
        pieces.append(piece)
        if 2 * WORDS_CHANGED / 3 <= draw < WORDS_CHANGED:
            pieces += [" ", rng.choice(vocabulary)] if piece.isascii() else [rng.choice(vocabulary)]
    return " ".join("".join(pieces).split(" ")).strip() or text


def _invented(like: Passage, vocabulary: Sequence[str], rng: random.Random) -> Passage:
    words = [rng.choice(vocabulary) for _ in range(rng.randrange(8, 40))]
    kind = "paragraph" if like.kind == "heading" else like.kind
    return like._replace(kind=kind, text=" ".join(words), breaks=(), anchor="")


def _join(first: str, second: str) -> str:
    return f"{first} {second}" if first[-1:].isascii() else first + second


def _split(text: str) -> tuple[str, str]:
    middle = len(text) // 2
    ends = [match.end() for match in re.finditer(r"[.;,。；，、]\s*|\s+", text) if 10 < match.end() < len(text) - 10]
    at = min(ends, key=lambda end: abs(end - middle), default=middle)
    return text[:at].strip(), text[at:].strip()


def _document(document: Document, passages: Sequence[Passage]) -> Document:
    """Return the passages as a document: their sections in order, each page with its new label."""
    sections: list[Section] = []
    known: dict[int, int] = {}
    open_: list[int] = []
    placed: list[Passage] = []
    pages: list[tuple[str, Location]] = []
    page = ""
    for number, passage in enumerate(passages):
        at = Location(document.path, 10 * number + 10, 1)
        path = _path(document, passage.section)
        keep = 0
        while keep < min(len(path), len(open_)) and path[keep] == open_[keep]:
            keep += 1
        open_ = open_[:keep]
        for index in path[keep:]:
            old = document.sections[index]
            known[index] = len(sections)
            parent = known[open_[-1]] if open_ else None
            sections.append(old._replace(location=at, parent=parent, anchor=""))
            open_.append(index)
        label = _shifted(passage.page)
        if label and label != page:
            pages.append((label, at._replace(line=at.line - 5)))
            page = label
        section = known[path[-1]] if path else None
        placed.append(passage._replace(location=at, section=section, anchor="", page=page, breaks=()))
    return replace(
        document,
        sections=tuple(sections),
        passages=tuple(placed),
        tags=(),
        omissions=(),
        pages=tuple(pages),
        anchors={},
        links=(),
        indexes=(),
        findings=(),
        suppressions=(),
    )


def _shifted(label: str) -> str:
    return str(int(label) + PAGES_SHIFTED) if label.isdecimal() else label


def _path(document: Document, section: int | None) -> list[int]:
    path: list[int] = []
    while section is not None:
        path.insert(0, section)
        section = document.sections[section].parent
    return path
