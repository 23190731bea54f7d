"""TOML files that people write: read, validated by a pydantic schema, every problem with its line.

The parser keeps no positions; `positions` finds them again from a key's path.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import rtoml
from pydantic import BaseModel, ConfigDict, ValidationError

from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import COLON, COMMA, INSIDE, foreign, joined, message, one_of
from disclosure_index.model import NO_MESSAGE, Message
from disclosure_index.toml import parser_words

Path = tuple[Any, ...]

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
    key: Message
    message: Message

    @property
    def full_message(self) -> Message:
        """The message, behind the key where there is one."""
        return joined(COLON, (self.key, self.message)) if self.key else self.message


def read_toml(text: str, schema: type[T], prefix: tuple[str, ...] = ()) -> tuple[T | None, list[Problem]]:
    """Parse `text` and validate its table at `prefix`; the value is None where there is any problem."""
    try:
        data = rtoml.loads(text.removeprefix("\ufeff"))
    except rtoml.TomlParsingError as error:
        return None, [_syntax_problem(error)]
    for name in prefix:
        data = inner if isinstance(inner := data.get(name), dict) else {}
    try:
        return schema.model_validate(data), []
    except ValidationError as error:
        details: list[dict[str, Any]] = [dict(detail) for detail in error.errors(include_url=False)]
        paths = [detail["loc"] for detail in details]
        # A list is "too short" where its items are wrong: that is reported already.
        shown = [d for d in details if d["type"] != "too_short" or not _is_inside(d["loc"], paths)]
        return None, [_problem(data, text, schema, detail, prefix) for detail in shown]


def _is_inside(outer: tuple[Any, ...], paths: list[tuple[Any, ...]]) -> bool:
    return any(len(path) > len(outer) and path[: len(outer)] == outer for path in paths)


def _syntax_problem(error: rtoml.TomlParsingError) -> Problem:
    """Return what the parser reports and the position, with which the parser's message ends."""
    said, _, place = str(error).partition(" at line ")
    line, *column = re.findall(r"\d+", place) or ["1"]
    return Problem(int(line), int(*column or ["1"]), NO_MESSAGE, parser_words.problem(said))


_TEXT, _LIST = message("must be text in quotes"), message("must be a list in square brackets")
_TABLE, _BOOL = message("must be a table"), message("must be true or false")
_NUMBER, _EMPTY = message("must be a number"), message("must not be empty")
_PLAIN = {
    "string_type": _TEXT,
    "string_too_short": _EMPTY,
    "bool_type": _BOOL,
    "bool_parsing": _BOOL,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "frozen_set_type": _LIST,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    "dict_type": _TABLE,
    "mapping_type": _TABLE,
    "too_short": message("must have at least one item"),
    "int_type": message("must be a whole number"),
    "int_parsing": message("must be a whole number"),
    "int_from_float": message("must be a whole number"),
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
}
"""What is said in place of pydantic's words, by its type of error."""


def _problem(
    data: dict[str, Any], text: str, schema: type[BaseModel], detail: dict[str, Any], prefix: tuple[str, ...]
) -> Problem:
    path = tuple(part for part in detail["loc"] if not _is_union_arm(part))
    place = path[:-1] if detail["type"] == "missing" else path
    return Problem(line_of(text, (*prefix, *place)), 1, dotted(data, path), _what(detail, schema, path))


def _what(detail: dict[str, Any], schema: type[BaseModel], path: tuple[Any, ...]) -> Message:
    """Return what is wrong, in place of pydantic's words, by its type of error."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "extra_forbidden":
        known = _keys_at(schema, path[:-1])
        if near := nearest(str(path[-1]), known):
            return message('unknown key; did you mean "{near}"?', near=near)
        return (
            message("unknown key; use one of {known}", known=joined(COMMA, known)) if known else message("unknown key")
        )
    if kind == "missing":
        return message("is missing")
    if kind in ("enum", "literal_error"):
        return _not_one_of(detail["input"], re.findall(r"'([^']*)'", str(context["expected"])) or [context["expected"]])
    if kind.startswith(("date_", "datetime_")):
        return message("must be a date, such as 2025-12-31, without quotes")
    if kind in ("greater_than_equal", "greater_than"):
        return message(
            "must be at least {least}, not {value}", least=context.get("ge", context.get("gt")), value=detail["input"]
        )
    if kind in ("less_than_equal", "less_than"):
        return message(
            "must be at most {most}, not {value}", most=context.get("le", context.get("lt")), value=detail["input"]
        )
    error = context.get("error")
    if isinstance(error, ValueError) and error.args and isinstance(error.args[0], Message):
        return error.args[0]
    return foreign(str(detail["msg"]).removeprefix("Value error, "), message("has a value that is not allowed"))


def _not_one_of(value: object, allowed: list[str]) -> Message:
    return message('must be {allowed}, not "{value}"', allowed=one_of(allowed), value=value)


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


def dotted(data: Any, path: tuple[Any, ...]) -> Message:
    """Write a key path for people: an array's item goes by its code or id where it has one."""
    words: list[str] = []
    for part in path:
        data = data[part] if _has(data, part) else None
        if isinstance(part, int):
            name = data.get("code") or data.get("id") if isinstance(data, dict) else None
            words.append(str(name or message("item {number}", number=part + 1)))
        else:
            words.append(str(part))
    return joined(INSIDE, words)


def _has(data: Any, part: Any) -> bool:
    if isinstance(part, int):
        return isinstance(data, list) and part < len(data)
    return isinstance(data, dict) and part in data


def line_of(text: str, path: Path) -> int:
    """Find the line on which the value at `path` starts, or else the nearest table around it; 1 where there is none."""
    from disclosure_index.toml.positions import places  # only where something is wrong

    found = places(text)
    for n in range(len(path), 0, -1):
        if path[:n] in found:
            return found[path[:n]]
        if inside := [line for known, line in found.items() if known[:n] == path[:n]]:
            return min(inside)
    return 1


def lines_of(text: str, table: str, count: int) -> list[int]:
    """List the lines on which `count` tables of ``[[table]]`` start; 1 for those that are written otherwise."""
    quick = list(_header_lines(text, f"[[{table}]]"))
    if len(quick) == count:
        return quick
    from disclosure_index.toml.positions import places  # only where the headers are written otherwise

    found = places(text)
    return [found.get((table, n)) or found.get((table,), 1) for n in range(count)]


def _header_lines(text: str, header: str) -> Iterator[int]:
    """Yield the lines that hold the header and nothing else, without a look at the other lines."""
    line, last, at = 1, 0, text.find(header)
    while at >= 0:
        line, last = line + text.count("\n", last, at), at
        end = at + len(header)
        behind = text[end : text.find("\n", end) % (len(text) + 1)]
        if not behind.strip() and (at == 0 or text[at - 1] == "\n"):
            yield line
        at = text.find(header, end)
