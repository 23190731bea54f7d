"""The quality of carrying statements from draft to draft: ``python -m benchmarks.carry [-v] [REPORTS]``.

Every report in the folder is imported, and its next draft generated (`benchmarks.next_draft`), so the truth is known.
Besides the tags of the report itself, every third passage, section and run of passages is tagged. Aims: at most 0.5 %
of all tags are carried to a wrong passage, at most 5 % are to confirm, and none is lost without being reported.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.next_draft import Draft, next_draft
from benchmarks.published_reports import reports_folder
from disclosure_index.carrying.carriage import Carriage, State, VersionAlignment
from disclosure_index.carrying.spans import Spans
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.importing.writer import write_xhtml
from disclosure_index.model import Document, Span
from disclosure_index.reading.xhtml import read_xhtml

WRONG, TO_CONFIRM = 0.5, 5.0
"""The aims, in percent of all tags."""
SHORTEST = 20
"""The fewest letters of a passage that a person would tag by itself."""
TAGGED = 3
SAME = 0.5
"""The least share of text that a run or a section has in common with its true place."""
KINDS = ("passage", "run", "section")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print what was carried to a wrong passage")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("reports", nargs="*", type=Path)
    given = parser.parse_args()
    total: Counter[tuple[str, str]] = Counter()
    for name, document in documents(given.reports or sorted(_sources(reports_folder()))):
        counts: Counter[tuple[str, str]] = Counter()
        for seed in range(given.seeds):
            counts += measure(document, seed, verbose=given.v)
        total += counts
        print(f"{name:24} {line(counts)}", flush=True)
    for kind in KINDS:
        print(f"{kind:24} {line(Counter({key: n for key, n in total.items() if key[0] == kind}))}")
    print(f"{'all':24} {line(total)}")
    print(f"aims: wrong at most {WRONG} %, to confirm at most {TO_CONFIRM} %")


def documents(sources: Sequence[Path]) -> Iterator[tuple[str, Document]]:
    """Yield reports as after an import; a folder that an import has made is read as it is."""
    catalog = with_spellings(load_frameworks())
    for source in sources:
        if source.suffix == ".xhtml":
            yield source.parent.name, read_xhtml(source.read_bytes(), "report.xhtml", "en")
        else:
            with TemporaryDirectory():
                imported = import_sources([source], catalog)[0].document
            yield source.parent.name, read_xhtml(write_xhtml(imported).encode(), "report.xhtml", imported.language)


def measure(document: Document, seed: int, verbose: bool = False) -> Counter[tuple[str, str]]:
    """Carry the tags of a document to its next draft, and count the outcomes by kind of element."""
    draft = next_draft(document, seed)
    new = read_xhtml(write_xhtml(draft.document).encode(), document.path, document.language)
    if len(new.passages) != len(draft.document.passages):
        raise SystemExit("the draft is read as other passages than it was written as")
    spans = list(tagged(document, seed))
    versions = VersionAlignment(Spans(document), Spans(new), [span for _, span in spans])
    counts: Counter[tuple[str, str]] = Counter()
    for kind, span in spans:
        found = versions.carry(span)
        outcome = _outcome(found, span, draft, new)
        counts[kind, outcome] += 1
        if verbose and outcome in ("wrong", "deleted, carried"):
            _show(kind, outcome, document, new, span, found, draft)
    return counts


def tagged(document: Document, seed: int) -> Iterator[tuple[str, Span]]:
    """Yield the tagged spans: those of the report itself, then a sample of all kinds of elements."""
    rng = random.Random(seed)
    spans = Spans(document)
    for tag in document.tags:
        whole = spans.is_section(tag.span)
        yield "section" if whole else "run" if tag.span.last - tag.span.first > 1 else "passage", tag.span
    for number, passage in enumerate(document.passages):
        draw = rng.randrange(2 * TAGGED)
        if draw < 2 and len(passage.text) >= SHORTEST and passage.kind != "heading":
            yield "passage", spans.of_passages(number, number + 1)
        end = min(number + rng.randrange(2, 7), len(document.passages))
        if draw == 2 and end - number > 1:
            yield "run", spans.of_passages(number, end)
    for section in spans.extents:
        if rng.randrange(TAGGED) == 0:
            yield "section", spans.of_section(section)


def _outcome(found: Carriage, span: Span, draft: Draft, new: Document) -> str:
    truth = {n for old in range(span.first, span.last) for n in draft.became[old]}
    if not truth:
        return "deleted, carried" if found.target else f"deleted, {found.state}"
    if found.target is None:
        return str(found.state)
    kept = {n for became in draft.became for n in became}  # inserted text counts neither for nor against a place
    reached = kept.intersection(range(found.target.first, found.target.last))
    if span.last - span.first == 1:
        return str(found.state) if reached & truth else "wrong"
    both, either = (sum(len(new.passages[n].text) for n in some) for some in (reached & truth, reached | truth))
    return str(found.state) if both >= SAME * either else "wrong"


def line(counts: Counter[tuple[str, str]]) -> str:
    """Return the shares of all tags, in percent."""
    number = max(sum(counts.values()), 1)

    def share(*outcomes: str) -> float:
        return 100 * sum(n for (_, outcome), n in counts.items() if outcome in outcomes) / number

    shares = {
        "carried": share(State.CARRIED),
        "changed": share(State.CHANGED),
        "to confirm": share(State.TO_CONFIRM, f"deleted, {State.TO_CONFIRM}"),
        "lost": share(State.LOST),
        "deleted and lost": share(f"deleted, {State.LOST}"),
        "wrong": share("wrong", "deleted, carried"),
    }
    return f"{number:6} tags: " + ", ".join(f"{name} {value:5.2f} %" for name, value in shares.items())


def _show(
    kind: str, outcome: str, document: Document, new: Document, span: Span, found: Carriage, draft: Draft
) -> None:
    target = found.target
    assert target is not None
    truth = sorted({n for old in range(span.first, span.last) for n in draft.became[old]})
    print(f"  {kind} {outcome} {found.state} {found.score}", file=sys.stderr)
    print(f"    was {document.passages[span.first].text[:110]!r} ({span.first}-{span.last})", file=sys.stderr)
    print(f"    now {new.passages[target.first].text[:110]!r} ({target.first}-{target.last})", file=sys.stderr)
    if truth:
        print(f"    was to be {new.passages[truth[0]].text[:110]!r} ({truth[0]}-{truth[-1] + 1})", file=sys.stderr)


def _sources(folder: Path) -> Iterator[Path]:
    """Yield the reports below a folder that are documents."""
    for path in folder.rglob("report.*"):
        if path.suffix in (".pdf", ".md", ".txt", ".docx", ".html", ".xhtml"):
            yield path


if __name__ == "__main__":
    main()
