"""Statements in a report that it follows a framework: in its title, in a statement of use, above an index.

A framework is followed if the report states it about itself: "prepared in accordance with the GRI Standards",
本報告按照…編製, "TCFD Report 2024", "GRI content index". Support, membership, plans, other companies' reports and an
address in Hong Kong are not such statements. The names of frameworks in statements are data: `stated-as` in their
spelling.toml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from disclosure_index.importing.evidence import around
from disclosure_index.model import Document

IN_ACCORDANCE = "in-accordance"
WITH_REFERENCE = "with-reference"

_FLAGS = re.IGNORECASE
_FRONT = 12
"""Passages at the front that may be the title, which is often set in several lines."""
_LONGEST_TITLE = 120
_LONGEST_HEAD = 80
_TITLE_IN_MARKS = re.compile(r"《[^》]*》")
_AROUND, _BEHIND = 60, 20  # characters of a quotation before the verb, and after the name

_SENTENCE = re.compile(r"[。；;\t\n]|(?<=[a-z\d)”\"])\.\s+(?=[A-Z])|(?<=[a-z\d)])\.$")
_ACCORDANCE = (
    r"in (?:full )?(?:accordance|compliance|conformity) with|compl(?:y|ies|ied|iant|ying) with|pursuant to"
    r"|in fulfil?ment of|(?<![制製写寫])依[据據]|按照|符合|依循|遵循|遵照|遵守|根据|根據"
    r"|in conformità|in übereinstimmung mit"
)
_REFERENCE = (
    r"(?:with )?reference (?:to|is made to)|referenc(?:es|ed|ing)|based on|in line with|consistent with"
    r"|align(?:s|ed)? (?:with|to)|follow(?:s|ed|ing)?|according to|guided by|modell?ed on|accordance with"
    r"|(?:report(?:s|ed|ing)?|prepared?|discloses?) (?:by|against|under|using|to)|appl(?:y|ies|ied)|adopt(?:s|ed)?"
    r"|[制製写寫]依[据據]|参照|参考|參照|參考|对标|對標|采用|採用|secondo|gemäß|nach den|in base a"
)
_NAME = "(?:{})"
_VERB = re.compile(rf"(?P<accordance>{_ACCORDANCE})|(?:{_REFERENCE})", _FLAGS)
_FAR = 110  # characters between the verb and the name: a list of frameworks, the name of an exchange
_CLAUSE = re.compile(r"\b(?:we|our|who|which|that|is|are|was|were|has|have|will)\b|，", _FLAGS)
"""The beginning of another clause: a name after it does not belong to the verb."""
_REPORT = re.compile(
    r"report|statement|disclos|prepared|provisions|index|bilancio|rapporto|relazione|dichiarazione|redatt"
    r"|bericht|本(?:年度|次|份)?(?:报告|報告)|(?:报告|報告)[书書]?[依按根参參遵符采採]|编制|編製|編制|编写|編寫|撰写|撰寫|索引",
    _FLAGS,
)
_NOT_SO = re.compile(
    r"\b(?:not|nor|never|without|no)\W+(?:\w+\W+){0,3}$"
    r"|\b(?:will|would|should|could|may|plans?|planning|intends?|aims?|expects?|going|preparing|working|steps|journey"
    r"|towards?|consider(?:s|ing)?|encourag\w+|expected|integrating|seeks?|seeking|striv\w+|started)\W+(?:\w+\W+){0,6}$"
    r"|\b(?:in order|so as|able|how|fail\w*) to\W+$|\bclaims? of reporting\W+$"  # the title of GRI 102-54
    r"|\bnot been (?:properly )?prepared\W+(?:\w+\W+){0,7}$"  # an assurer who found no such fault
    r"|^\W*(?:please )?(?:also )?(?:see|refer to)\b[^.;]*$"  # another document
    r"|\b(?:suppliers?|customers?|clients?|peers|competitors|investees?|(?:portfolio|other) companies)\b[^.;]{0,60}$"
    r"|(?:不(?![断斷])|未|并非|並非|计划|計劃|拟|擬|将|將|准备|準備|鼓励|鼓勵|要求|供应商|供應商|客户|客戶)[^，。；]{0,12}$",
    _FLAGS,
)
_PREDICATE = re.compile(
    r"\b(?:has|have|is|are|was|were|been|we|follows?|reports?|applies|è|sono|stat[oaie]|ha|hanno|abbiamo|wurden?|ist|sind|haben"
    r"|hat|wir)\b|本|我[们們]|[依按根参參遵][循照據据考]",
    _FLAGS,
)
"""Words of a statement that the title of a disclosure does not have."""
_TITLE_WORD = re.compile(r"report|disclosures?\b|statement|index|bericht|报告|報告|索引", _FLAGS)
_INDEX_WORD = r"(?:index|table)\b|索引|对照表|對照表"
_COLUMN_WORD = (
    r"(?:standards? )?(?:indicators?|disclosures?|codes?|reference|no\.?|number|index)"
    r"|(?:标准|標準|準則)?(?:编号|編號|指标|指標|索引)"
)


@dataclass(frozen=True, slots=True)
class PrintedStatement:
    """One statement in a report that it follows a framework."""

    framework: str
    claim: str  # IN_ACCORDANCE or WITH_REFERENCE, "" if neither is stated
    page: str
    words: str  # as printed
    of_itself: bool = True  # the report itself follows the framework, and not only one of its figures


def statements_of_use(document: Document, names: Mapping[str, re.Pattern[str]]) -> Iterator[PrintedStatement]:
    """Yield the statements of use of a document, including its title and the heads of its indexes.

    Args:
        document: from any reader.
        names: of each framework in statements that a report follows it.
    """
    every = re.compile("|".join(f"(?:{name.pattern})" for name in names.values()) or "(?!)", _FLAGS)
    for framework, name in names.items():
        yield from _in_title(document, framework, name)
        head = re.compile(rf"{_NAME.format(name.pattern)}[^.]{{0,30}}?(?:{_INDEX_WORD})", _FLAGS)
        column = re.compile(rf"\W*{_NAME.format(name.pattern)}\W*(?:{_COLUMN_WORD})\W*", _FLAGS)
        self_named = re.compile(
            rf"(?:welcome to|this is|this)\b[^.;]{{0,60}}?{_NAME.format(name.pattern)}\W{{0,3}}(?:report|index)\b",
            _FLAGS,
        )
        for passage in document.passages:
            text = passage.text
            if name.search(text) is None:
                continue
            if passage.kind != "table-row" and len(text) <= _LONGEST_HEAD and head.search(text):
                yield PrintedStatement(framework, "", passage.page, text)
            cells = text.split("\t") if passage.kind == "table-row" else []
            yield from (PrintedStatement(framework, "", passage.page, cell) for cell in cells if column.fullmatch(cell))
            for sentence in _sentences(text):
                if cells and not _PREDICATE.search(sentence):
                    continue  # in a row it is the title of a disclosure: "Claims of reporting in accordance with …"
                if found := self_named.search(sentence):
                    yield PrintedStatement(framework, "", passage.page, found[0])
                rest = _TITLE_IN_MARKS.sub(" ", every.sub(" ", sentence))
                of_itself = _REPORT.search(rest) is not None
                yield from _in_sentence(sentence, framework, name, passage.page, of_itself)


def _in_title(document: Document, framework: str, name: re.Pattern[str]) -> Iterator[PrintedStatement]:
    front = [(p.page, p.text) for p in islice(document.passages, _FRONT)]
    for page, text in (("", document.title), *front):
        if len(text) <= _LONGEST_TITLE and (found := name.search(text)):
            rest = text[: found.start()] + text[found.end() :]
            if _TITLE_WORD.search(rest) and not _VERB.search(text) and not text.rstrip().endswith((".", "。")):
                yield PrintedStatement(framework, "", page, text)


def _in_sentence(
    sentence: str, framework: str, name: re.Pattern[str], page: str, of_itself: bool
) -> Iterator[PrintedStatement]:
    for named in name.finditer(sentence):
        start = max(0, named.start() - _FAR)
        verbs = [
            verb
            for verb in _VERB.finditer(sentence, start, named.start())
            if not _CLAUSE.search(sentence, verb.end(), named.start())
        ]
        if not verbs:
            continue
        verb = verbs[0]
        if any(_NOT_SO.search(sentence[: v.start()]) for v in verbs):
            continue
        claim = IN_ACCORDANCE if verbs[-1]["accordance"] else WITH_REFERENCE
        quoted = around(sentence, verb.start(), named.end(), _AROUND, _BEHIND)
        yield PrintedStatement(framework, claim, page, quoted, of_itself)


def _sentences(text: str) -> Iterable[str]:
    return (part for part in _SENTENCE.split(text) if part)
