"""What importing a PDF costs beside the least that reading it can cost.

Run: python -m benchmarks.import_pdf FILE.pdf …

The least is what pypdfium2 takes to extract the text of all pages, plus what pdfplumber takes to give the words and
rules of the pages that carry an index (aim: at most 1.5 times that). The import is all of `import_sources`, with
definitions that are loaded already: reading, the index, placing its claims, guessing the report's facts.
"""

import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]

from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.reading.page_layout.index_pages import index_pages

RUNS = 7


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    catalog = with_spellings(load_frameworks())
    for path in map(Path, sys.argv[1:]):
        wanted = index_pages([text.splitlines() for text in _texts(path)])
        texts, tables, whole = _best(
            lambda path=path: _texts(path),  # type: ignore[misc]
            lambda path=path, wanted=wanted: _words(path, wanted),  # type: ignore[misc]
            lambda path=path: import_sources([path], catalog),  # type: ignore[misc]
        )
        least = texts + tables
        print(f"{path}: import / least: {whole / least:.2f} (aim 1.5); {len(wanted)} index pages, "
              f"text {texts:.2f} s, their tables {tables:.2f} s, import {whole:.2f} s")  # fmt: skip


def _texts(path: Path) -> list[str]:
    file = pypdfium2.PdfDocument(path.read_bytes())
    texts = []
    for number in range(len(file)):
        page = file[number]
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    file.close()
    return texts


def _words(path: Path, wanted: Sequence[int]) -> int:
    with pdfplumber.open(io.BytesIO(path.read_bytes()), pages=[number + 1 for number in wanted]) as file:
        return sum(len(page.extract_words()) + len(page.horizontal_edges) for page in file.pages)


def _best(*actions: Callable[[], object]) -> list[float]:
    """Return the shortest time of each action, taken in turns; what else the machine does counts not."""
    best = [float("inf")] * len(actions)
    for _ in range(RUNS):
        for n, action in enumerate(actions):
            start = time.process_time()
            action()
            best[n] = min(best[n], time.process_time() - start)
    return best


if __name__ == "__main__":
    main()
