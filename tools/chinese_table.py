"""Write the table of traditional characters and their simplified forms, from opencc.

Run: python -m tools.chinese_table

It maps characters only: terms and texts use the same table, so opencc's conversion of whole words does not matter,
and a run needs no dictionary of half a megabyte.
"""

import unicodedata
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-untyped]

FILE = Path(__file__).resolve().parents[1] / "disclosure_index" / "suggest" / "simplified.txt"


def table() -> str:
    """Return two lines of the same length: the traditional characters, and the simplified ones."""
    convert = OpenCC("t2s").convert
    pairs = []
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        character = chr(code)
        simplified = str(convert(character))
        if simplified != character and len(simplified) == 1 and unicodedata.normalize("NFKC", character) == character:
            pairs.append((character, simplified))
    return "".join(a for a, _ in pairs) + "\n" + "".join(b for _, b in pairs) + "\n"


if __name__ == "__main__":
    FILE.write_text(table(), "utf-8")
