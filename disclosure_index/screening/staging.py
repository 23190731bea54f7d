"""The files of a source on this machine, under names of their own: linked where they are local, else fetched."""

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec  # type: ignore[import-untyped]

from disclosure_index.files.named_files import MAX_DOCUMENT, RefusedFileError
from disclosure_index.messages import message
from disclosure_index.screening.requests import Source

MOST_FILES = 1000
"""Files of a folder with a project file that are looked at: a report has one per language, and pictures."""

_BLOCK = 2**20


def stage(source: Source, folder: Path) -> tuple[list[str], str]:
    """Put the files of a source into a folder, and return their paths in it, and the digest of them all.

    Raises:
        OSError: one cannot be read, or is larger than any reader takes.
    """
    paths, digests = [], []
    for number, address in enumerate(source.opened):
        system, path = fsspec.core.url_to_fs(address)
        name = PurePosixPath(path).name
        home = folder / str(number) if (folder / name).exists() else folder  # two of one name
        if source.tagged:
            digests.append(_stage_folder(system, path, home / name))
        else:
            home.mkdir(exist_ok=True)
            digests.append(_stage_file(system, path, home / name))
        paths.append((home / name).relative_to(folder).as_posix())
    return paths, digests[0] if len(digests) == 1 else sha256("\n".join(digests).encode()).hexdigest()


def _stage_folder(system: Any, path: str, place: Path) -> str:
    files = sorted(system.find(path))
    if len(files) > MOST_FILES:
        raise RefusedFileError(
            message("the folder has more than {most} files", most=MOST_FILES),
            message("Keep only the files of the report in it"),
        )
    digest = sha256()
    local = _is_local(system)
    if local:
        _link(Path(path), place)
    for file in files:
        inner = PurePosixPath(file).relative_to(PurePosixPath(path))
        digest.update(f"{inner}\n".encode())
        target = place / inner
        if not local:
            target.parent.mkdir(parents=True, exist_ok=True)
        digest.update(_digest_of(system, file, None if local else target).encode())
    return digest.hexdigest()


def _stage_file(system: Any, path: str, place: Path) -> str:
    if _is_local(system):
        _link(Path(path), place)
        return _digest_of(system, path, None)
    return _digest_of(system, path, place)


def _digest_of(system: Any, path: str, copy: Path | None) -> str:
    """Return the digest of a file, which is copied on the way where it is wanted here."""
    if (size := system.size(path) or 0) > MAX_DOCUMENT:
        raise RefusedFileError(
            message("it is larger than {most} MiB", most=MAX_DOCUMENT // 2**20),
            message("Split the report into documents"),
        )
    digest, held = sha256(), 0
    with system.open(path, "rb") as file:
        for block in _blocks(file):
            held += len(block)
            if held > max(size, MAX_DOCUMENT):
                raise RefusedFileError(message("it grows while it is read"), message("Try again when it is complete"))
            digest.update(block)
            if copy:
                with copy.open("ab") as written:
                    written.write(block)
    return digest.hexdigest()


def _blocks(file: Any) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _is_local(system: Any) -> bool:
    return "file" in ((system.protocol,) if isinstance(system.protocol, str) else system.protocol)


def _link(path: Path, place: Path) -> None:
    """Have a local file or folder under another name too: by a link, or as a copy where the system knows none."""
    if not path.exists():
        raise FileNotFoundError(2, os.strerror(2), str(path))
    if not (path.is_file() or path.is_dir()):
        raise RefusedFileError(message("it is not a regular file"), message("Name a file or a folder"))
    try:
        place.symlink_to(path, target_is_directory=path.is_dir())
    except OSError:
        (shutil.copytree if path.is_dir() else shutil.copy)(path, place)
