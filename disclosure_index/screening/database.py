"""The data sets of a screen as a DuckDB database in memory, with views; queries are untrusted input."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.dataset as ds  # type: ignore[import-untyped]

from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.messages import COMMA, foreign, joined, message
from disclosure_index.screening.questions import VIEWS, saved
from disclosure_index.screening.schema import DATA_SETS, PARTITION

LOCKED = (
    "SET enable_external_access = false",  # no file, no network, no extension
    "SET python_enable_replacements = false",  # no variable of this program is a table
    "SET lock_configuration = true",
)
"""What keeps a query to the data sets; the files of these are read by pyarrow, so not even they have to be allowed."""


class Answer(NamedTuple):
    """The rows of a query, under their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that sees the data sets of a screen and the views over them, and nothing else.

    Raises:
        CouldNotCheckError: there is no screen in the folder.
    """
    with duckdb.connect(":memory:") as connection:
        for name in DATA_SETS:
            connection.register(name, _data_set(folder, name))
        for view in saved(VIEWS):
            connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
        for setting in LOCKED:
            connection.execute(setting)
        yield connection


def _data_set(folder: Path, name: str) -> Any:
    home = folder / name
    if not home.is_dir():
        hint = message('Run "disclosure-index screen … -o {folder}" first', folder=folder)
        raise CouldNotCheckError(message("there is no screen here"), folder, hint)
    partition = pa.schema([(PARTITION, pa.int32())])
    schema = pa.unify_schemas([DATA_SETS[name].arrow_schema(), partition])
    return ds.dataset(home, schema=schema, format="parquet", partitioning=ds.partitioning(partition, flavor="hive"))


def ask(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, str]) -> Answer:
    """Run one query, and return its rows.

    Args:
        connection: see `opened`.
        sql: one SELECT; the views are made in this memory, and nothing else can be.
        parameters: the values of ``$name`` in it.

    Raises:
        ConfigError: it is not one query, lacks a parameter, or cannot be run.
    """
    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise ConfigError(message("only one SELECT can be run"), "query")
        wanted = statements[0].named_parameters
        if lacking := sorted(set(wanted) - set(parameters)):
            problem = message("needs values; name each with --set NAME=VALUE: {names}", names=joined(COMMA, lacking))
            raise ConfigError(problem, "query")
        found = connection.execute(statements[0], {name: parameters[name] for name in wanted})
        columns = tuple(column[0] for column in found.description or ())
        return Answer(columns, found.fetchall())
    except duckdb.Error as error:
        raise ConfigError(foreign(error, message("the query cannot be run")), "query") from error
