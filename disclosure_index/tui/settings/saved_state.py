"""The saved state between sessions: the place in each report, its filters, the language, theme and panes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from disclosure_index.files.named_files import read_text
from disclosure_index.tui.filters import NO_FILTER, Filter


@dataclass(frozen=True, slots=True)
class SavedState:
    """The saved state of a report: `disclosure` is a uid; "" means nothing is saved."""

    disclosure: str = ""
    filter: Filter = NO_FILTER
    language: str = ""
    theme: str = ""
    panes: Mapping[str, int] = field(default_factory=dict)  # the sizes of panes, see `widgets.pane_sizes`


def read_state(folder: Path, project: Path) -> SavedState:
    """Return the saved state of a report; an unreadable or broken file gives an empty one.

    Args:
        folder: the state folder.
        project: the report's project file.

    """
    try:
        kept = json.loads(read_text(_file(folder, project)))
        asked = {key: kept["filter"][key] for key in (one.name for one in fields(Filter)) if key in kept["filter"]}
        asked["obligations"] = frozenset(asked.get("obligations", ()))
        panes = {str(name): int(size) for name, size in kept.get("panes", {}).items()}
        state = SavedState(kept["disclosure"], Filter(**asked), kept["language"], kept["theme"], panes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return SavedState()
    return state


def write_state(folder: Path, project: Path, state: SavedState) -> None:
    """Save the state for the next session; where it cannot be written, nothing is saved."""
    from disclosure_index.edits import EditError, write_atomically  # the first frame is painted without it

    kept: dict[str, Any] = asdict(state)
    kept["filter"]["obligations"] = sorted(state.filter.obligations)
    kept["project"] = str(project.resolve())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True)
        write_atomically(_file(folder, project), f"{text}\n".encode())
    except (OSError, EditError):
        return


def _file(folder: Path, project: Path) -> Path:
    """Return the file of a report: one each, so that two sessions do not overwrite each other's."""
    name = hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:16]
    return folder / f"{name}.json"
