"""scikit-learn's logistic regression and histogram boosting on the folds of a night of the example telco, beside Linkage's models.

Rows, features and outcomes are those of the warehouse; a customer's fold follows from the same digest as in the night."""

import struct
import sys

import numpy as np
import pandas as pd
import xxhash
from deltalake import DeltaTable
from scipy.integrate import trapezoid
from scipy.stats import beta
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDS = 10
WORTH, OFFER, CONTACT = 200, 10, 1
METRICS = ["auc", "brier", "ece", "lift", "empc"]


def fold(key):
    """Spark's xxhash64('churn', key), modulo the folds."""
    seed = xxhash.xxh64_intdigest(b"churn", seed=42)
    digest = xxhash.xxh64_intdigest(struct.pack("<q", key), seed=seed)
    return (digest - (1 << 64) if digest >= 1 << 63 else digest) % FOLDS


def table(warehouse, name):
    return DeltaTable(f"{warehouse}/{name}").to_pandas()


def examples(warehouse):
    rows = table(warehouse, "score/feature_churn").set_index("customer_key").sort_index()
    own = table(warehouse, "core/fct_customer_attribute")
    own = own.pivot(index="customer_key", columns="attribute_code", values="attribute_text")
    own["TotalCharges"] = pd.to_numeric(own["TotalCharges"])
    own["TotalCharges"] = own["TotalCharges"].fillna(own["TotalCharges"].mean())
    own["monthly"] = rows["contract_monthly_amount"].astype(float)
    own["tenure"] = rows["contract_tenure_months"].astype(float)
    words = [name for name in own.columns if name not in ("TotalCharges", "monthly", "tenure")]
    features = pd.get_dummies(own, columns=words).astype(float)
    return features, rows["has_churned"].astype(int)


def ece(chance, left):
    bins = np.minimum(9, (chance * 10).astype(int))
    return sum(abs((chance - left)[bins == b].sum()) for b in range(10)) / len(left)


def lift(chance, left):
    top = np.argsort(-chance, kind="stable")[: round(len(left) / 10)]
    return left[top].mean() / left.mean()


def empc(chance, left):
    """By brute force: the best cut at each share kept, weighted by Beta(6, 14). Chances that tie are contacted together."""
    order = np.argsort(-chance, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(chance[order])), len(left) - 1)
    events = np.cumsum(left[order])[ends]
    others = np.cumsum(1 - left[order])[ends]
    kept = np.linspace(0, 1, 2001)
    profit = kept[:, None] * events * (WORTH - OFFER) - CONTACT * events - (OFFER + CONTACT) * others
    return trapezoid(np.maximum(0, profit.max(axis=1)) * beta.pdf(kept, 6, 14), kept) / len(left)


def judged(model, features, left, folds):
    chance = np.zeros(len(left))
    for part in range(FOLDS):
        model.fit(features[folds != part], left[folds != part])
        chance[folds == part] = model.predict_proba(features[folds == part])[:, 1]
    return [roc_auc_score(left, chance), brier_score_loss(left, chance), ece(chance, left), lift(chance, left), empc(chance, left)]


def main(warehouse):
    features, outcome = examples(warehouse)
    folds = np.array([fold(int(key)) for key in features.index])
    x, left = features.to_numpy(), outcome.loc[features.index].to_numpy()
    quality = table(warehouse, "mart/mart_model_quality")
    quality = quality[quality["subject_code"].str.startswith("churn-")]
    own = quality.pivot(index="model_code", columns="metric_code", values="metric_estimate")[METRICS]
    peers = {
        "scikit-learn logistic": make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
        "scikit-learn histogram boosting": HistGradientBoostingClassifier(max_depth=3, learning_rate=0.1, random_state=1),
    }
    print(f"{'model':34}" + "".join(f"{name:>9}" for name in METRICS))
    for name, row in own.iterrows():
        print(f"{'Linkage ' + name:34}" + "".join(f"{value:9.4f}" for value in row))
    for name, model in peers.items():
        print(f"{name:34}" + "".join(f"{value:9.4f}" for value in judged(model, x, left, folds)))


if __name__ == "__main__":
    main(sys.argv[1])
