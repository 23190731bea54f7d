"""Lint the terms; only `frameworks lint` runs this, other runs use the rows they can read."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from disclosure_index.catalog.companions_lint import lint_rows
from disclosure_index.catalog.terms import Vocabulary
from disclosure_index.catalog.titles import Slug, Text
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Finding, Framework, Message
from disclosure_index.toml.reading import Strict


class WordsIn(Strict):
    """Words of one language, see `terms.Words`."""

    names: tuple[Text, ...] = Field(min_length=1)
    terms: tuple[Text, ...] = Field(min_length=1)
    needs: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()


class TermsIn(Strict):
    """The words of one disclosure; `edition` only where the part has the code in more than one."""

    code: Text
    edition: str = ""
    units: tuple[Text, ...]
    en: WordsIn
    zh_Hans: WordsIn  # noqa: N815
    zh_Hant: WordsIn  # noqa: N815


class TermsFile(Strict):
    """``terms/PART.toml``."""

    framework: Slug
    part: Text
    terms: tuple[TermsIn, ...] = Field(min_length=1)


def lint_terms(framework: Framework, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Report the files that do not fit the schema, codes that are not defined or stand twice, words that contradict."""
    paths = vocabulary.files(framework.id)
    return lint_rows(framework, paths, TermsFile, "terms", lambda file: (file.part, file.terms), _contradictions)


def _contradictions(row: TermsIn, _: Sequence[Disclosure]) -> Iterator[tuple[str, Message]]:
    for language, words in (("en", row.en), ("zh-Hans", row.zh_Hans), ("zh-Hant", row.zh_Hant)):
        if both := sorted(set(words.needs) & set(words.against)):
            what = message("{terms} is listed under both needs and against", terms=joined(COMMA, both))
            yield "DI507", message("{where}: {what}", where=language, what=what)
