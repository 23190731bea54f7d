"""The frameworks that a project defines itself: ``path`` of a framework in its project file."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from disclosure_index.catalog.definitions import HEAD, Definitions, in_folder
from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import is_inside
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.project.paths import ALLOW


def own_definitions(named: Mapping[str, tuple[str, Location]], folder: Path, within: Path | None) -> Definitions:
    """Return the definitions that a project file names.

    Args:
        named: the path of each framework with the place where it is written, by the framework's id. It leads to the
            framework's folder, or to a folder with the framework's folder in it, as its id is called.
        folder: of the project file.
        within: the folder that all files of the definitions have to be in; None for anywhere.

    Raises:
        ConfigError: there is no such definition, or it is outside.
    """
    found = Definitions()
    for id, (path, place) in named.items():
        own = _own(id, folder / path)
        outside = next((file for file in _files(own) if within and not is_inside(file, within)), None)
        if id not in own.frameworks:
            problem = message(
                'the definition "{path}" of {id} has no {file}; name the folder that it is in',
                path=path,
                id=id,
                file=HEAD,
            )
            raise ConfigError(problem, place)
        if outside:
            problem = message(
                'the definition "{path}" of {id} reads {file}, outside the folder of the project file; move it, or '
                "give {allow}",
                path=path,
                id=id,
                file=outside,
                allow=ALLOW,
            )
            raise ConfigError(problem, place)
        found |= own
    return found


def _own(id: str, folder: Path) -> Definitions:
    own = in_folder(folder)
    if (folder / HEAD).is_file():
        return Definitions({id: folder}, own.crosswalks)
    return Definitions({name: path for name, path in own.frameworks.items() if name == id}, own.crosswalks)


def _files(own: Definitions) -> Iterator[Path]:
    """Yield every file that may be read of the definitions: those of the framework, its terms and texts, crosswalks."""
    for folder in own.frameworks.values():
        yield from folder.glob("*.toml")
        yield from folder.glob("*/*.toml")
    yield from own.crosswalks
