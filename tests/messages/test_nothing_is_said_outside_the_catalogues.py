"""Every sentence that reaches a user is a message: no error, no line on a terminal is written in English alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.files.named_files import RefusedFileError
from disclosure_index.policy.baseline import BaselineError
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.workbook_merge.values import RefusedCell

ERRORS = frozenset(
    error.__name__
    for error in (
        ConfigError,
        CouldNotCheckError,
        EditError,
        RefusedError,
        RefusedFileError,
        BaselineError,
        RefusedCell,
    )
) | {"UsageError", "BadParameter", "ClickException", "Refusal"}
"""What ends in front of a user, with its texts."""
SHOWN = frozenset({"echo", "secho", "prompt", "confirm", "tell", "notify", "print"})
"""What writes on a terminal."""
SENTENCE = 2
"""Words in a row that make a text one to be translated; one word may be a name."""


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts in an expression which are written there: not what a message is made of."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.BinOp):
        yield from (text for side in (node.left, node.right) for text in _texts(side))
    elif isinstance(node, ast.IfExp):
        yield from (text for side in (node.body, node.orelse) for text in _texts(side))


def _is_sentence(text: str) -> bool:
    words = [word for word in text.replace("{}", " ").split() if word.isalpha() and len(word) > 1]
    return len(words) >= SENTENCE


def _untranslated(source: str) -> list[str]:
    """Return the sentences of a module that reach a user untranslated, with their lines."""
    tree = ast.parse(source)
    found = []
    for scope in [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))]:
        assigned: dict[str, list[ast.expr]] = {}
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                assigned.setdefault(node.targets[0].id, []).append(node.value)
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and (name := _name(node.func)) in ERRORS | SHOWN:
                given = [*node.args, *(k.value for k in node.keywords if k.arg not in ("param_hint", "type"))]
                values = [v for a in given for v in (assigned.get(a.id, []) if isinstance(a, ast.Name) else [a])]
                texts = (text for value in values for text in _texts(value) if _is_sentence(text))
                found += [f"{node.lineno}: {name}: {text}" for text in texts]
    return sorted(set(found))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_no_error_and_no_line_is_written_in_english_alone(root: Path) -> None:
    package = root / "disclosure_index"
    found = {
        path.relative_to(root).as_posix(): untranslated
        for path in sorted(package.rglob("*.py"))
        if (untranslated := _untranslated(path.read_text("utf-8")))
    }
    assert found == {}, "write message(…), and translate it"


@pytest.mark.parametrize(
    "source",
    [
        'raise ConfigError("the file is broken")',
        'raise ConfigError(f"{file}: error: cannot be read")',
        'def f():\n    why = f"the file {name} is broken"\n    raise RefusedError(why, hint)',
        'raise EditError(what, at, "it is all of it" if whole else "it has changed", hint)',
        'raise click.UsageError("two formats " + "for one file")',
        'click.echo(f"nothing was written to {file}", err=True)',
        'click.confirm("write the files?")',
        'yield Refusal(sheet, 1, "", "id", "the column is there twice", hint)',
    ],
)
def test_a_sentence_that_is_no_message_is_found(source: str) -> None:
    assert len(_untranslated(source)) >= 1


@pytest.mark.parametrize(
    "source",
    [
        'raise ConfigError(message("the file is broken"), file)',
        "raise BadParameter(problem, param_hint=\"'-o' / '--output'\")",
        'click.echo(f"{uid}  {title}")',
        'why = message("the file is broken")\nraise RefusedError(why, hint)',
    ],
)
def test_a_message_is_none_of_them(source: str) -> None:
    assert _untranslated(source) == []
