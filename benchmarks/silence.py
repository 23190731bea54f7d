"""The codes that an import loses in silence, found by an independent reader that knows no tables.

Run: python -m benchmarks.silence [-v] [FOLDER] [NAME …]

The text of each page is taken as PDFium gives it (or as the file has it, between page marks), and the codes of each
framework are looked for by one plain expression, which shares nothing with the catalogue's notation. A page counts
where it has `DENSE` different codes of one framework, or begins with words that name an index. Each code of such a page
is claimed; named by a finding, or by a row that a finding points at; or lost in silence. A plain expression takes some
things for codes that are none, such as the section "2-3" of another document: what is lost is to be looked at.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

import pypdfium2  # type: ignore[import-untyped]

from benchmarks.published_reports import asked_for
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.store import Catalog
from disclosure_index.errors import CouldNotCheckError
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.messages import render
from disclosure_index.reading.registry import READERS

DENSE = 3
"""The different codes of one framework that make a page part of an index."""

_DASH = "[-\u2010-\u2015\u2212\u00ad]"
_PLAIN: Mapping[str, tuple[str, str]] = {
    # framework: the expression, and how its groups are written as a code
    "gri": (rf"(?<![\d.,/–-])([1-4]\d\d|[23])\s?{_DASH}\s?(\d{{1,2}})(?![\d%/–]|,\d|-\d|\.\d)", "{0}-{1}"),
    "sasb": (rf"\b([A-Z]{{2}}){_DASH}([A-Z]{{2}}){_DASH}\s?(\d{{3}}[a-z])\s?\.\s?(\d{{1,2}})", "{0}-{1}-{2}.{3}"),
    "hkex-esg": (r"(?<![A-Za-z\d.])([AB]\d)\s?\.\s?(\d{1,2})(?![\d%])", "{0}.{1}"),
    "ungc": (r"\b[Pp]rinciples?\s{1,2}(10|[1-9])(?![\d.])", "{0}"),
}
_GRI = re.compile(r"\bGRI\b")
"""The word that makes "2-7" on its page a code: elsewhere it may be the number of a section, or a range."""
_HEADED = re.compile(
    r"\b(?:GRI|SASB|HKEX|TCFD|ESG|UNGC)\b.{0,40}"
    r"(?:\bindex\b|content table|reference table|indice\b|索引|对照表|對照表|对照|對照)"
    r"|(?:tavola di|tabella di|índice|indice).{0,30}\b(?:GRI|contenut)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b([a-z][a-z0-9-]+):([\w.()-]*\w)")
_FIRST_LINES = 6
_MARK = re.compile(r"^.*(?:<!--\s*page|\{\s*page|\f)[^\n]*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The codes of one report, each with the first page on which it is dense."""

    seen: Mapping[tuple[str, str], str]
    claimed: int
    named: int
    lost: tuple[tuple[str, str, str], ...] = field(default=())  # framework, code, page


def page_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the number of each page in the file, and its text."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            for number, page in enumerate(pdf, start=1):
                yield str(number), page.get_textpage().get_text_bounded()
        return
    text = path.read_text("utf-8")
    parts = text.split("\f") if "\f" in text else _MARK.split(text)
    yield from ((str(number), part) for number, part in enumerate(parts, start=1))


def codes_of(text: str, known: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """Return the codes of each framework in a text that its definition has."""
    found: dict[str, set[str]] = {}
    for framework, (pattern, written) in _PLAIN.items():
        codes = {written.format(*match.groups()) for match in re.finditer(pattern, text)}
        if framework == "gri" and not _GRI.search(text) and not any(len(code.partition("-")[0]) > 1 for code in codes):
            continue
        found[framework] = codes & known[framework]
    return found


def is_index_page(text: str, codes: Mapping[str, set[str]]) -> bool:
    """Whether codes are dense on a page, or its first lines name an index."""
    first = "\n".join(text.split("\n")[:_FIRST_LINES])
    return any(len(found) >= DENSE for found in codes.values()) or _HEADED.search(first) is not None


def outcome(pages: Sequence[tuple[str, str]], one: Imported, known: Mapping[str, frozenset[str]]) -> Outcome:
    """Compare the codes of pages with the claims and findings of an import."""
    seen: dict[tuple[str, str], str] = {}
    for number, text in pages:
        codes = codes_of(text, known)
        if is_index_page(text, codes):
            for framework, found in codes.items():
                for code in sorted(found):
                    seen.setdefault((framework, code), number)
    references = [tag.reference for tag in one.document.tags] + [o.reference for o in one.document.omissions]
    claimed = {(r.framework, r.code) for r in references if r} | {
        (u.claim.framework, u.claim.code) for u in one.unplaced
    }
    named = _named(one, known)
    rest = [key for key in seen if key not in claimed]
    lost = tuple((f, code, seen[f, code]) for f, code in rest if (f, code) not in named)
    return Outcome(seen, len(seen) - len(rest), len(rest) - len(lost), lost)


def _named(one: Imported, known: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Return the codes in findings, or in the rows of findings about a row."""
    rows = {passage.location: passage.text for passage in one.document.passages}
    named: set[tuple[str, str]] = set()
    for finding in one.findings:
        text = render(finding.message, "en")
        if finding.rule in ("DI403", "DI404", "DI406", "DI419"):
            text += "\n" + rows.get(finding.location, "")
        elif finding.rule not in ("DI415", "DI416", "DI610", "DI616"):
            continue
        named |= {(framework, code) for framework, codes in codes_of(text, known).items() for code in codes}
        named |= {(m[1], m[2]) for m in _REFERENCE.finditer(text)}
    return named


def reports(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name and file of each report: labelled, of pairs, and without labels."""
    for path in sorted((*folder.glob("*/report.*"), *folder.glob("*/*/report.*"))):
        if path.suffix in READERS:
            yield path.parent.name, path
    for path in sorted((folder / "unlabelled").glob("*.*")):
        if path.suffix in READERS and path.suffix not in (".csv", ".md"):
            yield path.stem, path


def known_codes(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Return the codes of each framework with an expression here."""
    return {id: frozenset(d.code for d in catalog.frameworks[id].disclosures) for id in _PLAIN}


def main(argv: list[str]) -> int:
    """Print a line for each report, and the total."""
    folder, names = asked_for(argv)
    if not folder.is_dir():
        print(f"skipped: no reports at {folder}")
        return 0
    catalog = with_spellings(load_frameworks())
    known = known_codes(catalog)
    sums = [0, 0, 0, 0]
    print(f"{'report':26} {'codes':>6} {'claimed':>8} {'named':>6} {'silent':>7}")
    for name, path in reports(folder):
        if names and name not in names:
            continue
        begun = process_time()
        try:
            (one,) = import_sources([path], catalog)
        except CouldNotCheckError as error:
            print(f"{name:26} could not be read: {error}")
            continue
        result = outcome(list(page_texts(path)), one, known)
        counts = [len(result.seen), result.claimed, result.named, len(result.lost)]
        sums = [total + count for total, count in zip(sums, counts, strict=True)]
        print(line(name, counts), f"  {process_time() - begun:5.1f} s")
        if result.lost and "-v" in argv:
            print("    ", ", ".join(f"{f}:{code} (page {page})" for f, code, page in result.lost))
    print(line("all", sums))
    return 0


def line(name: str, counts: Sequence[int]) -> str:
    """Return a line of the table."""
    seen, claimed, told, lost = counts
    return f"{name:26} {seen:6} {claimed:8} {told:6} {lost:7}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
