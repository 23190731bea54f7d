"""TOML as a person would write it: one key per line, titles on one line, a blank line between blocks."""

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

Table = dict[str, Any]

WIDTH = 118


def document(comments: Iterable[str], top: Table, blocks: Iterable[tuple[str, Sequence[Table]]]) -> str:
    """Write a file: `comments`, the keys of `top`, then every block as ``[[name]]`` tables."""
    lines = [line for comment in comments for line in textwrap.wrap(comment, WIDTH - 2)]
    parts = ["\n".join(f"# {line}" for line in lines), _body(top)]
    parts += [f"[[{name}]]\n{_body(table)}" for name, tables in blocks for table in tables]
    return "\n\n".join(parts) + "\n"


def _body(table: Table) -> str:
    return "\n".join(f"{key} = {_value(value, len(key) + 3)}" for key, value in table.items() if _is_given(value))


def _is_given(value: Any) -> bool:
    return isinstance(value, bool) or value not in (None, "", [], ())


def _value(value: Any, used: int = 0) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case date():
            return value.isoformat()
        case Mapping():
            return _inline(value)
        case Sequence():
            return _array(value, used)
    raise TypeError(f"no TOML for {value!r}")


def _inline(table: Mapping[str, Any]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in table.items() if _is_given(value)) + " }"


def _array(values: Sequence[Any], used: int) -> str:
    texts = [_value(value) for value in values]
    one_line = f"[{', '.join(texts)}]"
    if isinstance(values[0], str) and used + len(one_line) <= WIDTH:
        return one_line
    return "[\n" + "".join(f"    {text},\n" for text in texts) + "]"
