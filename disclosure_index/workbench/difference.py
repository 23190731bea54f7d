"""The changes of files, as a unified diff."""

import difflib
from collections.abc import Iterator, Mapping

from disclosure_index.reading.registry import is_word, read_source

CONTEXT = 3
"""The number of lines shown around a change."""


def difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the lines of a unified diff of every changed file, without line ends.

    Args:
        before: the bytes of the files by path.
        after: the same files later.

    """
    for name, data in after.items():
        if before[name] != data:
            yield from _of_file(name, _lines(name, before[name]), _lines(name, data))


def _lines(name: str, data: bytes) -> list[str]:
    if is_word(name):
        return list(_passages(name, data))
    return data.decode("utf-8", errors="replace").splitlines()


def _passages(name: str, data: bytes) -> Iterator[str]:
    """Yield the passages of a Word file, each with the statements at its paragraph."""
    document = read_source(data, name, "")
    stated: dict[int, list[str]] = {}
    for tag in document.tags:
        stated.setdefault(tag.span.location.line, []).append(f"#disc {tag.text}{' #reviewed' * tag.reviewed}")
    for omission in document.omissions:
        statement = f"#omit {omission.text} reason: {omission.reason}{' #reviewed' * omission.reviewed}"
        stated.setdefault(omission.span.location.line, []).append(statement)
    for one in document.suppressions:
        statement = f"#suppress {one.rules} reason: {one.reason} owner: {one.owner} until: {one.until}"
        stated.setdefault(one.location.line, []).append(statement)
    for passage in document.passages:
        here = "; ".join(stated.pop(passage.location.line, ()))
        yield " | ".join(passage.text.split("\t")) + (f"  [{here}]" if here else "")


def _of_file(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the diff of one file, comparing only from the first to the last change: there may be a million lines."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
    first = max(0, head - CONTEXT)
    ends = [len(lines) - max(0, tail - CONTEXT) for lines in (old, new)]
    pieces = difflib.unified_diff(old[first : ends[0]], new[first : ends[1]], name, name, lineterm="", n=CONTEXT)
    for line in pieces:
        yield _moved(line, first) if line.startswith("@@") else line


def _moved(line: str, by: int) -> str:
    """Return the head of a hunk, ``@@ -1,2 +1,3 @@``, with lines counted from the start of the file."""
    marks = line.split(" ")
    for n in (1, 2):
        start, comma, count = marks[n][1:].partition(",")
        marks[n] = f"{marks[n][0]}{int(start) + by}{comma}{count}"
    return " ".join(marks)
