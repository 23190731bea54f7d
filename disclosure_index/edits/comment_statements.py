"""Statements in the text of a comment, ``disclosure: gri:305-1`` or ``#omit hkex-esg:A1.1 reason: not-material``."""

from collections.abc import Iterable, Mapping

from disclosure_index.edits.reference_lists import words
from disclosure_index.edits.start_tag_edits import OMISSION, REASON, REVIEWED, SUPPRESS, TAG
from disclosure_index.edits.start_tags import Attribute, StartTag, escaped
from disclosure_index.reading.builder import Marks
from disclosure_index.reading.marks.comment_tags import read_statement, read_suppression, statements_in

_HEADS = {TAG: "#disc", OMISSION: "#omit", REVIEWED: "#reviewed"}


def as_start_tag(marks: Iterable[Marks], suppressed: Mapping[str, str] | None = None) -> StartTag:
    """Return the equivalent start tag in XHTML; `suppressed` are attributes by their names in XHTML."""
    references: dict[str, list[str]] = {TAG: [], OMISSION: [], REVIEWED: []}
    reason = ""
    for one in marks:
        for name, value in ((TAG, one.disclosure), (OMISSION, one.omission), (REVIEWED, one.reviewed)):
            references[name] += (value or "").split()
        reason = reason or one.reason
    values = {name: " ".join(dict.fromkeys(listed)) for name, listed in references.items()} | {REASON: reason}
    values |= suppressed or {}
    attributes = (Attribute(" ", name, "=", '"', escaped(value, '"')) for name, value in values.items() if value)
    return StartTag("p", tuple(attributes), ">")


def rewritten(text: str, tag: StartTag, *, hashed_only: bool = False, between: str = " ") -> str:
    """Return the text of a comment with the statements of a start tag; "" where nothing is left.

    Args:
        text: of the comment, which may contain more than statements.
        tag: the statements to write.
        hashed_only: whether statements begin with ``#``, as in Word.
        between: the separator before each new statement.

    """
    wanted = {name: _words(tag, name) for name in _HEADS}
    reason = (attribute.value if (attribute := tag.get(REASON)) else "").strip()
    left = {name: {word.casefold(): word for word in listed} for name, listed in wanted.items()}
    lines, suppression = text.splitlines(keepends=True), _suppression(tag)
    if suppression and (at := next((n for n, line in enumerate(lines) if read_suppression(line)), None)) is not None:
        if _filled(read_suppression(lines[at])) != _filled(read_suppression(suppression)):
            lines[at] = suppression + lines[at][len(lines[at].rstrip()) :]
        suppression = ""
    result = "".join(_line(line, wanted, left, reason, hashed_only) for line in lines)
    new = [_statement(_HEADS[name], list(missing.values()), reason) for name, missing in left.items() if missing]
    new += [suppression] * bool(suppression)
    if not new:
        return result if result.strip() else ""
    tail = result[len(result.rstrip()) :] if result.strip() else " " if between == " " else ""
    lead = result.rstrip() + between if result.strip() else tail
    return f"{lead}{between.join(new)}{tail}"


def _line(
    line: str, wanted: dict[str, list[str]], left: dict[str, dict[str, str]], reason: str, hashed_only: bool
) -> str:
    """Return a line with new statements; the written ones are removed from `left`."""
    lead = len(line) - len(line.lstrip())
    body = line.strip()
    tail = line[lead + len(body) :]
    parts, at = [], 0
    for head, end in statements_in(body, hashed_only):
        statement = read_statement(head[0], body[head.end() : end])
        parts.append(body[at : head.start()])
        at = end
        if not statement:
            parts.append(body[head.start() : end])
            continue
        [one] = statement
        name = TAG if one.disclosure is not None else OMISSION if one.omission is not None else REVIEWED
        was = (one.disclosure or one.omission or one.reviewed or "").split()
        now = [word for word in was if word.casefold() in {known.casefold() for known in wanted[name]}]
        for word in now:
            left[name].pop(word.casefold(), None)
        now += left[name].values()
        left[name].clear()
        if now == was and (name != OMISSION or one.reason == reason):
            parts.append(body[head.start() : end])
        elif now:
            after = body[head.start() : end]
            parts.append(_statement(head[0].rstrip(), now, reason) + after[len(after.rstrip()) :])
    parts.append(body[at:])
    result = "".join(parts).rstrip()
    return f"{line[:lead]}{result}{tail}" if result else ""


def _statement(head: str, references: list[str], reason: str) -> str:
    because = f" reason: {reason}" if reason and "omi" in head.lower() else ""
    return f"{head} {' '.join(references)}{because}"


def _suppression(tag: StartTag) -> str:
    """Return the suppression of a start tag as a line of a comment; "" where there is none."""
    attributes = {attribute.name: attribute.value for attribute in tag.attributes}
    if not (rules := attributes.get(SUPPRESS)):
        return ""
    facts = [
        f"{name}: {value}" for name in ("reason", "owner", "until") if (value := attributes.get(f"{SUPPRESS}-{name}"))
    ]
    return " ".join(["#suppress", rules, *facts])


def _filled(said: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in said.items() if value}


def _words(tag: StartTag, name: str) -> list[str]:
    attribute = tag.get(name)
    return words(attribute.raw) if attribute else []
