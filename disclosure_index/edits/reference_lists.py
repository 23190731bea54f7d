"""References in the value of an attribute: one goes or comes, the others and what stands between them stay."""

from collections.abc import Iterable

from disclosure_index.edits.start_tags import pieces


def words(raw: str) -> list[str]:
    """Return the words of a raw value, as the reader does."""
    return "".join(said for _, said in pieces(raw)).split()


def add(raw: str, new: Iterable[str]) -> str:
    """Put words, escaped already, after the last one, each after a single space."""
    spans = _spans(raw)
    end = spans[-1][2] if spans else 0
    added = " ".join(new)
    return f"{raw[:end]}{' ' if spans and added else ''}{added}{raw[end:]}"


def remove(raw: str, unwanted: Iterable[str]) -> str:
    """Take words out, each with the white space before it, the first with that after it."""
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
    """Put a word, escaped already, where another is."""
    for word, start, end in reversed(_spans(raw)):
        if word.casefold() == old.casefold():
            raw = raw[:start] + new + raw[end:]
    return raw


def _spans(raw: str) -> list[tuple[str, int, int]]:
    """Return each word with where it begins and ends in the raw value."""
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
