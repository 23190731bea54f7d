"""What a Dask worker does for one report: its files brought here, looked at by a process under limits, one result."""

import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from disclosure_index.files.named_files import RefusedFileError, reason
from disclosure_index.messages import FULL_STOP, joined, message, render
from disclosure_index.model import Message
from disclosure_index.screening.made_with import made_with
from disclosure_index.screening.report_process import Answer, report_process
from disclosure_index.screening.requests import Kind, Looked, Options, Row, Source
from disclosure_index.screening.rows import unchecked_row
from disclosure_index.screening.staging import stage


def look_at(source: Source, options: Options, before: str = "") -> Looked:
    """Look at one report, and return its rows, whatever becomes of it.

    Args:
        source: what is asked for.
        options: what holds for every report.
        before: the digest of its files when it was looked at last; of an unchanged report no rows are returned.
    """
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="disclosure-index-") as folder:
        try:
            paths, digest = stage(source, Path(folder))
        except (OSError, ValueError, ImportError) as error:
            cannot = message("cannot be read: {why}", why=_why(error))
            kind = Kind.TOO_LARGE if isinstance(error, RefusedFileError) else Kind.UNREADABLE
            answer, digest = Answer(None, kind, cannot), ""
        else:
            if before and digest == before:
                return Looked(source.id, b"", _run(begun, "unchanged", 0))
            with report_process(options.definitions) as process:
                answer = process.ask(source, paths, Path(folder), options)
    return result(source, options, answer, digest, _run(begun, answer.kind or "", answer.peak))


def result(source: Source, options: Options, answer: Answer, digest: str, run: dict[str, Any]) -> Looked:
    """Return the result of a report from what became of it."""
    made = made_with(options.definitions)
    rows = answer.rows
    if rows is None:
        rows = unchecked_row(source, answer.kind or Kind.INTERNAL, render(answer.why or "", options.language))
    rows["reports"][0] |= {"sha256": digest, **made}
    problems: list[Row] = rows["problems"]
    document = {"id": source.id, "sha256": digest, **made, "rows": rows}
    data = json.dumps(document, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    return Looked(source.id, data, {"status": rows["reports"][0]["status"], **run}, tuple(problems))


def _run(begun: float, ended: str, peak: int) -> dict[str, Any]:
    return {
        "seconds": round(time.monotonic() - begun, 3),
        "ended": str(ended),
        "memory": peak,
        "worker": f"{os.uname().nodename if hasattr(os, 'uname') else ''}:{os.getpid()}",
    }


def _why(error: Exception) -> Message:
    if isinstance(error, RefusedFileError):
        return joined(FULL_STOP, (reason(error), error.hint))
    return reason(error)
