"""Reasons for omission in the rows of an index, as opposed to answers with similar words."""

import re
import unicodedata
from collections.abc import Collection

from disclosure_index.model import Reason
from disclosure_index.reading.languages.index_words import words

_FLAGS = re.IGNORECASE
_NOT_REPORTED = "not-reported"
_REASONS = ("confidential", "legal", "unavailable", "not-applicable", "not-material", _NOT_REPORTED)
"""Reasons for omission; a framework's own id replaces ours if its title matches."""

_WAYS = ("whole", "caused", "alone")
"""The kinds of words for a reason, as described in `reading/languages/en/index.toml`."""
_CAUSES = words("omission-cause")
_EDGE, _OVER = r"(?<![a-z\d])", r"(?:(?<=[\u3400-\u9fff])|(?![a-z\d]))"
_MARK = r"\s*(?:$|[^\w\s&%'’+-])|\s*-+(?:\s|$)|\s+-"
_CHINESE_AGAIN = r"(?<=[\u3400-\u9fff])\s+(?![于於的之])(?=[\u3400-\u9fff])"  # a new line of the cell
_END = rf"(?:{_MARK}|{_CHINESE_AGAIN}|\s*(?:{_CAUSES}|{words('omission-explained')}))"
_BEHIND = rf"(?=(?:\s*{words('omission-whole-thing')}){{0,3}}{_END})"
_STATED = tuple(
    (
        reason,
        re.compile(rf"{_EDGE}{words(f'omission-{reason}-whole')}{_OVER}{_BEHIND}", _FLAGS),
        re.compile(rf"{_EDGE}{words(f'omission-{reason}-caused', f'omission-{reason}-alone')}{_OVER}(?=\W*$)", _FLAGS),
        re.compile(rf"{_EDGE}{words(f'omission-{reason}-caused')}{_OVER}(?={_MARK})", _FLAGS),
    )
    for reason in _REASONS
)
_MENTIONED = tuple(
    (reason, re.compile(rf"{_EDGE}{words(*(f'omission-{reason}-{as_}' for as_ in _WAYS))}{_OVER}", _FLAGS))
    for reason in _REASONS
)
_START = re.compile(r"[^\w]*")
_OMITTED = re.compile(rf"{words('omission-announced')}\W*", _FLAGS)
_LABEL = re.compile(rf"{words('omission-label')} ?:", _FLAGS)
_CAUSE = re.compile(rf"{_CAUSES}\s*(?:of\s+|the\s+)?", _FLAGS)
_SUBJECT = re.compile(rf"{words('omission-subject')}\s*", _FLAGS)
_CAUSE_BEHIND = re.compile(rf"\W*(?:{_CAUSES}|for\b)|\W*[(:]", _FLAGS)
_NEAR, _LONG = 60, 200  # characters: a word further on in a long cell of reasons is part of its prose
_SENTENCE = re.compile(r"[.。;!|]")
_NOTHING_TO_REMARK = re.compile(rf"\W*(?:n\W{{0,2}}a|{words('omission-not-applicable-whole')})\W*", _FLAGS)


def reason_in(texts: Collection[str], of_reasons: str, reasons: Collection[Reason]) -> str:
    """Return the framework's reason for omission in a row, "" without one.

    A cell states a reason if it BEGINS with one, as a whole phrase (`omission-…-whole` in `reading/languages`):
    alone, or with a mark or an explanation after it. "N/A: we run no ships", "Not applicable to the Group's
    business" and "不适用，因为…" state one.
    "Not applicable law", "N/A for offices; 12 t in factories" and "不适用于…的员工除外" continue
    differently, and so are answers. Words that answers have, too (confidential, 保密), state a reason only if they are
    the whole cell, or after a cause: "due to confidentiality, …", "因商业机密，…"; and "prohibited by law" and
    法律禁止, with which answers on child labour begin, only alone. "None" and "nil" are answers.

    Before the reason there may be a word of omission ("Omitted:", "从略："), a cause, or its subject, if
    that is the disclosure itself ("This KPI is not applicable"). The text after "Omission reason:" is about a reason
    in any column, and so is a column of reasons: there, the words count anywhere, still as whole words. In
    passing ("in a confidential way", 保密的举报渠道) they count nowhere, and never as a part of a word (China). "N/A"
    in a note or a column of reasons beside a location or an answer means that there is no remark (`says_nothing`).

    Args:
        texts: the note and the location of the row.
        of_reasons: the text in its columns of reasons.
        reasons: those of the framework; one of its own replaces ours if its title has the words.
    """
    found = mentioned(of_reasons) if of_reasons else ""
    for text in texts:
        found = found or stated(text)
    if not found:
        return ""
    pattern = dict(_MENTIONED)[found]
    return next((r.id for r in reasons if any(pattern.search(title) for title in r.title.values())), found)


def stated(text: str) -> str:
    """Return the reason that a cell states, by the rule of `reason_in`, "" without one."""
    text = _plain(text)
    if label := _LABEL.search(text):
        return mentioned(text[label.end() :])
    start = _START.match(text)
    at = start.end() if start else 0
    if omitted := _OMITTED.match(text, at):
        return mentioned(_first_sentence(text[omitted.end() :]))
    cause = _CAUSE.match(text, at)
    at = cause.end() if cause else at
    subject = _SUBJECT.match(text, at)
    for begin in dict.fromkeys((at, subject.end() if subject else at)):
        for reason, whole, alone, behind_cause in _STATED:
            match = whole.match(text, begin) or alone.match(text, begin)
            if match := match or (behind_cause.match(text, begin) if cause else None):
                if reason == _NOT_REPORTED and _CAUSE_BEHIND.match(text, match.end()):
                    return mentioned(_first_sentence(text[match.end() :])) or reason
                return reason
    return ""


def mentioned(text: str) -> str:
    """Return the first reason in a text about reasons, "" without one."""
    text = _plain(text)
    found = [
        (reason == _NOT_REPORTED, match.start(), reason)
        for reason, pattern in _MENTIONED
        if (match := pattern.search(text)) and (match.start() <= _NEAR or len(text) <= _LONG)
    ]
    return min(found)[2] if found else ""


def begins_with_reason(text: str) -> bool:
    """Whether a text begins with the words of a reason, so that it is hardly the title of a section."""
    text = _plain(text)
    start = _START.match(text)
    return any(pattern.match(text, start.end() if start else 0) for _, pattern in _MENTIONED)


def says_nothing(text: str) -> bool:
    """Whether a note or a cell of reasons only states that there is no remark: "N/A"."""
    return _NOTHING_TO_REMARK.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2011", "-").replace("\u2010", "-")


def _first_sentence(text: str) -> str:
    return next((part for part in _SENTENCE.split(text) if re.search(r"\w", part)), "")
