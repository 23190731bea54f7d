"""Where the definitions of frameworks are: shipped, installed with other packages, in a folder, beside a report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import rtoml

from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import read_text
from disclosure_index.messages import message

HEAD = "framework.toml"
CROSSWALKS = "crosswalks"
GROUP = "disclosure_index.frameworks"
"""The entry points by which a package brings definitions: each names a package whose folder is like ``frameworks/``."""


@dataclass(frozen=True)
class Definitions:
    """The folders that a run reads.

    Attributes:
        frameworks: the folder of each framework, by its id.
        crosswalks: the files of relations between two frameworks; of one name, the last.
    """

    frameworks: Mapping[str, Path] = field(default_factory=dict)
    crosswalks: tuple[Path, ...] = ()

    def __or__(self, other: "Definitions") -> "Definitions":
        """Return the union; where both define an id or name, `other` wins."""
        crosswalks = {path.name: path for path in (*self.crosswalks, *other.crosswalks)}
        return Definitions({**self.frameworks, **other.frameworks}, tuple(crosswalks.values()))


NO_DEFINITIONS = Definitions()


def shipped_folder() -> Path:
    """Find the shipped definitions: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    return next(f for f in (package / "frameworks", package.parent / "frameworks") if f.is_dir())


def in_folder(folder: Path) -> Definitions:
    """Return the definitions in a folder: one subfolder per framework, named by its id, and one of crosswalks."""
    found = {file.parent.name: file.parent for file in sorted(folder.glob(f"*/{HEAD}"))}
    return Definitions(found, tuple(sorted((folder / CROSSWALKS).glob("*.toml"))))


def find_definitions(own: Definitions | None = None, wanted: Iterable[str] | None = None) -> Definitions:
    """Return the shipped definitions, those of installed packages, and one's own, which come before all others.

    Args:
        own: of a folder or a project.
        wanted: ids of frameworks; the installed packages are looked through only where one of these is not found yet,
            or where all are wanted, since that takes as long as reading a framework.
    """
    known = in_folder(shipped_folder())
    if own:
        known |= own
    if wanted is None or any(id not in known.frameworks for id in wanted):
        known = installed() | known
    return known


def canonical(id: str, definitions: Definitions) -> str:
    """Return the id of the framework with this alias, or the name itself where no framework has it."""
    if id in definitions.frameworks:
        return id
    for name, folder in definitions.frameworks.items():
        try:
            text = read_text(folder / HEAD)
            named = f'"{id}"' in text and rtoml.loads(text).get("alias")
        except (OSError, ValueError):  # whoever loads it says what is wrong
            continue
        if isinstance(named, list) and any(isinstance(one, dict) and one.get("id") == id for one in named):
            return name
    return id


def installed() -> Definitions:
    """Return the definitions that installed packages bring; see `GROUP`.

    Raises:
        ConfigError: a package names another one that is not there.
    """
    from importlib.metadata import entry_points  # slow to import, and rarely needed
    from importlib.util import find_spec

    found = Definitions()
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            spec = find_spec(point.module)
        except ModuleNotFoundError:  # a package above it is missing
            spec = None
        if spec is None:
            problem = message(
                'the entry point "{name}" of {group} names the package {package}, which is not installed; install it, '
                "or remove the package that names it",
                name=point.name,
                group=GROUP,
                package=point.module,
            )
            raise ConfigError(problem)
        for folder in spec.submodule_search_locations or ():
            found |= in_folder(Path(folder))
    return found
