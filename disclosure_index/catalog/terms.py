"""The words by which a passage that answers a disclosure is found: ``terms/`` beside the definitions.

Only suggestions need them, so a file is read when the first of its disclosures is asked for.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from disclosure_index.catalog.schema import TermsFile, TermsIn, WordsIn
from disclosure_index.model import Disclosure, Finding, Framework, Location
from disclosure_index.toml_file import lines_of, read_toml

FOLDER = "terms"


class Words(NamedTuple):
    """Words of one language.

    `names` are what people call the matter, `terms` what is said where it is answered. Without one of `needs` a passage
    hardly answers it; one of `against` tells that it is about a neighbour.
    """

    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Terms(NamedTuple):
    """The words of one disclosure, per language, and the units that its figures come in."""

    words: Mapping[str, Words]
    units: tuple[str, ...] = ()


NO_TERMS = Terms({})


class Vocabulary:
    """The terms of the definitions in one folder; none without a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def of(self, disclosure: Disclosure) -> Terms:
        """Give the words of a disclosure; none where its file has none, or cannot be read, which `lint_terms` tells."""
        if self.folder is None:
            return NO_TERMS
        name = f"{disclosure.part.lower().replace(' ', '-')}.toml"
        table = _read(self.folder / disclosure.framework / FOLDER / name)
        key = disclosure.code.casefold()
        return table.get((key, disclosure.edition)) or table.get((key, "")) or NO_TERMS

    def files(self, framework: str) -> list[Path]:
        """List the files of a framework."""
        return sorted((self.folder / framework / FOLDER).glob("*.toml")) if self.folder else []


@cache
def _read(path: Path) -> Mapping[tuple[str, str], Terms]:
    try:
        file, _ = read_toml(path.read_text("utf-8"), TermsFile)
    except (OSError, UnicodeDecodeError):
        return {}
    return {(row.code.casefold(), row.edition): _terms(row) for row in file.terms} if file else {}


def _terms(row: TermsIn) -> Terms:
    languages = {"en": row.en, "zh-Hans": row.zh_Hans, "zh-Hant": row.zh_Hant}
    return Terms({language: _words(words) for language, words in languages.items()}, row.units)


def _words(words: WordsIn) -> Words:
    return Words(words.names, words.terms, words.needs, words.against)


def lint_terms(framework: Framework, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Tell the files that do not fit the schema, codes that are not defined or stand twice, words that contradict."""
    codes = {(d.part, d.code.casefold(), d.edition) for d in framework.disclosures}
    known = {(part, code) for part, code, _ in codes}
    for path in vocabulary.files(framework.id):
        name = f"{framework.id} {FOLDER}/{path.name}"
        text = path.read_text("utf-8", "replace")
        file, problems = read_toml(text, TermsFile)
        for problem in problems:
            place = Location(str(path), problem.line, problem.column)
            where = f"{name} > {problem.key}" if problem.key else name
            yield Finding(
                "DI501", f"{where}: {problem.message}", place, "see docs/definitions.md", framework=framework.id
            )
        if file is None:
            continue
        seen: set[tuple[str, str]] = set()
        for row, line in zip(file.terms, lines_of(text, "terms", len(file.terms)), strict=True):
            key = (row.code.casefold(), row.edition)
            defined = (file.part, *key) in codes if row.edition else (file.part, key[0]) in known
            wrong = [] if defined else [("DI505", "is not defined in this part")]
            wrong += [("DI502", "stands twice")] if key in seen else []
            for language, words in (("en", row.en), ("zh-Hans", row.zh_Hans), ("zh-Hant", row.zh_Hant)):
                if both := sorted(set(words.needs) & set(words.against)):
                    wrong.append(("DI507", f"{language}: {', '.join(both)} is needed and against it"))
            seen.add(key)
            for rule, message in wrong:
                place = Location(str(path), line, 1)
                told = f"{name} > {row.code}: {message}"
                yield Finding(rule, told, place, "mend the row", framework=framework.id, code=row.code)
