"""Writes the index layouts of ``layouts/**/*.txt`` as reports: ``python -m benchmarks.layouts FOLDER [NAME …]``.

Each layout becomes one folder per form (`benchmarks.layout_forms`) whose tools are installed, with the
``printed-index.csv`` and ``meta.json`` that `benchmarks.printed_index` measures by. NAME is a layout, or a folder of
them: ``held-out`` are those that were written before the reader was tried on them. All of them are made up.
"""

import csv
import json
import sys
from pathlib import Path

from benchmarks.layout_file import LAYOUTS, Layout, read_layout
from benchmarks.layout_forms import forms, write_report


def write_folder(layout: Layout, form: str, folder: Path) -> None:
    """Write a report with its truth; `form` is one of `forms`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_report(layout, form, folder)
    with (folder / "printed-index.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("framework", "code", "location_text", "printed_pages"))
        table.writerows((row.framework, row.code, row.location, row.pages) for row in layout.expected)
    (folder / "meta.json").write_text(json.dumps({"language": layout.language}), "utf-8")


def main(argv: list[str]) -> int:
    """Write all layouts, or those named."""
    if not argv:
        sys.exit(__doc__)
    for path in sorted(LAYOUTS.rglob("*.txt")):
        if argv[1:] and not {path.stem, path.parent.name} & set(argv[1:]):
            continue
        layout = read_layout(path)
        for form in forms(layout):
            write_folder(layout, form, Path(argv[0]) / f"{layout.name}.{form.replace(' ', '-')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
