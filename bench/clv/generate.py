"""Makes order lines whose purchases follow BG/NBD and whose spend follows Gamma-Gamma, ten lines per customer.

A customer buys on average every few weeks from an own first day on, within two years, and may drop out after any purchase. The
ten lines are spread over the purchase days, one or more on each; who bought on more than ten days has as many lines. Lines lie in
eight files by quarter, as a shop would deliver them: the lines of a customer are not side by side. The same seed gives the same
bytes.
"""

import datetime
import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

DAYS = 730
END = datetime.date(2026, 6, 30)
LINES = 10
CHUNK = 100_000
QUARTERS = 8
MOST_PURCHASES = 200
TRUTH = {"r": 1.1, "alpha_weeks": 12.0, "a": 0.8, "b": 3.2, "p": 6.0, "q": 4.0, "gamma": 90.0, "margin_share": 0.4}

MONEY = pa.decimal128(18, 2)
LINE = pa.schema(
    [
        ("customer_key", pa.int64()),
        ("order_date", pa.date32()),
        ("line_type_code", pa.string()),
        ("net_revenue_amount", MONEY),
        ("cost_amount", MONEY),
    ]
)
CUSTOMER = pa.schema([("customer_key", pa.int64()), ("is_current", pa.bool_())])


def purchase_days(random, customers):
    """Customer and day of each purchase, by customer and day; two purchases of one day are one."""
    rate = random.gamma(TRUTH["r"], 1 / (7 * TRUTH["alpha_weeks"]), customers)
    leaves = random.beta(TRUTH["a"], TRUTH["b"], customers)
    at = random.uniform(0, DAYS, customers)
    who = np.arange(customers)
    found = []
    for purchase in range(MOST_PURCHASES):
        found.append(np.stack([who, at[who].astype(np.int64)]))
        if purchase > 0:
            who = who[random.random(who.size) >= leaves[who]]
        at[who] += random.exponential(1, who.size) / rate[who]
        who = who[at[who] < DAYS]
        if who.size == 0:
            break
    who, day = np.concatenate(found, axis=1)
    return np.divmod(np.unique(who * DAYS + day), DAYS)


def lines_of(random, first_key, customers):
    """Key, day and cents of each line."""
    who, day = purchase_days(random, customers)
    days = np.bincount(who, minlength=customers)
    begins = np.concatenate([[0], np.cumsum(days)[:-1]])
    further = np.repeat(np.arange(customers), np.maximum(LINES - days, 0))
    place = begins[further] + (random.random(further.size) * days[further]).astype(np.int64)
    lines = 1 + np.bincount(place, minlength=who.size)
    scale = random.gamma(TRUTH["q"], 1 / TRUTH["gamma"], customers)
    # Shares of a gamma variable are gamma variables: the spend of a day has shape p however many lines it has.
    shares = random.gamma(np.repeat(TRUTH["p"] / lines, lines)) / np.repeat(scale[who], lines)
    cents = np.maximum(1, np.rint(100 * shares)).astype(np.int64)
    return np.repeat(first_key + who, lines), np.repeat(day, lines), cents


def money(cents):
    """Cents as decimals of two places."""
    words = np.stack([cents, cents >> 63], axis=1)
    return pa.Array.from_buffers(MONEY, cents.size, [None, pa.py_buffer(np.ascontiguousarray(words))])


def table(key, day, cents):
    first = (END - datetime.date(1970, 1, 1)).days - DAYS + 1
    kind = pa.DictionaryArray.from_arrays(pa.array(np.zeros(key.size, np.int32)), ["sale"]).cast(pa.string())
    columns = [
        pa.array(key),
        pa.array((first + day).astype(np.int32)).cast(pa.date32()),
        kind,
        money(cents),
        money(np.rint(cents * (1 - TRUTH["margin_share"])).astype(np.int64)),
    ]
    return pa.Table.from_arrays(columns, schema=LINE)


def generate(customers, seed, out):
    (out / "fct_order_line").mkdir(parents=True)
    (out / "dim_customer").mkdir()
    with pq.ParquetWriter(out / "dim_customer" / "part-0.parquet", CUSTOMER) as writer:
        keys = pa.array(np.arange(1, customers + 1))
        writer.write_table(pa.Table.from_arrays([keys, pa.array(np.ones(customers, bool))], schema=CUSTOMER))
    files = [
        pq.ParquetWriter(out / "fct_order_line" / f"part-{quarter}.parquet", LINE, store_decimal_as_integer=True)
        for quarter in range(QUARTERS)
    ]
    lines = 0
    for begin in range(0, customers, CHUNK):
        random = np.random.default_rng([seed, begin])
        key, day, cents = lines_of(random, begin + 1, min(CHUNK, customers - begin))
        quarter = day * QUARTERS // DAYS
        for number, file in enumerate(files):
            of = np.flatnonzero(quarter == number)
            of = of[np.argsort(day[of], kind="stable")]
            file.write_table(table(key[of], day[of], cents[of]))
        lines += key.size
    for file in files:
        file.close()
    return lines


if __name__ == "__main__":
    customers, seed, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    lines = generate(customers, seed, folder)
    # Written last: a folder with it is whole.
    facts = {"customers": customers, "lines": lines, "seed": seed, "end": END.isoformat(), "truth": TRUTH}
    (folder / "made.json").write_text(json.dumps(facts))
