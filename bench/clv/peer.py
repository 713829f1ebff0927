"""The peer's side of bench/clv: DuckDB makes histories of order lines, lifetimes fits and scores, DuckDB writes Parquet.

The same definitions as Linkage's: purchase days by customer, the first one neither in frequency nor in spend; weeks; BG/NBD and
Gamma-Gamma; 12 months, 10 % a year. Prints one line of JSON.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import duckdb
import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter

HISTORIES = """
WITH days AS (
    SELECT customer_key, order_date, sum(net_revenue_amount) AS spend, sum(cost_amount) AS cost
    FROM read_parquet('{lines}/*.parquet')
    WHERE line_type_code = 'sale'
    GROUP BY ALL
)
SELECT
    customer_key,
    count(*) - 1 AS frequency,
    (max(order_date) - min(order_date)) / 7.0 AS recency,
    (DATE '{end}' - min(order_date)) / 7.0 AS age,
    CASE WHEN count(*) > 1 THEN (sum(spend) - arg_min(spend, order_date)) / (count(*) - 1) ELSE 0 END::DOUBLE AS mean_spend,
    sum(spend)::DOUBLE AS revenue,
    sum(cost)::DOUBLE AS cost
FROM days
GROUP BY customer_key
"""
MONTHS = 12
YEARLY_RATE = 0.10
ALONE = " alone"
TURNS = {(): ("",), ("--again",): ("", " again"), ("--alone",): (ALONE, f"{ALONE} again")}
WEEKS = MONTHS * 365.25 / 7 / 12


class Watch:
    def __init__(self):
        self.seconds = {}
        self.began = time.perf_counter()

    def lap(self, part):
        now = time.perf_counter()
        self.seconds[part] = now - self.began
        self.began = now


def fitted(customers):
    model = BetaGeoFitter()
    model.fit(customers["frequency"], customers["recency"], customers["age"])
    again = customers[(customers["frequency"] > 0) & (customers["mean_spend"] > 0)]
    spend = GammaGammaFitter()
    spend.fit(again["frequency"], again["mean_spend"])
    return model, spend


def scored(customers, model, spend):
    history = customers["frequency"], customers["recency"], customers["age"]
    margin = 1 - customers["cost"].sum() / customers["revenue"].sum()
    value = spend.customer_lifetime_value(
        model, *history, customers["mean_spend"], time=MONTHS, discount_rate=(1 + YEARLY_RATE) ** (1 / 12) - 1, freq="W"
    )
    return pd.DataFrame(
        {
            "customer_key": customers["customer_key"],
            "alive_probability": model.conditional_probability_alive(*history),
            "expected_purchases": model.conditional_expected_number_of_purchases_up_to_time(WEEKS, *history),
            "expected_spend_amount": spend.conditional_expected_average_profit(
                customers["frequency"], customers["mean_spend"]
            ),
            "clv_amount": margin * value,
        }
    )


def main(folder, out, turns):
    warnings.simplefilter("ignore")
    end = json.loads((folder / "made.json").read_text())["end"]
    out.mkdir(parents=True)
    watch = Watch()
    database = duckdb.connect()
    database.execute("SET threads = 2")
    customers = database.execute(HISTORIES.format(lines=folder / "fct_order_line", end=end)).df()
    watch.lap("histories")
    for turn in turns:
        model, spend = fitted(customers)
        watch.lap(f"fit{turn}")
        scores = scored(customers, model, spend)
        if ALONE not in turn:
            database.register("scores", scores)
            database.execute(f"COPY scores TO '{out}/score_clv{turn.replace(' ', '_')}.parquet' (FORMAT parquet)")
        watch.lap(f"score{turn}")
    parameters = {f"bg-nbd {name}": float(value) for name, value in model.params_.items()}
    parameters |= {f"gamma-gamma {name}": float(value) for name, value in spend.params_.items()}
    facts = {"seconds": watch.seconds, "parameters": parameters}
    print(json.dumps(facts | {"customers": len(scores), "value": float(scores["clv_amount"].sum())}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), TURNS[tuple(sys.argv[3:])])
