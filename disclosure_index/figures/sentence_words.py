"""The words of a sentence that qualify its numbers: changes, targets, bounds, dates, codes, previous years."""

import re

from disclosure_index.figures.periods import YEAR
from disclosure_index.figures.printed_numbers import BOUND, CURRENCY

CHINESE_MONEY = "新[台臺][币幣]|人民[币幣]|港[币幣]|美元|[台臺][币幣]"
CURRENCY_BEFORE = re.compile(rf"(?:{CURRENCY}|{CHINESE_MONEY})\s?$")
TIMES = r"(?:[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|mn\b|bn\b|m(?![A-Za-z0-9²³]))"
END = re.compile(r"[.!?](?=\s+[A-Z(])|[。；;！？]|\n")
CLAUSE = re.compile(r"[,，、:：()（）]| and | while | whereas ")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

ANOTHER_BEFORE = re.compile(
    r"(?i)(?:scopes?|pages?|notes?|范[围圍]|範[圍疇])[\s\d,，、/&+]*(?:and|和|及|与|與|to|or)?\s*$"
)
"""The same before the second number: Scopes 1 and 2."""
DATE_BEHIND = re.compile(
    r"\s?(?:年(?!的?平均)|月|日(?!均)|号|號|st\b|nd\b|rd\b|th\b|[:：]\d\d"
    rf"|(?:{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)"
)
DATE_BEFORE = re.compile(rf"(?:{_MONTHS}|[年月])\s?$")
COUNTED = re.compile(
    r"\s(?:(?:different|new|full|more|additional|other|of our|of the)\s)?"
    r"(?!(?:years?|months?|weeks?|points?|or|and|of|to|on|in|the|for|by|at|with|from|is|was|are|per|x|as|an?)\b)"
    r"[a-z][a-z-]{2,}"
)
"""A word for the thing that is counted, after a number without a unit."""

CHANGE = re.compile(
    r"(?i)(?:\b(?:by|increas\w*|decreas\w*|reduc\w*|rose|risen|fell|fallen|grew|grown|growth|declin\w*|dropp?\w*|cut"
    r"|saved|savings?|up|down|lower|higher|improv\w*)\b[^.;,]{0,40}|(?:同比|按年|较|較|比)[^。；，,]{0,16}"
    r"|(?:增[长長加]|上升|提升|提高|下降|下跌|减少|減少|降低|减排|減排|节约|節約|节省|節省)[^。；，,\d]{0,6})$"
)
TO_VALUE = re.compile(
    r"(?i)(?:\bto|\bat|\bof|\bfrom|至|达|達|为|為|到|从|從|由)\s*(?:over|about|approximately|约|約|近)?\s*$"
)
"""The words between a change and the figure it ends at: rose by 12 % to 3,400 t."""
BOUND_BEFORE = re.compile(rf"(?i)(?:{BOUND})\s*$")
RANGE = re.compile(r"\s*(?:[-–—~～]|to\b|至|到)\s*[€$£]?")
RANGE_BEFORE = re.compile(r"(?<!20\d)(?<!19\d)\d\s*(?:[-–—~～]|to\b|至|到)\s*[€$£]?$")
BASE_YEAR = re.compile(
    r"(?i)(?:\b(?:compared (?:to|with)|against|versus|vs\.?|than|base(?:line)?(?: year)?(?: of)?)\s(?:the\s)?(?:FY)?"
    r"|[较較比](?:\s?基\s?[准準]\s?年)?\s?|基\s?[准準]\s?年\s?)$"
)
"""Words before the year that a figure is compared with, instead of its own."""
SPAN_BEFORE = re.compile(rf"({YEAR})\s?[-–~～〜至]\s?$")
OF_A_PART = re.compile(
    r"(?i)\b(?:excluding|excl\.|except(?: for)?|alone|sites?|plants?|factory|factories|office|hotel|campus|subsidiar\w+"
    r"|joint ventures?|projects?|pilot|first (?:half|quarter)|second half)\b"
    r"|园区|園區|工厂|工廠|厂区|廠區|子公司|分公司|附屬公司|附属公司|项目|項目|除外|不含|不包括|半年|季度"
)
"""Words of a sentence whose figures may be about a part of the company, or of the year."""
PREVIOUS = re.compile(
    r"(?i)(?:previous|prior|last|preceding) (?:financial )?year[^\d;.]{0,24}$|(?:上年|去年|前一年)[^\d；。]{0,10}$"
)
_OPENS_VALUE = r"\s*(?:年度?|财年|財年|财政年度|財政年度)?\s*[:：]"
"""Behind a year: it is that of the value to come, "(2024: 23.9 million)", （2024年：2,390萬人次）."""
OPENS_VALUE = re.compile(_OPENS_VALUE)
YEAR_BEHIND = re.compile(
    r"(?i)^[\s(（]*(?:in|for|by|as of|as at|at|during|of|from)?\s*(?:the )?"
    r"(?:(?:January|March|June|September|December) )?"
    r"(?:end of |year[- ]end |financial |fiscal |calendar )?(?:year )?(?:FY)?\s*"
    rf"({YEAR})(?!\d|{_OPENS_VALUE})"
)
