"""Compiles the message catalogues when the package is built or installed in place."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Writes a ``.mo`` file beside each ``.po`` file."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the compiled files shipped, which git does not track."""
        for file in sorted(Path(self.root, "disclosure_index", "messages", "locale").glob("*/LC_MESSAGES/*.po")):
            compiled = file.with_suffix(".mo")
            with file.open("rb") as source, compiled.open("wb") as target:
                write_mo(target, read_po(source, locale=file.parents[1].name))
            build_data["artifacts"].append(str(compiled.relative_to(self.root)))
