"""Labelled sentences: is a disclosure of the right topic among the first five, and is what is unrelated told apart?

A sentence stands alone here, without a heading or a table above it. Which disclosures belong to a topic, topics.toml
says. All disclosures of the HKEX Guide of 2020, of GRI and of TCFD compete.
"""

import csv
import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.suggest_baselines import bm25_on, scores
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.obligations import Decision
from disclosure_index.catalog.store import Catalog, in_force
from disclosure_index.model import Disclosure, Document, Location, Passage, Profile, Report, Status
from disclosure_index.suggest import THRESHOLD, Suggester

UNRELATED = "无关文本"
YEAR, PUBLISHED = date(2023, 1, 1), date(2024, 4, 30)
TOPICS = Path(__file__).with_name("topics.toml")


def read_sentences(file: Path) -> list[tuple[str, str]]:
    """Return sentences with their topics."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return [(row["sentence"], row["topic"]) for row in csv.DictReader(opened)]


def competing(catalog: Catalog) -> list[Disclosure]:
    """Return the disclosures that compete for a sentence; those of GRI's Sector Standards are left out."""
    found = [d for id in ("hkex-esg", "gri", "tcfd") for d in in_force(catalog.frameworks[id], YEAR, PUBLISHED)]
    return [d for d in found if d.required]


def belongs(disclosure: Disclosure, topic: str, topics: dict[str, dict[str, list[str]]]) -> bool:
    """Whether a disclosure belongs to a topic."""
    codes = topics[topic].get(disclosure.framework, [])
    return any(code in ("*", disclosure.code) or disclosure.code.startswith(f"{code}-") for code in codes)


def one_by_one(sentences: Sequence[str], catalog: Catalog, disclosures: Sequence[Disclosure]) -> Suggester:
    """Return the suggester of a report whose passages are the sentences."""
    passages = tuple(Passage("paragraph", text, Location("sentences", n + 1, 1)) for n, text in enumerate(sentences))
    document = Document("sentences", "zh-Hans", passages=passages)
    report = Report("", "", YEAR, YEAR, PUBLISHED, Profile(), (), (document,))
    rows = [Coverage(d, Decision(None), Status.MISSING) for d in disclosures]
    return Suggester(report, catalog, rows)


def measure_sentences(file: Path, catalog: Catalog) -> None:
    """Print the shares, and those of the baselines on titles."""
    rows = read_sentences(file)
    topics = tomllib.loads(TOPICS.read_text("utf-8"))["topic"]
    disclosures = competing(catalog)
    suggester = one_by_one([text for text, _ in rows], catalog, disclosures)
    found = [suggester.for_passage(0, n) for n in range(len(rows))]
    related = [n for n, (_, topic) in enumerate(rows) if topic != UNRELATED]
    print(f"{file.parent.name}: {len(related)} sentences with a topic, {len(disclosures)} disclosures compete")
    _print("suggestions", [[s.disclosure for s in found[n]] for n in related], [rows[n][1] for n in related], topics)
    for name, ranking in (("bm25 titles", _bm25(disclosures)), ("wratio titles", _wratio(disclosures))):
        step = related[:: 1 if name.startswith("bm25") else 4]
        _print(name, [ranking(rows[n][0]) for n in step], [rows[n][1] for n in step], topics)
    below = [not found[n] or found[n][0].score < THRESHOLD for n in range(len(rows))]
    unrelated = [below[n] for n, (_, topic) in enumerate(rows) if topic == UNRELATED]
    print(
        f"  below the threshold: {sum(unrelated) / len(unrelated):.2f} of {len(unrelated)} unrelated sentences,", end=""
    )
    print(f" {sum(below[n] for n in related) / len(related):.2f} of the others")


def _print(
    name: str, found: list[list[Disclosure]], wanted: list[str], topics: dict[str, dict[str, list[str]]]
) -> None:
    for k in (1, 3, 5):
        hits = sum(
            any(belongs(d, topic, topics) for d in first[:k]) for first, topic in zip(found, wanted, strict=True)
        )
        print(f"  {name + ':' if k == 1 else '':15} in the first {k}: {hits / len(wanted):.3f}")


def _bm25(disclosures: Sequence[Disclosure]) -> Callable[[str], list[Disclosure]]:
    index, vocabulary = bm25_on([d.title.get("zh-Hans", d.title["en"]) for d in disclosures])

    def ranking(sentence: str) -> list[Disclosure]:
        found = scores(index, vocabulary, sentence)
        return [disclosures[n] for n in sorted(range(len(found)), key=lambda n: -found[n])[:5]]

    return ranking


def _wratio(disclosures: Sequence[Disclosure]) -> Callable[[str], list[Disclosure]]:
    titles = [d.title.get("zh-Hans", d.title["en"]) for d in disclosures]

    def ranking(sentence: str) -> list[Disclosure]:
        return [disclosures[n] for _, _, n in process.extract(sentence, titles, scorer=fuzz.WRatio, limit=5)]

    return ranking
