"""What the codes of the shipped frameworks look like, for whoever reads a report without a catalog."""

from functools import cache

import rtoml

from disclosure_index.catalog.definitions import shipped_folder
from disclosure_index.catalog.loading import SPELLING
from disclosure_index.catalog.notation.code_shapes import CodeShapes, together
from disclosure_index.catalog.notation.rough import read_rough


@cache
def shipped_shapes() -> CodeShapes:
    """Return the shapes, read once, and nothing else of the definitions."""
    files = sorted(shipped_folder().glob(f"*/{SPELLING}"))
    tables = {str(file): rtoml.loads(file.read_text("utf-8")) for file in files}
    return together((read_rough(data.get("rough", {}), name), data.get("called", ())) for name, data in tables.items())
