"""Carriers of the statements about an element of Markdown: braces, comments, the start tags of HTML."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from disclosure_index.edits.carriers import EMPTY, Carrier
from disclosure_index.edits.comment_statements import as_start_tag, rewritten
from disclosure_index.edits.markdown.blocks import Block
from disclosure_index.edits.markdown.braces import read_braces, write_braces
from disclosure_index.edits.markdown.text import Text
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tags import START_TAG, StartTag, read_start_tag
from disclosure_index.reading.markdown.attributes import BEHIND_ROW
from disclosure_index.reading.marks.comment_tags import read_statements

_BLANKS = " \t"


def carriers_of(here: Sequence[Block], passage: Block, text: Text) -> tuple[Carrier, ...]:
    """Return the carriers of the statements about the elements that begin at one place.

    Args:
        here: these elements, the outermost first.
        passage: the element among them that begins a passage.
        text: the text of the file.

    """
    found = [carrier for block in here for carrier in _of(block, text, block is passage)]
    if not any(carrier.direct and carrier.suppresses for carrier in found) and (new := _new(passage, text)):
        found.append(new)
    return tuple(found)


def _of(block: Block, text: Text, direct: bool) -> Iterator[Carrier]:
    if block.kind == "html":
        start = text.offset(*block.place)
        if (match := START_TAG.match(text.between(start, len(text.source)))) and match[1].lower() == block.name:
            end = start + len(match[0].encode())
            yield Carrier(read_start_tag(match), partial(_start_tag, start, end), direct)
    for opening, closing in block.braces:
        start, end = text.offset(*opening), text.offset(*closing)
        yield _braces(text, start, end, direct)
    if block.kind in ("row", "head row"):
        line = text.between(text.line_start(block.lines[0]), text.line_end(block.lines[0]))
        if not block.braces and (match := BEHIND_ROW.search(line)):
            opening_at = text.line_start(block.lines[0]) + len(line[: match.start()].encode())
            start = text.source.index(b"{", opening_at)
            yield _braces(text, start, text.source.index(b"}", start) + 1, direct)
    for (opening, closing), said in block.comments:
        start, end = text.offset(*opening), text.offset(*closing)
        tag = as_start_tag(read_statements(said))
        yield replace(_carrier(text, start, end, tag, partial(_comment, said), direct), suppresses=False)


def _start_tag(start: int, end: int, tag: StartTag) -> list[Splice]:
    return [Splice(start, end, str(tag).encode())]


def _braces(text: Text, start: int, end: int, direct: bool) -> Carrier:
    written = text.between(start, end)
    return _carrier(text, start, end, read_braces(written), lambda tag: write_braces(written, tag), direct)


def _comment(said: str, tag: StartTag) -> str:
    new = rewritten(said, tag)
    return f"<!--{new}-->" if new else ""


def _carrier(
    text: Text, start: int, end: int, tag: StartTag, written: Callable[[StartTag], str], direct: bool
) -> Carrier:
    """Return a carrier whose line, or the blanks before it, are removed with its last statement."""
    line = text.source.rfind(b"\n", 0, start) + 1
    line = max(line, text.source.rfind(b"\r", 0, start) + 1)
    before = text.between(line, start)
    next_line = text.next_line(end)
    behind = text.between(end, next_line)
    if not before.strip(_BLANKS) and not behind.strip(f"{_BLANKS}\r\n"):
        first, last, tail = line, next_line, behind
    else:
        before = before[len(before.rstrip(_BLANKS)) :]
        first, last, tail = start - len(before.encode()), end, ""

    def write(new: StartTag) -> list[Splice]:
        said = written(new)
        return [Splice(first, last, f"{before}{said}{tail}".encode() if said else b"")]

    return Carrier(tag, write, direct)


def _new(block: Block, text: Text) -> Carrier | None:
    """Return the carrier for attributes of a block without any; None where it cannot have attributes."""
    if block.kind == "block" and block.text is not None:
        at = text.offset(*block.text[1])
        return _added(at, lambda tag: f" {write_braces('{}', tag)}")
    if block.kind == "row":
        line_start, line_end = (of(block.lines[0]) for of in (text.line_start, text.line_end))
        line = text.between(line_start, line_end)
        at = line_start + len(line.rstrip().encode())
        bar = "" if line.rstrip().endswith("|") and not line.rstrip().endswith("\\|") else " |"
        return _added(at, lambda tag: f"{bar} {write_braces('{}', tag)}")
    if block.kind in ("code", "block"):
        start = text.offset(*block.place)
        number = block.place[0] - 1
        begin = text.line_start(number)
        prefix = text.between(begin, start)
        if not prefix.strip(f"{_BLANKS}>"):
            breaks = text.between(text.line_end(number), text.next_line(begin)) or "\n"
            at = begin + len(prefix.encode())
            comment = _added(at, lambda tag: f"<!-- {rewritten('', tag).strip()} -->{breaks}{prefix}")
            return replace(comment, suppresses=False)
    return None


def _added(at: int, written: Callable[[StartTag], str]) -> Carrier:
    return Carrier(EMPTY, lambda tag: [Splice(at, at, written(tag).encode())])
