"""What determines the rows of a report besides its files: program version and digest of the definitions."""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from disclosure_index.catalog.definitions import find_definitions, in_folder


@lru_cache(maxsize=1)
def made_with(folder: str) -> dict[str, str]:
    """Return version and digest.

    Args:
        folder: of definitions besides the shipped ones; "" for none.
    """
    definitions = find_definitions(in_folder(Path(folder)) if folder else None)
    digest = sha256()
    for id, home in sorted(definitions.frameworks.items()):
        for file in sorted(home.rglob("*.toml")):
            digest.update(f"{id}/{file.relative_to(home).as_posix()}\n".encode())
            digest.update(sha256(file.read_bytes()).digest())
    for file in definitions.crosswalks:
        digest.update(f"{file.name}\n".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return {"tool_version": version("disclosure-index"), "definitions": digest.hexdigest()}
