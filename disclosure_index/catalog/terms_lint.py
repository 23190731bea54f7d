"""What can be wrong with the terms: only `frameworks lint` looks at that, runs take what they can read."""

from collections.abc import Iterator

from pydantic import Field

from disclosure_index.catalog.schema import Slug, Text
from disclosure_index.catalog.terms import FOLDER, Vocabulary
from disclosure_index.model import Finding, Framework, Location
from disclosure_index.toml_file import Strict, lines_of, read_toml


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
