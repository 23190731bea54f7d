"""The words of printed indexes: column heads, chapters, sections. They are data of `reading/languages`.

All matching ignores case.
"""

import re
from enum import StrEnum

from disclosure_index.reading.languages.index_words import words


class Role(StrEnum):
    """The role of a column."""

    CODE = "code"
    TITLE = "title"
    PAGE = "page"
    SECTION = "section"
    NOTE = "note"
    REASON = "reason"
    PARTS = "parts"
    GROUP = "group"
    DOCUMENT = "document"
    OTHER = "other"


HEADS: tuple[tuple[Role, str], ...] = (
    (Role.DOCUMENT, words("head-document")),
    (Role.CODE, words("head-obligation")),
    (Role.GROUP, words("head-standard")),
    (Role.CODE, words("head-number")),
    (Role.OTHER, rf"{{other}}|{words('head-other')}"),
    (Role.PARTS, words("head-parts")),
    (Role.REASON, words("head-reason")),
    (Role.PAGE, words("head-page")),
    (Role.SECTION, words("head-section")),
    (Role.NOTE, words("head-note")),
    (Role.CODE, rf"{{coded}}|{words('head-code')}"),
    (Role.GROUP, words("head-group")),
    (Role.TITLE, words("head-title")),
)
"""Words in heads by role; the first matching pattern wins.

``{coded}`` and ``{other}`` are replaced by the names of the frameworks whose codes a column with that head holds, or
whose name heads a column of other texts beside another framework's codes.
"""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


CHAPTER = _of(rf"{words('chapter')}|[\divx]{{1,4}}\.\s")
APPENDIX = _of(rf"({words('appendix')})\s*([\da-z]{{1,2}}|[一二三四五六七八九十]+)(?![\w])[\s:：.\-–—]*(.+)")
LEFT_OPEN = _of(rf"\W*{words('left-open')}\W*")
"""Placeholders for a location that is not written yet."""
CHAPTER_HEAD = _of(words("head-chapter"))
"""The head of a column beside that of the sections, for the things they belong to."""
SECTION_BEHIND = _of(rf"{words('section-behind')}$")
"""The words after a title that mark it as one: "Risk management section"."""
SEE = _of(rf"^(?:please\s+)?{words('see')}(?![a-z])[:：\s]*")
NAMED_SECTION = _of(
    rf"^(?:{words('the')}\s+)?{words('section-before')}(?:\s+{words('section-titled')})?[:：\s]+(?=[^\d\s])"
)
"""The words before a title that mark it as one: "the section Energy"."""
QUOTED_SECTION = _of(
    r"(?:[“「『《\"‘](?P<title>[^”」』》\"’]{1,60})[”」』》\"’])\s*"
    rf"(?:{words('section-quoted')}|{words('section-before')}\b)"
    rf"|{words('section-before')}\s+(?:{words('section-titled')}\s+)?[“\"‘„«](?P<other>[^”\"’“»]{{1,60}})[”\"’“»]"
)
"""A title in quotation marks beside a word for sections."""
SECTION_WORD = rf"(?:(?:{words('section')}|{words('section-short')}\b\.?)\s*|§+\s*)"
"""The words before the number of a section."""
SECTION_NUMBER = _of(
    rf"(?:{SECTION_WORD}|第)?\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[一二三四五六七八九十]+)\.?\s*(?:[章节節部編编篇])?"
)
"""A section by its number: "Section 2.2", "Ch. 3", "Kapitel 2.1", 第三章."""
ANSWER_HEAD = _of(words("head-answer"))
"""The head of a column whose cells answer in their own words, unless it also names a location."""
PLACE_HEAD = _of(words("head-place"))
SECTION_HEAD = _of(words("head-numbered"))
"""The head of a column where a number is that of a section."""
STATUS_HEAD = _of(rf"^(?!.*(?:assur|verif)).*{words('head-status')}")
"""The head of a status column."""
SUPPLEMENT = _of(words("supplement"))
"""The caption of a table beside an index: guidance for an industry, with the letters of the disclosures it explains."""
INDEX = _of(words("index"))
"""The caption of an index; used only for a table without a column of locations."""
