"""The elements of XBRL taxonomies that stand for disclosures: ``elements.csv`` beside a framework's definitions.

Its columns are `element`, `code`, and `part`, the framework's own letter where the element is for one part alone. It is
read when an inline XBRL report is imported, and never otherwise.
"""

import csv
from collections.abc import Mapping

from disclosure_index.catalog.store import Catalog
from disclosure_index.files import read_text
from disclosure_index.model import Disclosure, Reference

FILE = "elements.csv"


def elements_of(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Return the references that each element stands for, by its name in lower case.

    A reference to what no definition has is passed over: the definitions decide what exists.
    """
    found: dict[str, list[str]] = {}
    for id in catalog.frameworks:
        path = catalog.folders[id] / FILE if id in catalog.folders else None
        if path is None or not path.is_file():
            continue
        for row in csv.DictReader(read_text(path).splitlines()):
            defined = catalog.find(Reference(id, row["code"] or ""))
            if row["element"] and defined:
                part = f"#{row['part']}" if row["part"] and _has_part(defined[0], row["part"]) else ""
                found.setdefault(row["element"].casefold(), []).append(f"{defined[0].short}{part}")
    return {element: tuple(dict.fromkeys(references)) for element, references in found.items()}


def _has_part(disclosure: Disclosure, part: str) -> bool:
    return part in disclosure.requirements or any(point.id == part for point in disclosure.datapoints)
