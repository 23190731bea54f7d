"""The vocabulary of cells: what people mean by a word, in any language, width and case."""

import re
import unicodedata
from functools import lru_cache

from disclosure_index.messages import in_languages, states
from disclosure_index.model import Framework, Status
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.workbench.days import day_of

_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″「」『』", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_YES = ("y", "x", "true", "1", "✓", "✔", "√", "ok", "已复核", "已覆核", "已審閱", "对", "對")
"""In addition to the words that the workbook offers."""
_NO = ("no", "n", "false", "0", "否", "未复核", "未覆核")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a text for comparison, regardless of case, width, white space and the kinds of quotes and dashes."""
    whole = text.translate(_ALIKE)  # NFKC decomposes "´" and "″"
    return " ".join(unicodedata.normalize("NFKC", whole).translate(_ALIKE).casefold().split())


def status_of(text: str) -> Status | None:
    """Return the status named by a word of any language; None for other words."""
    return _statuses().get(fold(text))


def reason_of(text: str, framework: Framework) -> str | None:
    """Return the id of the framework's reason with this title, in any language, or this id."""
    wanted = fold(text)
    for reason in framework.reasons:
        if wanted in {fold(reason.id), *map(fold, reason.title.values())}:
            return reason.id
    return None


def mark_of(text: str) -> bool | None:
    """Return the meaning of a mark: an empty cell is no; None for other words."""
    wanted = fold(text)
    if wanted in _YES or wanted in set(map(fold, in_languages(YES))):
        return True
    return False if not wanted or wanted in _NO else None


def meaning(column: str, text: str, framework: Framework) -> object:
    """Return the value by which two cells of a column are compared."""
    if column == "due":
        return day_of(text) or fold(text)
    if column == "status":
        return status_of(text) or fold(text)
    if column == "reason":
        return reason_of(text, framework) or fold(text)
    if column == "reviewed":
        mark = mark_of(text)
        return fold(text) if mark is None else mark
    if column in ("note", "explanation"):  # line breaks are part of the text
        return tuple(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
    return " ".join(text.replace("；", "; ").split())  # the separator of places depends on the language


def parts(text: str, known: list[str]) -> tuple[list[str], list[str]]:
    """Return the `known` titles in a list of places, and its other parts, folded."""
    folded = fold(re.sub(r"[\r\n]+", ";", text))
    named = []
    for title in sorted(known, key=len, reverse=True):
        whole = rf"(?:^|(?<=;)) ?{re.escape(fold(title))} ?(?=;|$)"
        if fold(title) and re.search(whole, folded):
            named.append(title)
            folded = re.sub(whole, "", folded)
    return named, [part.strip() for part in folded.split(";") if part.strip()]


@lru_cache(maxsize=1)
def _statuses() -> dict[str, Status]:
    found = {fold(name): status for status in Status for name in in_languages(states.STATUS[status])}
    return found | {status.value: status for status in Status}
