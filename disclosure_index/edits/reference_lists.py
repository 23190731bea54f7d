"""References in the value of an attribute: add, remove or replace them, and keep everything else as written."""

from collections.abc import Iterable, Sequence

from disclosure_index.edits.start_tags import pieces


def words(raw: str) -> list[str]:
    """Return the words of a raw value, as the reader does."""
    return "".join(said for _, said in pieces(raw)).split()


def add(raw: str, new: Iterable[str]) -> str:
    """Return the value with words, already escaped, added at the end, each after a single space."""
    spans = _spans(raw)
    end = spans[-1][2] if spans else 0
    added = " ".join(new)
    return f"{raw[:end]}{' ' if spans and added else ''}{added}{raw[end:]}"


def remove(raw: str, unwanted: Iterable[str]) -> str:
    """Return the value without some words; each takes the white space before it along, the first that after it."""
    gone = {word.casefold() for word in unwanted}
    while found := [n for n, (word, _, _) in enumerate(_spans(raw)) if word.casefold() in gone]:
        spans, n = _spans(raw), found[-1]
        start, end = spans[n][1], spans[n][2]
        if n:
            start = spans[n - 1][2]
        elif len(spans) > 1:
            end = spans[1][1]
        raw = raw[:start] + raw[end:]
    return raw


def swap(raw: str, old: str, new: str) -> str:
    """Return the value with a word, already escaped, in place of another."""
    for word, start, end in reversed(_spans(raw)):
        if word.casefold() == old.casefold():
            raw = raw[:start] + new + raw[end:]
    return raw


def join(raw: str, old: Sequence[str], new: str) -> str:
    """Return the value with a word, already escaped, in place of consecutive words."""
    spans, last = _spans(raw), len(old)
    at = len(spans) - last
    while at >= 0:
        if [word for word, _, _ in spans[at : at + last]] == list(old):
            raw = raw[: spans[at][1]] + new + raw[spans[at + last - 1][2] :]
            at -= last
        else:
            at -= 1
    return raw


def keep_first(raw: str, wanted: str) -> str:
    """Return the value with only the first occurrence of a word; the others take the white space before them along."""
    spans = _spans(raw)
    found = [n for n, (word, _, _) in enumerate(spans) if word.casefold() == wanted.casefold()]
    for n in reversed(found[1:]):
        raw = raw[: spans[n - 1][2]] + raw[spans[n][2] :]
    return raw


def _spans(raw: str) -> list[tuple[str, int, int]]:
    """Return each word with its start and end in the raw value."""
    spans: list[tuple[str, int, int]] = []
    at, word, start = 0, "", 0
    for written, said in pieces(raw):
        if said.isspace():
            if word:
                spans.append((word, start, at))
            word = ""
        else:
            start = start if word else at
            word += said
        at += len(written)
    if word:
        spans.append((word, start, at))
    return spans
