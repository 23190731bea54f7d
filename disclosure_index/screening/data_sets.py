"""Results -> Parquet files, one data set each, partitioned by year. The same results give the same bytes."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from disclosure_index.screening.schema import DATA_SETS, PARTITION, DataSet

ROWS = 50_000
"""Rows of a row group: enough to be compressed well, and few enough to be held for each year of each data set."""

NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, and all that reads its partitions, calls the one of null."""

FILE = "part-0.parquet"


def write_data_sets(results: Iterable[tuple[str, Mapping[str, list[dict[str, Any]]]]], folder: Path) -> None:
    """Write the data sets of a screen.

    They are made beside their places, and moved there when all of them are complete.

    Args:
        results: the rows of each report by data set, in the order that they are to have.
        folder: that the data sets are folders of.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix=".disclosure-index-") as made:
        _write(results, Path(made))
        for name in DATA_SETS:
            if (folder / name).exists():
                (folder / name).rename(Path(made) / f"{name}-before")
            (Path(made) / name).rename(folder / name)


def _write(results: Iterable[tuple[str, Mapping[str, list[dict[str, Any]]]]], folder: Path) -> None:
    held: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    writers: dict[tuple[str, str], pq.ParquetWriter] = {}
    schemas = {name: one.arrow_schema() for name, one in DATA_SETS.items()}

    def flush(key: tuple[str, str]) -> None:
        name, year = key
        if key not in writers:
            home = folder / name / f"{PARTITION}={year}"
            home.mkdir(parents=True)
            writers[key] = pq.ParquetWriter(home / FILE, schemas[name], compression="zstd")
        writers[key].write_table(pa.Table.from_pylist(held.pop(key), schema=schemas[name]), row_group_size=ROWS)

    try:
        _write_empty(folder, schemas, writers)
        for report, rows in results:
            for name, data_set in DATA_SETS.items():
                for row in rows.get(name, ()):
                    key = name, str(row.get(PARTITION) or NO_YEAR)
                    held[key].append(_in_types(row, data_set, report))
                    if len(held[key]) == ROWS:
                        flush(key)
        for key in list(held):
            flush(key)
    finally:
        for writer in writers.values():
            writer.close()


def _write_empty(
    folder: Path, schemas: Mapping[str, pa.Schema], writers: dict[tuple[str, str], pq.ParquetWriter]
) -> None:
    """Begin each data set with a file without rows, so that an empty data set has its columns, too."""
    for name, schema in schemas.items():
        home = folder / name / f"{PARTITION}={NO_YEAR}"
        home.mkdir(parents=True)
        writers[name, NO_YEAR] = pq.ParquetWriter(home / FILE, schema, compression="zstd")


def _in_types(row: Mapping[str, Any], data_set: DataSet, report: str) -> dict[str, Any]:
    """Return a row in the types of its data set; an empty text is null."""
    made: dict[str, Any] = {}
    for column in data_set.columns:
        value = report if column.name == "report" else row.get(column.name)
        if column.type == "day" and value:
            value = date.fromisoformat(value)
        elif column.name == "more":
            value = json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None
        elif column.type == "number" and value is not None:
            value = float(value)
        elif column.type == "text":
            value = value or None
        made[column.name] = value
    return made
