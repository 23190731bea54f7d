"""Where a row of an index states a reason for omission, and where it only has words of one."""

import re
import unicodedata
from collections.abc import Collection

from disclosure_index.model import Reason
from disclosure_index.reading.languages.index_words import words

_FLAGS = re.IGNORECASE
_NOT_REPORTED = "not-reported"
_REASONS = ("confidential", "legal", "unavailable", "not-applicable", "not-material", _NOT_REPORTED)
"""Reasons for omission; a framework's own id takes the place of ours where its title fits."""

_WAYS = ("whole", "caused", "alone")
"""How far words say a reason: `reading/languages/en/index.toml` says which is which."""
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
_NEAR, _LONG = 60, 200  # characters: a word that stands further on in a long cell of reasons is one of its prose
_SENTENCE = re.compile(r"[.。;!|]")
_NOTHING_TO_REMARK = re.compile(rf"\W*(?:n\W{{0,2}}a|{words('omission-not-applicable-whole')})\W*", _FLAGS)


def reason_in(texts: Collection[str], of_reasons: str, reasons: Collection[Reason]) -> str:
    """Return the framework's reason for omission that a row states, "" where it states none.

    A cell states a reason where it BEGINS with one, as a whole phrase (`omission-…-whole` in `reading/languages`):
    alone, or with a mark or an explanation behind it. "N/A: we run no ships", "Not applicable to the Group's
    business" and "不适用，因为…" state one.
    "Not applicable law", "N/A for offices; 12 t in factories" and "不适用于…的员工除外" go on as something
    else, and so are answers. Words that answers have, too (confidential, 保密), state a reason only where they are all
    that the cell says, or behind a cause: "due to confidentiality, …", "因商业机密，…"; and "prohibited by law" and
    法律禁止, with which answers on child labour begin, only alone. "None" and "nil" are answers.

    Before the reason may stand that something is omitted ("Omitted:", "从略："), a cause, or what it is said of, where
    that is the disclosure itself ("This KPI is not applicable"). What follows "Omission reason:" is about a reason
    wherever it stands, and so is a column of reasons: there, the words count anywhere, still as whole words. In
    passing ("in a confidential way", 保密的举报渠道) they count nowhere, and never as a part of a word (China). "N/A"
    in a note or a column of reasons beside a place or an answer says that there is nothing to remark (`says_nothing`).

    Args:
        texts: the note and the location of the row.
        of_reasons: what the row has in columns of reasons.
        reasons: those of the framework; one of its own takes the place of ours where its title has the words.
    """
    found = mentioned(of_reasons) if of_reasons else ""
    for text in texts:
        found = found or stated(text)
    if not found:
        return ""
    pattern = dict(_MENTIONED)[found]
    return next((r.id for r in reasons if any(pattern.search(title) for title in r.title.values())), found)


def stated(text: str) -> str:
    """Return the reason that a cell states, by the rule of `reason_in`, "" where it states none."""
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
    """Return the reason whose words come first in a text that is about reasons, "" where it has none."""
    text = _plain(text)
    found = [
        (reason == _NOT_REPORTED, match.start(), reason)
        for reason, pattern in _MENTIONED
        if (match := pattern.search(text)) and (match.start() <= _NEAR or len(text) <= _LONG)
    ]
    return min(found)[2] if found else ""


def begins_with_reason(text: str) -> bool:
    """Whether a text begins with the words of a reason, whatever follows: it is hardly the title of a section."""
    text = _plain(text)
    start = _START.match(text)
    return any(pattern.match(text, start.end() if start else 0) for _, pattern in _MENTIONED)


def says_nothing(text: str) -> bool:
    """Whether a note or a cell of reasons is filled in only to say that there is nothing to say: "N/A"."""
    return _NOTHING_TO_REMARK.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2011", "-").replace("\u2010", "-")


def _first_sentence(text: str) -> str:
    return next((part for part in _SENTENCE.split(text) if re.search(r"\w", part)), "")
