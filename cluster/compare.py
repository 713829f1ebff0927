"""Compares two warehouses row for row: every table and the rows as received; all but ops_run, which tells of the runs themselves."""

import os
import sys
from collections import Counter
from pathlib import Path

from deltalake import DeltaTable

RUNS = "ops/ops_run"
SHOWN = 3


def main(first: Path, second: Path) -> int:
    """Prints what was compared, and how each table that differs does; 1 where one differs."""
    tables, others = names(first), names(second)
    faults = [f"{name} is in one warehouse only" for name in sorted(tables ^ others)]
    rows = 0
    for name in sorted(tables & others - {RUNS}):
        one, other = contents(first / name), contents(second / name)
        rows += one.total()
        faults.extend(differences(name, one, other))
    print("\n".join(faults) or "No row differs.")
    print(f"{len(tables & others - {RUNS})} tables and {rows:,} rows compared.")
    return 1 if faults or not rows else 0


def names(warehouse: Path) -> set[str]:
    """The Delta tables of a warehouse, as paths below it."""
    return {str(log.parent.relative_to(warehouse)) for log in warehouse.rglob("_delta_log")}


def contents(table: Path) -> Counter[str]:
    """The rows as text, each with how often it occurs: the schema leads, and floating numbers keep all their digits."""
    arrow = DeltaTable(table).to_pyarrow_table()
    columns = [column.to_pylist() for column in arrow.columns]
    return Counter([repr(arrow.schema.names), *map(repr, zip(*columns, strict=True))])


def differences(name: str, one: Counter[str], other: Counter[str]) -> list[str]:
    """What one side has and the other has not; made rows only, so they may be shown."""
    lost, gained = one - other, other - one
    if not lost and not gained:
        return []
    shown = [f"  - {row}" for row in sorted(lost)[:SHOWN]] + [f"  + {row}" for row in sorted(gained)[:SHOWN]]
    return [f"{name}: {lost.total():,} rows of {one.total() - 1:,} differ:", *shown]


if __name__ == "__main__":
    code = main(Path(sys.argv[1]), Path(sys.argv[2]))
    # Arrow's threads have been seen to abort the interpreter's own end, after all was compared.
    sys.stdout.flush()
    os._exit(code)
