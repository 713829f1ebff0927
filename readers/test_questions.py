"""Every mart has its question in docs/questions.md, and each query is answered by DuckDB and by Spark alike."""

import re

import duckdb
import pytest
from pyspark.sql import SparkSession

import questions

ALL = questions.of(questions.PAGE.read_text())


@pytest.fixture(scope="module")
def duck(warehouse):
    with duckdb.connect() as connection:
        connection.execute((warehouse / "curated" / "duckdb.sql").read_text())
        yield connection


@pytest.fixture(scope="module")
def spark(release, manifest):
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    session.conf.set("spark.sql.session.timeZone", "UTC")
    session.conf.set("spark.sql.shuffle.partitions", "1")
    for table in manifest["tables"]:
        session.read.parquet(str(release / table["table"])).createOrReplaceTempView(table["table"])
    yield session
    session.stop()


def test_each_mart_has_a_question(manifest):
    asked = {name for question in ALL for name in re.findall(r"\bfrom (mart_\w+)", question["sql"])}
    marts = {table["table"] for table in manifest["tables"] if table["table"].startswith("mart_")}
    assert asked == marts, "Add a question, its mart and a query to docs/questions.md, then run readers/answer.sh."


@pytest.mark.parametrize("question", ALL, ids=lambda question: question["words"])
def test_answer(question, duck, spark):
    answer = duck.execute(question["sql"])
    names = [column[0] for column in answer.description]
    rows = answer.fetchall()
    assert rows, "no rows came back"
    shown = questions.columns(question["answer"]) if question["answer"] else None
    assert shown == names, "The answer in docs/questions.md is of another query: run readers/answer.sh."

    same = spark.sql(question["sql"])
    assert same.columns == names
    assert [known(row) for row in same.collect()] == [known(row) for row in rows]


def known(row):
    """Values that both engines hand over alike: amounts as text, other numbers as far as the last digits go."""
    return [round(value, 6) if isinstance(value, float) else str(value) for value in row]


def test_an_answer_is_replaced_and_nothing_else():
    with duckdb.connect() as connection:
        page = "# Page\n\n## How many?\n\nSo many.\n\n```sql\nselect 2.0::double as n, null as gap, 'a' as word\n```\n{}\n## Next\n\nNo query.\n"
        old = "\n| n   |\n| --- |\n| 1   |\n"
        new = "\n|   n | gap | word |\n| --: | --: | ---- |\n|   2 |     | a    |\n"
        assert questions.answered(page.format(old), connection) == page.format(new)
        assert questions.answered(page.format(""), connection) == page.format(new)
        assert questions.answered(page.format(new), connection) == page.format(new)
