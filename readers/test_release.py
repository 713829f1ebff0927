"""Every tool finds the rows of the manifest, and the types and comments of the dictionary."""

import hashlib
import json

import deltalake
import duckdb
import pandas
import polars
import pyarrow.parquet
import pytest

SPARK, DUCKDB, POLARS, PANDAS = range(4)
TYPES = [
    ("bigint", "BIGINT", "Int64", "int64[pyarrow]"),
    ("boolean", "BOOLEAN", "Boolean", "bool[pyarrow]"),
    ("date", "DATE", "Date", "date32[day][pyarrow]"),
    ("decimal(18,2)", "DECIMAL(18,2)", "Decimal(precision=18, scale=2)", "decimal128(18, 2)[pyarrow]"),
    ("double", "DOUBLE", "Float64", "double[pyarrow]"),
    ("int", "INTEGER", "Int32", "int32[pyarrow]"),
    ("string", "VARCHAR", "String", "string[pyarrow]"),
    ("timestamp", "TIMESTAMP WITH TIME ZONE", "Datetime(time_unit='us', time_zone='UTC')", "timestamp[us, tz=UTC][pyarrow]"),
]
DELTA = {"bigint": "long", "int": "integer"}
MOST = 2**53  # whole numbers that every tool shows exactly


@pytest.fixture(scope="session")
def dictionary(release):
    """Columns of each table in order: name, type, comment; from the table that any reader can ask."""
    tables = {}
    rows = polars.read_parquet(release / "ops_dictionary" / "*.parquet").sort("table_name", "column_number")
    for row in rows.iter_rows(named=True):
        unit = row["unit_of_measure"]
        comment = row["column_meaning"] + (f" [{unit}]" if unit else "")
        tables.setdefault(row["table_name"], []).append((row["column_name"], row["type_code"], comment))
    return tables


@pytest.fixture(scope="session")
def views(warehouse):
    connection = duckdb.connect()
    connection.execute((warehouse / "curated" / "duckdb.sql").read_text())
    return connection


def typed(columns, tool):
    """What a tool should call the types of the dictionary."""
    names = {row[SPARK]: row[tool] for row in TYPES}
    return [(name, names[spark]) for name, spark, _ in columns]


def test_release_holds_the_published_tables(manifest, release):
    named = {table["table"] for table in manifest["tables"]}
    assert len(named) >= 10
    # pages on models lie beside the tables
    assert named == {entry.name for entry in release.iterdir() if entry.is_dir()} - {"model-cards"}


def test_files_are_those_of_the_manifest(manifest, release):
    for table in manifest["tables"]:
        for file in table["files"]:
            content = (release / table["table"] / file["path"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == file["sha256"], (table["table"], file["path"])


def test_duckdb(manifest, dictionary, views):
    for table in manifest["tables"]:
        name = table["table"]
        assert views.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == table["rows"], name
        columns = views.execute(
            "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [name]
        ).fetchall()
        assert [(column, kind) for column, kind, _ in columns] == typed(dictionary[name], DUCKDB)
        assert [comment for _, _, comment in columns] == [comment for _, _, comment in dictionary[name]]
        comment = views.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [name]).fetchone()[0]
        assert comment == f"{table['meaning']} Grain: {table['grain']}."


def test_polars(manifest, dictionary, release):
    for table in manifest["tables"]:
        frame = polars.read_parquet(release / table["table"] / "*.parquet")
        assert frame.height == table["rows"], table["table"]
        assert [(name, str(kind)) for name, kind in frame.schema.items()] == typed(dictionary[table["table"]], POLARS)


def test_pandas(manifest, dictionary, release):
    for table in manifest["tables"]:
        frame = pandas.read_parquet(release / table["table"], dtype_backend="pyarrow")
        assert len(frame) == table["rows"], table["table"]
        assert [(name, str(kind)) for name, kind in frame.dtypes.items()] == typed(dictionary[table["table"]], PANDAS)


def test_comments_in_the_parquet_files(manifest, dictionary, release):
    for table in manifest["tables"]:
        for file in table["files"]:
            footer = pyarrow.parquet.read_schema(release / table["table"] / file["path"]).metadata
            columns = json.loads(footer[b"org.apache.spark.sql.parquet.row.metadata"])["fields"]
            found = [(column["name"], column["metadata"]["comment"]) for column in columns]
            assert found == [(name, comment) for name, _, comment in dictionary[table["table"]]]


def test_deltalake(manifest, dictionary, warehouse):
    for table in manifest["tables"]:
        zone = table["table"].split("_")[0]
        delta = deltalake.DeltaTable(warehouse / zone / table["table"], version=table["delta_version"])
        assert delta.protocol().min_reader_version == 1, table["table"]
        assert polars.scan_delta(delta).select(polars.len()).collect().item() == table["rows"], table["table"]
        found = [(field.name, field.type.type, field.metadata["comment"]) for field in delta.schema().fields]
        promised = [(name, DELTA.get(kind, kind), comment) for name, kind, comment in dictionary[table["table"]]]
        assert found == promised


def test_whole_numbers_that_every_tool_shows_exactly(manifest, views):
    for table in manifest["tables"]:
        for column in table["columns"]:
            if column["type"] == "bigint":
                most = views.execute(f"SELECT max(abs({column['name']})) FROM {table['table']}").fetchone()[0]
                assert most is None or most < MOST, (table["table"], column["name"])


def test_dates_that_every_tool_knows(manifest):
    for table in manifest["tables"]:
        for column, days in table["dates"].items():
            assert "1900-01-01" <= days["first"] <= days["last"] <= "9999-12-31", (table["table"], column)
