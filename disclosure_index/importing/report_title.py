"""The title of a report: a line at its front, or in the properties of the file, with the words of report titles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.report_words import alternatives, is_only_title_words, title_words, words
from disclosure_index.model import Document, Passage

_FRONT = 40
"""Passages at the front that may contain the title."""
_PAGES = 2
"""Pages at the front that may contain the title."""
_SHORTEST, _LONGEST = 4, 120
_LINE = 60
"""Characters of a line in a title of several lines."""
_FLAGS = re.IGNORECASE
_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|pptx?|xlsx?|md|html?|txt|qxp|ai|pages)\b|^microsoft (?:word|powerpoint)"
    r"|\w_\w|^[a-z]:\\"
    r"|^(?:untitled|layout|slide|document|presentation|powerpoint|dokument|print|cover|copertina|template|blank)\W*\d*$"
    r"|^[\da-f-]{16,}$|^\S*\d{5,}\S*$|^\S+_\S+$",
    _FLAGS,
)
"""Names that programs give to files."""
_NUMBER = re.compile(r"(?:page|pagina|pag\.|seite|p\.|第)?\s*(?:[\divxlc]+|[\W\d_]+)\s*(?:/\s*\d+)?\s*[页頁]?", _FLAGS)
_LEADERS = re.compile(r"\.{3,}|…|(?:\s[.·])*\s\d{1,3}$")
_YEAR = re.compile(r"20\d\d")
_NO_TITLE = re.compile(
    r"^\W*(?:\d{1,3}(?:\.\d{1,2})*[.)]?|[IVXLC]+\.)\s(?!\d)|^\W*about (?:this|the|our)\b|^\W*(?:关于|關於)"
    r"|independent|assurance"
    r"|\bsee\b|^(?:our|other|more|further)\b(?!.*20\d\d)"
    r"|^\W*reporting (?:standards?|scope|period|principles|boundar\w+|cycle)\b"
    r"|首次|出版|发布|發布|发行|發行|编制|編製",
    _FLAGS,
)
"""The heading of a chapter or of a contents page, instead of a title."""
_PART_ALONE = re.compile(r"\W*(?:appendix|appendices|statement|disclosures?|review|reporting|supplement)\W*", _FLAGS)
"""The heading of a chapter more often than a line of the title."""
_SENTENCE = re.compile(
    r"[.。；;]\s*$|\b(?:is|are|was|were|has|have|our|we|you|can|will|see|please|been)\b|[。，；]", _FLAGS
)


def report_title(document: Document) -> tuple[str, Evidence] | None:
    """Return the title with its evidence; None without one.

    A page number, the heading of the contents and a file's internal name are not titles. The cover overrides the file's
    properties if their years differ: files are often made from those of the previous year.
    """
    front = [p for p in document.passages[:_FRONT] if p.kind != "table-row"]
    of_file = _short(document.title) if is_title(document.title) else ""
    page = front[0].page if front else ""
    printed = next(_lines(front), None)
    if of_file and words("report").search(of_file):
        on_cover = printed is not None and printed[1] == page and _YEAR.search(printed[0])
        says_more = not _YEAR.search(of_file) and not is_only_title_words(of_file)
        if printed is None or not on_cover or says_more or _YEAR.findall(of_file) == _YEAR.findall(printed[0]):
            return of_file, quoted("", of_file)
    if printed is not None:
        return printed[0], quoted(printed[1], printed[0])
    if of_file:
        return of_file, quoted("", of_file)
    if phrase := _called(document.passages):
        return phrase
    return None


def is_title(text: str) -> bool:
    """Whether a line may be a title.

    >>> [is_title(text) for text in ("Harbour report 2024", "Contents", "12", "final_v3.indd", "iv")]
    [True, False, False, False, False]
    """
    plain = " ".join(text.split())
    return len(plain) >= _SHORTEST and is_part(text) and plain.lower() not in ("report", "index")


def is_part(text: str) -> bool:
    """Whether a line may be part of a title."""
    plain = " ".join(text.split())
    return (
        "\t" not in text
        and not _FILE_NAME.search(plain)
        and not _NUMBER.fullmatch(plain)
        and not re.fullmatch(rf"\W*(?:{alternatives('contents')})\W*\d*", plain, _FLAGS)
        and re.search(r"[^\W\d_]{2}", plain) is not None
    )


def _lines(front: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Yield the possible title lines at the front, each joined with the lines above and below that belong to it."""
    lines = [_without_folio(_short(passage.text), passage.page) for passage in front]
    pages = list(dict.fromkeys(passage.page for passage in front))[:_PAGES]
    for number, line in enumerate(lines):
        page = front[number].page
        if page not in pages or not words("report").search(line) or not _may_be_part(line) or _NO_TITLE.search(line):
            continue
        if _PART_ALONE.fullmatch(line):
            continue
        first = last = number
        while first and front[first - 1].page == page and _joins_above(lines[first - 1], lines[first]):
            first -= 1
        while last + 1 < len(lines) and front[last + 1].page == page and _joins_below(lines[last], lines[last + 1]):
            last += 1
        title = _joined(lines[first : last + 1])
        if is_title(title) and len(title) <= _LONGEST and _has_own_words(title):
            yield title, page


