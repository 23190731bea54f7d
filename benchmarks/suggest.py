"""How often a suggestion is right, on real reports and their printed indexes: ``python -m benchmarks.suggest [PATH…]``.

Each PATH is a folder of reports, or one of them, each with ``report.*``, ``printed-index.csv`` and ``meta.json``. For
every disclosure of the index that the report has a place for: is it on one of the printed pages, or in one of the
printed sections, that the first, the first three, the first five suggestions stand? The index's pages are hidden, and
so are the tags of what is asked: once with nothing else tagged, once with all else that the index names. Suggestions
stand on different pages, or in different sections, and so do those of the baselines:
BM25 (bm25s) and rapidfuzz WRatio, both of the disclosure's title in the report's language.

Then the labelled sentences, where they are, and how long it takes against bm25s.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.printed_index import load_hints
from benchmarks.published_reports import reports_folder
from benchmarks.suggest_baselines import Ranking, bm25_on_titles, wratio_on_titles
from benchmarks.suggest_passages import measure_passages, published, read_labels, samples
from benchmarks.suggest_sentences import measure_sentences
from benchmarks.suggest_speed import measure_speed
from benchmarks.suggest_truth import Case, read_case, tagged
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.suggest import Suggester

MOST = 5


def main(argv: Sequence[str]) -> int:
    """Print the measures of every report."""
    paths = [Path(a) for a in argv] or [reports_folder()]
    catalog, hints = load_frameworks(), load_hints()
    cases = []
    for path in paths:
        for folder in sorted(file.parent for file in path.glob("**/printed-index.csv")):
            if case := read_case(folder, catalog, hints):
                cases.append(case)
                rows = tagged(case, catalog)
                _print(case, Suggester(case.report, catalog, ()), Suggester(case.report, catalog, rows))
    if not cases:
        print(f"skipped: no reports with a printed index at {', '.join(map(str, paths))}")
        return 0
    labels = read_labels()
    measure_passages([*samples(), *published(cases, labels, catalog)], labels)
    measure_speed(cases, catalog)
    for path in paths:
        for file in sorted(path.glob("**/sentences.csv")):
            measure_sentences(file, catalog)
    return 0


def _print(case: Case, untagged: Suggester, others: Suggester) -> None:
    print(f"{case.name} ({case.document.language}), {'by page' if case.document.pages else 'by section'}")
    rankings: dict[str, Ranking] = {
        "nothing tagged": lambda d: [s.passage for s in untagged.for_disclosure(d, MOST)],
        "others tagged": lambda d: [s.passage for s in others.for_disclosure(d, MOST)],
        "bm25 titles": bm25_on_titles(case),
        "wratio titles": wratio_on_titles(case),
    }
    for framework in dict.fromkeys(d.framework for d in case.asked):
        for name, ranking in rankings.items():
            print(f"  {framework:9}{name:16}{summary(places(case, framework, ranking))}")


def places(case: Case, framework: str, ranking: Callable[..., Sequence[int]]) -> list[int]:
    """Return the rank of the first hit for each disclosure of a framework, from 1; 0 if the first five have none."""
    found = []
    for disclosure in case.asked:
        if disclosure.framework == framework:
            hits = [case.is_hit(disclosure, passage) for passage in ranking(disclosure)[:MOST]]
            found.append(hits.index(True) + 1 if any(hits) else 0)
    return found


def summary(found: Sequence[int]) -> str:
    """Return the shares of hits, and the mean reciprocal rank over the first five."""
    shares = "  ".join(f"hit@{k} {sum(0 < n <= k for n in found) / len(found):.2f}" for k in (1, 3, 5))
    return f"{len(found):4} disclosures  {shares}  MRR {sum(1 / n for n in found if n) / len(found):.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
