"""The questions of docs/questions.md: one query each, and below it what a release answers. Run by answer.sh, to write the answers."""

import os
import re
from pathlib import Path

import duckdb

PAGE = Path(__file__).resolve().parent.parent / "docs" / "questions.md"
QUESTION = re.compile(r"^## (?P<words>.+?)$(?P<about>(?:(?!^## ).)+?)^```sql\n(?P<sql>.+?)^```\n(?P<answer>\n(?:\|[^\n]*\n)+)?", re.M | re.S)


def of(page):
    """Each question as words, what stands above its query, the query, and the answer."""
    return [match.groupdict() for match in QUESTION.finditer(page)]


def answered(page, connection):
    """The page with the answers of today."""
    return QUESTION.sub(lambda question: with_answer(question, connection), page)


def with_answer(question, connection):
    before = question.group().removesuffix(question["answer"] or "")
    rows = connection.execute(question["sql"])
    return f"{before}\n{table([column[0] for column in rows.description], rows.fetchall())}\n"


def columns(answer):
    """Names of the columns of a table as written by table()."""
    return [name.strip() for name in answer.strip().splitlines()[0].strip("|").split("|")]


def table(names, rows):
    """A table in Markdown; a column of numbers stands to the right, and has as many decimals in each row."""
    values = [[row[at] for row in rows] for at in range(len(names))]
    numbers = [all(not isinstance(value, str) for value in column) for column in values]
    cells = [[name, *texts(column)] for name, column in zip(names, values)]
    widths = [max(3, *map(len, column)) for column in cells]
    rule = ["-" * (width - 1) + ":" if number else "-" * width for width, number in zip(widths, numbers)]
    lines = list(zip(*cells))
    return "\n".join(
        "| " + " | ".join(cell.rjust(width) if number else cell.ljust(width) for cell, width, number in zip(line, widths, numbers)) + " |"
        for line in [lines[0], rule, *lines[1:]]
    )


def texts(column):
    """Values as people read them: nothing where unknown; decimals as the value with most of them has."""
    most = max((len(repr(value).partition(".")[2].rstrip("0")) for value in column if isinstance(value, float)), default=0)
    # 0.0 is added for -0.0, which is 0.
    return ["" if value is None else f"{value + 0.0:.{most}f}" if isinstance(value, float) else str(value) for value in column]


if __name__ == "__main__":
    with duckdb.connect() as release:
        release.execute((Path(os.environ["LINKAGE_WAREHOUSE"]) / "curated" / "duckdb.sql").read_text())
        PAGE.write_text(answered(PAGE.read_text(), release))