def _without_folio(line: str, page: str) -> str:
    """Return a line without the page number after it."""
    return re.sub(rf"(?<=[^\W\d]){re.escape(' ' + page)}$", "", line) if page.isdecimal() else line


def _has_own_words(title: str) -> bool:
    """Whether a title names a subject or a year: a "Mission Statement" is not a report, "Report" not a title."""
    rest = words("report").sub(" ", title)
    return title_words().search(rest) is not None or _YEAR.search(rest) is not None


def _may_be_part(line: str) -> bool:
    ends = line.removesuffix(".") if len(line) <= _LINE else line
    ends = _OUR.sub("", ends)
    return len(line) <= _LONGEST and is_part(line) and not _SENTENCE.search(ends) and not _LEADERS.search(line)


def _joins_above(above: str, line: str) -> bool:
    begins = words("report").match(line) is not None or re.match(r"[a-z(]", line) is not None
    if len(above) > _LINE or above.casefold() in line.casefold():
        return False
    return _may_be_part(above) and (begins or is_only_title_words(above))


def _joins_below(line: str, below: str) -> bool:
    other_script = re.search("[\u4e00-\u9fff]", line) and not re.search("[\u4e00-\u9fff\\d]", below)
    if (
        len(below) > _LINE
        or other_script
        or below.casefold() in line.casefold()
        or (_SENTENCE.search(below) and not _YEAR.fullmatch(below))
    ):
        return False
    continues = re.match(r"(?:[a-z(]|OF\b|AND\b|FOR\b|DI\b|DEL\b|DELLA\b|\W*(?:FY)?20\d\d\W*$)", below) is not None
    open_ = re.search(r"\b(?:of|and|&|for|di|non|der|the|del|della)$", line, _FLAGS) is not None
    return continues or (is_title(below) and (open_ or is_only_title_words(below)))


def _joined(lines: Sequence[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += ("" if re.search("[\u4e00-\u9fff]$", text) else " ") + line
    return _UNFINISHED.sub("", " ".join(text.split()))


_OUR = re.compile(r"^our\s(?=.*20\d\d)", _FLAGS)
"""The beginning of a title with a year; without one, of a sentence or the heading of a chapter."""
_UNFINISHED = re.compile(
    r"[\s,]+(?:(?:in )?accordance with|pursuant to|ai sensi(?: del)?|gemäß|of|and|for|with|the)$", _FLAGS
)
"""Endings of a title that continues on another line."""


def _short(text: str) -> str:
    """Return a line without the contents after it on the same line, and without repeated white space."""
    text = " ".join(text.split())
    found = re.search(rf"\s(?:{alternatives('contents')})\s", text[_SHORTEST:], _FLAGS)
    if found and len(text) > _LINE // 2 and re.search(r"\d\s*$", text):
        text = text[: _SHORTEST + found.start()]
    return text


_CALLED = re.compile(
    r"(?:20\d\d[-/]?\d{0,2} )?(?:[A-Z][\w&-]+ ){1,5}(?:Report|Statement|Databook|Supplement|Index)(?!\w)"
    r"(?: (?:FY)?20\d\d)?"
    r"|20\d\d\s*年度?[\u4e00-\u9fff]{2,16}[报報]告[书書]?"
    r"|(?:Bilancio di Sostenibilità|Rapporto di Sostenibilità|Dichiarazione (?:Consolidata )?(?:di [Cc]arattere )?"
    r"[Nn]on [Ff]inanziari[ao]|Nachhaltigkeitsbericht)(?: 20\d\d)?"
)
_ABOUT = re.compile(r"\b(?:this|the|our|its|present)\b|本", _FLAGS)
_CALLED_IN = 200  # passages


def _called(passages: Sequence[Passage]) -> tuple[str, Evidence] | None:
    """Return the most frequent name of the report on the first pages: "published the 2024 Sustainability Report"."""
    counts: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for passage in passages[:_CALLED_IN]:
        if passage.kind == "table-row":
            continue
        for match in _CALLED.finditer(passage.text):
            name = _ABOUT.sub("", match[0]).strip()
            of_another = words("other-reports").search(name) is not None
            if is_title(name) and not of_another and title_words().search(words("report").sub(" ", name)):
                counts[name] += 1
                first.setdefault(name, quoted(passage.page, passage.text, match.start(), match.end()))
    if not counts:
        return None
    name = max(counts, key=lambda n: (counts[n], -len(n)))
    return name, first[name]
