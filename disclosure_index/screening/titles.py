"""Titles of disclosures in an answer, in the language that is asked for: a screen keeps those of its own language."""

from collections.abc import Sequence

from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.model import Reference, in_language

Records = Sequence[tuple[object, ...]]


def with_titles(columns: Sequence[str], records: Records, language: str) -> Records:
    """Return the records with the titles of their disclosures in a language.

    An answer without framework, code and title stays as it is, and so does a text that is no title of its disclosure.
    """
    if not {"framework", "code", "title"} <= set(columns):
        return records
    framework, code, title = (columns.index(name) for name in ("framework", "code", "title"))
    known = find_definitions()
    wanted = sorted({str(record[framework]) for record in records} & set(known.frameworks))
    if not wanted:
        return records
    catalog = load_frameworks(wanted, industries=sorted({str(r[code]) for r in records}), definitions=known)

    def translated(record: tuple[object, ...]) -> tuple[object, ...]:
        found = catalog.find(Reference(str(record[framework]), str(record[code])))
        said = next((d.title for d in found if record[title] in d.title.values()), None)
        return record if said is None else (*record[:title], in_language(said, language), *record[title + 1 :])

    return [translated(record) for record in records]
