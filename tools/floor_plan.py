"""Draw the packages by layer, from the import contract: ``python -m tools.floor_plan docs/images/floor-plan.svg``.

The layers are in pyproject.toml, where import-linter checks them; the purpose of a package is the first sentence of
its docstring. A package may import those below it.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import wrap

ROOT = Path(__file__).parents[1]
PACKAGE = "disclosure_index"
WIDTH, NAMES, LINE, PAD = 960, 220, 17, 9
"""The pixels of the drawing's width, the column of names, a line of text, and the padding."""
LETTERS = 100
"""The characters in a line of text, in a font of 13 pixels."""


def rooms() -> Iterator[list[str]]:
    """Yield the packages of each layer, from top to bottom; one with parts in several layers, at its highest."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    seen: set[str] = set()
    for layer in next(contract["layers"] for contract in contracts if contract["type"] == "layers"):
        named = [module.strip().removeprefix(f"{PACKAGE}.").split(".")[0] for module in layer.split("|")]
        if new := [room for room in dict.fromkeys(named) if room not in seen]:
            seen.update(new)
            yield new


def purpose(room: str) -> str:
    """Return the first sentence of a package's docstring."""
    folder = ROOT / PACKAGE / room
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].replace("``", "").split())


def drawing() -> str:
    """Return the drawing as SVG."""
    parts: list[str] = []
    top = PAD
    for layer in rooms():
        lines = [(room, wrap(purpose(room), LETTERS)) for room in layer]
        height = sum(len(text) for _, text in lines) * LINE + 2 * PAD
        parts.append(f'<rect x="8" y="{top}" width="{WIDTH - 16}" height="{height}" rx="4"/>')
        row = top + PAD + LINE - 4
        for room, text in lines:
            name = f"{room}/" if (ROOT / PACKAGE / room).is_dir() else f"{room}.py"
            parts.append(f'<text class="name" x="20" y="{row}">{name}</text>')
            for line in text:
                parts.append(f'<text x="{NAMES}" y="{row}">{escape(line)}</text>')
                row += LINE
        top += height + 5
    style = (
        "rect{fill:#f6f8fa;stroke:#8b949e}text{font:13px sans-serif;fill:#1f2328}.name{font-weight:600}"
        "@media(prefers-color-scheme:dark){rect{fill:#161b22;stroke:#6e7681}text{fill:#e6edf3}}"
    )
    title = "The rooms of the package: each imports only those below it"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + PAD}" role="img" aria-label="{title}">'
    return "\n".join([head, f"<title>{title}</title>", f"<style>{style}</style>", *parts, "</svg>", ""])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(drawing(), "utf-8")
