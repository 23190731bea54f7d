"""Write the index layouts of ``layouts/**/*.txt`` as reports: ``python -m benchmarks.layouts FOLDER [NAME …]``.

Each layout becomes one folder per form (`benchmarks.layout_forms`) whose tools are installed, with the
``printed-index.csv`` and ``meta.json`` that `benchmarks.printed_index` measures by. NAME is a layout, or a folder of
them. All of them are made up.

``held-out`` were written before the reader was read or tried on them, ``held-out-2`` after it was mended by the first;
each was measured once before anything was changed for it. Only these first numbers say how unknown layouts are read:

============= =========================================== ========= ====== =========
folder        forms                                       precision recall locations
============= =========================================== ========= ====== =========
held-out      txt, md, html, docx                         0.987     0.954  0.917
held-out      xhtml (merged cells were not read)          0.966     0.785  0.799
held-out      PDF of Chromium                             0.989     0.809  0.893
held-out      PDF of LibreOffice                          0.998     0.739  0.822
held-out      text of ``pdftotext -layout``               0.985     0.692  0.797
held-out-2    txt, md, html, docx, xhtml                  1.000     1.000  1.000
held-out-2    PDF of Chromium                             1.000     0.996  1.000
held-out-2    PDF of LibreOffice                          1.000     0.900  0.991
held-out-2    text of ``pdftotext -layout``               1.000     0.985  0.875
============= =========================================== ========= ====== =========
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
    """Write all layouts, or the named ones."""
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
