"""The entries that an update writes into the project file: the source of each document, and pending statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import tomlkit

from disclosure_index.edits.project_file.pending import pending_entry
from disclosure_index.edits.project_file.tables import change_tables
from disclosure_index.model import NotRead, Pending
from disclosure_index.toml.writing import quoted


class Source(NamedTuple):
    """The file from which a document was imported."""

    name: str
    sha256: str
    version: str  # of this program


def with_entries(
    project_file: bytes,
    path: str,
    pending: Sequence[Pending],
    sources: Mapping[str, Source],
    not_read: Mapping[str, Sequence[NotRead]],
) -> bytes:
    """Return a project file with the entries of an update.

    Args:
        project_file: its bytes.
        path: of it.
        pending: the pending statements of every document.
        sources: the new source of each document.
        not_read: by document, the parts of its index that could not be read.

    Raises:
        EditError: the file cannot be changed.
    """

    def change(home: Any) -> None:
        for document in home["documents"]:
            source = sources.get(document["path"])
            if source and dict(document.get("source", {})) != source._asdict():
                set_inline(document, "source", source._asdict())
        replace_tables(home, "pending", [pending_entry(one) for one in pending])
        left = [entry for entry in home.get("not-read", ()) if entry["document"] not in not_read]
        confirmed = {_codes(e) for e in home.get("not-read", ()) if e.get("confirmed")}
        new = [_not_read(one, name) for name, found in not_read.items() for one in found]
        for entry in new:
            entry["confirmed"] = _codes(entry) in confirmed
        if new or len(left) < len(home.get("not-read", ())):
            replace_tables(home, "not-read", [*map(dict, left), *new])

    return change_tables(project_file, path, change)


def set_inline(table: Any, key: str, value: Mapping[str, Any]) -> None:
    """Set a small table on one line, keeping the formatting of the other tables.

    A comment after the old value is removed: it describes a value that has been replaced.
    """
    if type(table) is dict:
        table[key] = dict(value)
        return
    items = (f"{name} = {v.isoformat() if isinstance(v, date) else quoted(str(v))}" for name, v in value.items())
    table[key] = tomlkit.value(f"{{ {', '.join(items)} }}")
    written = table[key].trivia
    written.comment = written.comment_ws = ""
    *_, last = table[key].values()
    last.trivia.trail = " "  # tomlkit would parse it as part of a date


def replace_tables(home: Any, key: str, entries: Sequence[Mapping[str, Any]]) -> None:
    """Replace a list of tables; the new one is the last in the file."""
    if key in home:
        if not entries:
            del home[key]
            return
        if [dict(entry) for entry in home[key]] == list(entries):
            return
        del home[key]
    if entries:
        home[key] = list(entries)


def _not_read(one: NotRead, document: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"document": document, "pages": list(one.pages), "heading": " ".join(one.heading.split())}
    facts |= {"codes": one.seen, "not-claimed": list(one.unclaimed)}
    return {key: value for key, value in facts.items() if value}


def _codes(entry: Mapping[str, Any]) -> tuple[str, Iterable[str]]:
    return str(entry.get("heading", "")), tuple(entry.get("not-claimed", ()))
