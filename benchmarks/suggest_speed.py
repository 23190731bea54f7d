"""The time of all suggestions of a report, against bm25s on the same texts; and its growth with the text."""

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

from benchmarks.suggest_baselines import bm25_on, scores
from benchmarks.suggest_truth import Case
from disclosure_index.assessment.linking import applicable
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Document, Report
from disclosure_index.suggest import Suggester

RUNS = 3


def measure_speed(cases: Sequence[Case], catalog: Catalog) -> None:
    """Print the ratio for the longest report: every disclosure that applies is a gap."""
    case = max(cases, key=lambda case: len(case.document.passages))
    wanted = [d for found in applicable(case.report, catalog).values() for d in found if d.required]
    ours = min(_suggest(case.report, catalog, wanted) for _ in range(RUNS))
    theirs = min(_bm25(case.document, catalog, wanted) for _ in range(RUNS))
    size = len(case.document.passages)
    print(f"{case.name}: {len(wanted)} gaps, {size} passages: {ours:.2f} s, bm25s {theirs:.2f} s: ", end="")
    print(f"{ours / theirs:.1f} times (aim 10)")
    times = [min(_suggest(_part(case.report, share), catalog, wanted) for _ in range(RUNS)) for share in (4, 2, 1)]
    ratios = ", ".join(f"{time * share / (times[0] * 4):.2f}" for time, share in zip(times, (4, 2, 1), strict=True))
    print(f"  time per passage at a quarter, a half and all of it, against the first: {ratios}")


def _suggest(report: Report, catalog: Catalog, wanted: Sequence[Disclosure]) -> float:
    begun = perf_counter()
    suggester = Suggester(report, catalog, ())
    for disclosure in wanted:
        suggester.for_disclosure(disclosure)
    return perf_counter() - begun


def _bm25(document: Document, catalog: Catalog, wanted: Sequence[Disclosure]) -> float:
    """Return the time to index the passages, and to query with the words of our queries: titles, names and terms."""
    begun = perf_counter()
    index, vocabulary = bm25_on([passage.text for passage in document.passages])
    for disclosure in wanted:
        words = catalog.vocabulary.of(disclosure).words.get(document.language)
        asked = [disclosure.title["en"], *(words.names if words else ()), *(words.terms if words else ())]
        found = scores(index, vocabulary, " ".join(asked))
        sorted(range(len(found)), key=lambda n: -found[n])[:5]
    return perf_counter() - begun


def _part(report: Report, share: int) -> Report:
    document = report.documents[0]
    passages = document.passages[: len(document.passages) // share]
    return replace(report, documents=(replace(document, passages=passages, indexes=()),))
