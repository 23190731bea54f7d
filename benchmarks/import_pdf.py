"""The cost of importing a PDF, compared with a lower bound.

Run: python -m benchmarks.import_pdf FILE.pdf …

The least is what pypdfium2 takes to extract the text of all pages (aim: at most twice that for reading, on average over
the files). The import is all of `import_sources`, with definitions that are loaded already: reading, the index, placing
its claims, guessing the report's facts.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.reading.registry import read_document

RUNS = 3


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    catalog = with_spellings(load_frameworks())
    all_texts = all_read = 0.0
    for path in map(Path, sys.argv[1:]):
        texts, read, whole = _best(
            lambda path=path: _texts(path),  # type: ignore[misc]
            lambda path=path: read_document(path, path.name, "en"),  # type: ignore[misc]
            lambda path=path: import_sources([path], catalog),  # type: ignore[misc]
        )
        all_texts, all_read = all_texts + texts, all_read + read
        print(f"{path}: read / text: {read / texts:.2f} (aim 2); text {texts:.2f} s, read {read:.2f} s, "
              f"import {whole:.2f} s")  # fmt: skip
    print(f"all: read / text: {all_read / all_texts:.2f} (aim 2)")


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


def _best(*actions: Callable[[], object]) -> list[float]:
    """Return the shortest time of each action, taken in turns, to exclude other work of the machine."""
    best = [float("inf")] * len(actions)
    for _ in range(RUNS):
        for n, action in enumerate(actions):
            start = time.process_time()
            action()
            best[n] = min(best[n], time.process_time() - start)
    return best


if __name__ == "__main__":
    main()
