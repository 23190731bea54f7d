"""Lint the Chinese texts; only `frameworks lint` runs this, other runs use the rows they can read."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field

from disclosure_index.catalog.companions_lint import lint_rows
from disclosure_index.catalog.titles import Slug, Text
from disclosure_index.catalog.translations import Texts
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Finding, Framework, Message
from disclosure_index.toml.reading import Strict


class ChineseIn(Strict):
    """What a disclosure asks for, in one form of Chinese."""

    summary: Text | None = None
    datapoints: Mapping[Slug, Text] = {}


class ChineseRowIn(Strict):
    """The Chinese of one disclosure; `edition` only where the part has the code in more than one."""

    code: Text
    edition: str = ""
    zh_Hans: ChineseIn  # noqa: N815
    zh_Hant: ChineseIn  # noqa: N815


class ChineseFile(Strict):
    """``chinese/PART.toml``."""

    framework: Slug
    part: Text
    text: tuple[ChineseRowIn, ...] = Field(min_length=1)


def lint_texts(framework: Framework, texts: Texts) -> Iterator[Finding]:
    """Report the files that do not fit the schema, the names that are not defined, and what is left in English."""
    paths = texts.files(framework.id)
    return lint_rows(framework, paths, ChineseFile, "text", lambda file: (file.part, file.text), _faults)


def _faults(row: ChineseRowIn, meant: Sequence[Disclosure]) -> Iterator[tuple[str, Message]]:
    known = {point.id for d in meant for point in d.datapoints}
    for language, said in (("zh-Hans", row.zh_Hans), ("zh-Hant", row.zh_Hant)):
        if unknown := sorted(said.datapoints.keys() - known) if meant else []:
            yield "DI505", _in(language, message("datapoint {names} is not defined", names=joined(COMMA, unknown)))
        if lacking := sorted(known - said.datapoints.keys()):
            yield "DI503", _in(language, message("no title for {names}", names=joined(COMMA, lacking)))
        if not said.summary and any(d.summary for d in meant):
            yield "DI503", _in(language, message("no summary"))
        for text in filter(None, (said.summary, *said.datapoints.values())):
            if not any(_is_chinese(character) for character in text):
                yield "DI503", _in(language, message('"{text}" contains no Chinese characters', text=text))
            elif strange := "".join(c for c in dict.fromkeys(text) if _is_chinese(c) and _is_of_other(c, language)):
                wrong = message('{signs} in "{text}" belongs to the other form of Chinese', signs=strange, text=text)
                yield "DI503", _in(language, wrong)


def _in(language: str, what: Message) -> Message:
    return message("{where}: {what}", where=language, what=what)


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_of_other(character: str, language: str) -> bool:
    """Whether only the other form has a character: GB 2312 is the simplified set, Big5 the traditional one."""
    ours, theirs = ("gb2312", "big5") if language == "zh-Hans" else ("big5", "gb2312")
    return _has(theirs, character) and not _has(ours, character)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
