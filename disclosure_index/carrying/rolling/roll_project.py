"""Roll last year's project file to this year: keep what people wrote in it, except what belongs to one year."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from disclosure_index.carrying.project_entries import Source, replace_tables, set_inline
from disclosure_index.edits.project_file.pending import pending_entry
from disclosure_index.edits.project_file.tables import change_tables
from disclosure_index.model import NotRead, Pending, estimated_publication


def rolled_project(
    project_file: bytes,
    path: str,
    title: str,
    year: tuple[date, date],
    documents: Mapping[str, tuple[str, Source]],
    pending: Sequence[Pending],
    not_read: Sequence[NotRead],
    successors_of: Callable[[str], Sequence[str]],
) -> bytes:
    """Return the project file of the next year.

    Args:
        project_file: the bytes of last year's.
        path: of the file.
        title: of the new report.
        year: its first and last day.
        documents: by document of last year, the new one and its source; others are left out.
        pending: the statements for a person to review.
        not_read: the parts of the new indexes that could not be read.
        successors_of: returns the codes that succeed a code of last year.

    Raises:
        EditError: the file cannot be changed.
    """

    def change(home: Any) -> None:
        report = home["report"]
        report["title"] = title
        set_inline(report, "financial-year", {"start": year[0], "end": year[1]})
        report["published"] = estimated_publication(year[1])
        report["published-estimate"] = True
        listed = home["documents"]
        for number in range(len(listed) - 1, -1, -1):
            found = documents.get(listed[number]["path"])
            if found is None:
                del listed[number]
                continue
            listed[number]["path"], source = found
            set_inline(listed[number], "source", source._asdict())
        for framework in home.get("frameworks", ()):
            framework.pop("edition", None)
        home.pop("due", None)  # last year's due days
        for name in ("owners", "notes"):
            if name in home:
                _rename_keys(home[name], successors_of)
        for suppression in home.get("policy", {}).get("suppressions", ()):
            if len(codes := successors_of(suppression.get("code", ""))) == 1:
                suppression["code"] = codes[0]
        replace_tables(home, "pending", [pending_entry(one) for one in pending])
        replace_tables(home, "not-read", [_not_read(one) for one in not_read])

    return change_tables(project_file, path, change)


def _rename_keys(table: Any, successors_of: Callable[[str], Sequence[str]]) -> None:
    """Rename each disclosure in a table to its successors; a name of a group or framework stays."""
    for key in list(table):
        codes = successors_of(key)
        if codes and key.casefold() not in {code.casefold() for code in codes}:
            value = table[key]
            del table[key]
            for code in codes:
                if code not in table:
                    table[code] = value


def _not_read(one: NotRead) -> dict[str, Any]:
    facts: dict[str, Any] = {"document": one.document, "pages": list(one.pages)}
    facts |= {"heading": " ".join(one.heading.split()), "codes": one.seen, "not-claimed": list(one.unclaimed)}
    return {key: value for key, value in facts.items() if value} | {"confirmed": False}
