"""TOML files that people write: read, validated by a pydantic schema, every problem with its line.

tomllib keeps no positions, so a problem's key path is found again by `line_of`, which follows table headers.
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from disclosure_index.spelling import nearest

T = TypeVar("T", bound=BaseModel)


def kebab(name: str) -> str:
    """Spell a Python name as TOML keys are spelt."""
    return name.rstrip("_").replace("_", "-")


class Strict(BaseModel):
    """A table whose keys are spelt in kebab-case; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", alias_generator=kebab, frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file; `key` is the dotted path of the value, "" for the file as a whole."""

    line: int
    column: int
    key: str
    message: str


def read_toml(text: str, schema: type[T]) -> tuple[T | None, list[Problem]]:
    """Parse and validate `text`; the value is None where there is any problem."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax_problem(error)]
    return validate(data, text, schema)


def validate(data: dict[str, Any], text: str, schema: type[T]) -> tuple[T | None, list[Problem]]:
    """Validate `data`, which was parsed from `text`."""
    try:
        return schema.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(data, text, schema, dict(detail)) for detail in error.errors(include_url=False)]


def _syntax_problem(error: tomllib.TOMLDecodeError) -> Problem:
    message = str(error)
    place = re.search(r"\s*\(at line (\d+), column (\d+)\)", message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    return Problem(line, column, "", f"is not valid TOML: {message[: place.start()] if place else message}")


def _problem(data: dict[str, Any], text: str, schema: type[BaseModel], detail: dict[str, Any]) -> Problem:
    path = tuple(part for part in detail["loc"] if not _is_union_arm(part))
    message = str(detail["msg"])
    if detail["type"] == "extra_forbidden":
        near = nearest(str(path[-1]), _keys_at(schema, path[:-1]))
        message = "unknown key" + (f'; did you mean "{near}"?' if near else "")
    elif detail["type"] == "missing":
        message = "is missing"
        return Problem(line_of(text, path[:-1]), 1, dotted(data, path), message)
    elif detail["type"] in ("enum", "literal_error"):
        message = f"{detail['input']!r} is none of {detail['ctx']['expected']}"
    return Problem(line_of(text, path), 1, dotted(data, path), message)


def _is_union_arm(part: object) -> bool:
    """Pydantic names the arm of a union in the path; it is no key of the file."""
    return isinstance(part, str) and (
        part.startswith(("list[", "tuple[", "literal[")) or part in ("str", "function-before")
    )


def _keys_at(schema: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """List the keys that the table at `path` may have."""
    model: Any = schema
    for part in path:
        if isinstance(part, str) and part != "__root__":
            fields = {(f.alias or name): f for name, f in model.model_fields.items()}
            if part not in fields:
                return []
            model = _inner_model(fields[part].annotation)
            if model is None:
                return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in getattr(annotation, "__args__", ()) if (m := _inner_model(arg)) is not None), None)


def dotted(data: Any, path: tuple[Any, ...]) -> str:
    """Write a key path for people: an array's item goes by its code or id where it has one."""
    words: list[str] = []
    for part in path:
        data = data[part] if _has(data, part) else None
        if isinstance(part, int):
            name = data.get("code") or data.get("id") if isinstance(data, dict) else None
            words.append(str(name or f"item {part + 1}"))
        else:
            words.append(str(part))
    return " > ".join(words)


def _has(data: Any, part: Any) -> bool:
    if isinstance(part, int):
        return isinstance(data, list) and part < len(data)
    return isinstance(data, dict) and part in data


_HEADER = re.compile(r"\[(\[)?\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*=""")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*$")


def line_of(text: str, path: tuple[Any, ...]) -> int:
    """Find the line on which the value at `path` starts, or else the nearest table around it; 1 where there is none."""
    places = _places(text)
    return next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), 1)


def lines_of(text: str, table: str) -> list[int]:
    """List the lines on which the ``[[table]]`` headers stand."""
    header = f"[[{table}]]"
    return [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(header)]


def _places(text: str) -> dict[tuple[Any, ...], int]:
    """Map the path of every table and of every key to its line."""
    places: dict[tuple[Any, ...], int] = {}
    items: dict[tuple[Any, ...], int] = {}  # how many tables each array of tables has so far
    table: tuple[Any, ...] = ()
    depth = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if not depth and (header := _HEADER.match(line)):
            *outer, last = (word.strip().strip("\"'") for word in header[2].split("."))
            table = ()
            for word in outer:
                table = (*table, word)
                table = (*table, items[table] - 1) if table in items else table
            table = (*table, last)
            if header[1]:
                items[table] = items.get(table, 0) + 1
                table = (*table, items[table] - 1)
            places.setdefault(table, number)
            continue
        if not depth and (key := _KEY.match(line)):
            places.setdefault((*table, key[1] or key[2] or key[3]), number)
        bare = _QUOTED.sub("", line)
        depth = max(0, depth + bare.count("[") - bare.count("]"))
    return places
