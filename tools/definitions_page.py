"""Write the counted tables of a page on definitions: ``python -m tools.definitions_page docs/definitions.md``."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Basis, Framework

_BLOCK = re.compile(r"(<!-- (\w+): written by tools/definitions_page.py -->\n).*?(<!-- end -->)", re.DOTALL)


def page(text: str) -> str:
    """Return the page with its tables counted again."""
    catalog = load_frameworks()
    tables = {"bases": _bases, "relations": _relations, "elements": _elements, "letters": _letters}
    return _BLOCK.sub(lambda match: match[1] + "\n".join((*tables[match[2]](catalog), "")) + match[3], text)


def _bases(catalog: Catalog) -> Iterator[str]:
    yield f"| framework | edition | rows | {' | '.join(Basis)} | Chinese titles not verified |"
    yield f"|---|---|{'---:|' * (len(Basis) + 2)}"
    for framework in catalog.frameworks.values():
        for edition in sorted({d.edition for d in framework.disclosures}):
            yield _row(framework, edition)
    every = [d for framework in catalog.frameworks.values() for d in framework.disclosures]
    yield _counted("all", "", [(d.basis, d.title_basis) for d in every])


def _row(framework: Framework, edition: str) -> str:
    rows = [(d.basis, d.title_basis) for d in framework.disclosures if d.edition == edition]
    return _counted(framework.id, edition, rows)


def _counted(name: str, edition: str, rows: list[tuple[Basis, Basis]]) -> str:
    titles = sum(title != Basis.VERIFIED for _, title in rows)
    cells = (name, edition, len(rows), *_by_basis(basis for basis, _ in rows), titles)
    return "| " + " | ".join(map(str, cells)) + " |"


def _relations(catalog: Catalog) -> Iterator[str]:
    yield f"| relations | number | {' | '.join(Basis)} |"
    yield f"|---|{'---:|' * (len(Basis) + 1)}"
    pairs: dict[str, list[Basis]] = {}
    for link in catalog.crosslinks:
        left, right = (side.partition(":")[0] for side in (link.left, link.right))
        pairs.setdefault(f"{left}, {right}", []).append(link.basis)
    for pair, found in sorted(pairs.items()):
        yield "| " + " | ".join(map(str, (pair, len(found), *_by_basis(found)))) + " |"


def _elements(catalog: Catalog) -> Iterator[str]:
    yield "| framework | elements | of disclosures | of datapoints | of letters |"
    yield "|---|---:|---:|---:|---:|"
    for framework in catalog.frameworks.values():
        whole = sum(len(d.element) for d in framework.disclosures)
        points = sum(len(point.element) for d in framework.disclosures for point in d.datapoints)
        letters = sum(len(names) for d in framework.disclosures for _, names in d.letters)
        if total := whole + points + letters:
            yield f"| {framework.id} | {total} | {whole} | {points} | {letters} |"


def _letters(catalog: Catalog) -> Iterator[str]:
    yield "| disclosure | letters that the taxonomy has alone | letters that the definition has alone |"
    yield "|---|---|---|"
    for framework in catalog.frameworks.values():
        for d in framework.disclosures:
            if not d.requirements or not (d.letters or any(point.element for point in d.datapoints)):
                continue
            named = dict(d.letters)
            by_point = (
                dict(zip(d.requirements, d.datapoints, strict=False)) if any(p.element for p in d.datapoints) else {}
            )
            more = [letter for letter in named if letter not in d.requirements]
            less = [x for x in d.requirements if x not in named and not (x in by_point and by_point[x].element)]
            if more or less:
                yield f"| {d.uid} | {', '.join(more)} | {', '.join(less)} |"


def _by_basis(found: Iterable[Basis]) -> tuple[int, ...]:
    counts = Counter(found)
    return tuple(counts[basis] for basis in Basis)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(page(path.read_text("utf-8")), "utf-8")
