"""Makes purchase_models.csv: the purchase models over hostile parameters in many digits, by the textbook forms (differences of
hypergeometric functions, Tricomi's function), which need these digits to survive their cancellation.

    python -m pip install mpmath==1.3.0 && python purchase_models.py
"""

import csv
import pathlib
import random

from mpmath import beta, exp, hyp2f1, hyperu, log, loggamma, mp, mpf, nstr

mp.dps = 120
HISTORIES = [(0, 0, 30), (0, 0, 0), (1, 30, 30), (2, 11, 39), (7, 3, 104), (40, 38.5, 39), (150, 60, 61), (400, 99, 520)]


def alive_and_gone(model, p, x, t_x, age):
    """Likelihood of the history with the customer alive at its end, and dropped out before."""
    r, alpha = p[0], p[1]
    rate = lambda t: exp(loggamma(r + x) - loggamma(r)) * alpha**r / (alpha + t) ** (r + x)
    if model == "nbd":
        return rate(age), mpf(0)
    if model == "bg-nbd":
        a, b = p[2], p[3]
        gone = beta(a + 1, b + x - 1) / beta(a, b) * rate(t_x) if x else mpf(0)
        return beta(a, b + x) / beta(a, b) * rate(age), gone
    if model == "mbg-nbd":
        a, b = p[2], p[3]
        return beta(a, b + x + 1) / beta(a, b) * rate(age), beta(a + 1, b + x) / beta(a, b) * rate(t_x)
    s, be = p[2], p[3]
    most = max(alpha, be)
    second = s + 1 if alpha >= be else r + x
    part = lambda t: hyp2f1(r + s + x, second, r + s + x + 1, abs(alpha - be) / (most + t)) / (most + t) ** (r + s + x)
    scale = exp(loggamma(r + x) - loggamma(r)) * alpha**r * be**s
    return rate(age) * (be / (be + age)) ** s, scale * s / (r + s + x) * (part(t_x) - part(age))


def if_alive(model, p, x, age, weeks):
    k, exposure = p[0] + x, p[1] + age
    if model == "nbd":
        return k * weeks / exposure
    if model == "pareto-nbd":
        s, scale = p[2], p[3] + age
        return k * scale / exposure * (1 - (scale / (scale + weeks)) ** (s - 1)) / (s - 1)
    a, b = p[2], p[3] + x + (model == "mbg-nbd")
    z = weeks / (exposure + weeks)
    return (a + b - 1) / (a - 1) * (1 - (1 - z) ** k * hyp2f1(k, b, a + b - 1, z))


def lifetime(model, p, x, age, force):
    k, exposure = p[0] + x, p[1] + age
    if model == "nbd":
        return k / exposure / force
    if model == "pareto-nbd":
        s, scale = p[2], p[3] + age
        z = force * scale
        return k * scale / exposure * z ** (s - 1) * hyperu(s, s, z)
    mp.dps = 40
    step, total = mpf("0.2"), mpf(0)
    for i in range(-130, 28):
        time = exp(i * step)
        total += time * exp(-time) * if_alive(model, p, x, age, time / force)
    mp.dps = 120
    return total * step


def main():
    draw = random.Random(17)
    path = pathlib.Path(__file__).with_suffix(".csv")
    with path.open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow("model p1 p2 p3 p4 frequency recency age weeks force log_likelihood alive purchases lifetime".split())
        for model in ("nbd", "bg-nbd", "mbg-nbd", "pareto-nbd"):
            for x, t_x, age in HISTORIES:
                for spread in (1, 3, 5):
                    p = [float("%.6g" % exp(draw.uniform(-spread, spread))) for _ in range(4)]
                    weeks, force = float("%.4g" % exp(draw.uniform(-2, 6))), float("%.4g" % exp(draw.uniform(-9, -3)))
                    exact = [mpf(v) for v in p]
                    alive, gone = alive_and_gone(model, exact, x, mpf(t_x), mpf(age))
                    values = [
                        log(alive + gone),
                        alive / (alive + gone),
                        if_alive(model, exact, x, mpf(age), mpf(weeks)),
                        lifetime(model, exact, x, mpf(age), mpf(force)),
                    ]
                    out.writerow([model, *p, x, t_x, age, weeks, force, *(nstr(v, 18) for v in values)])


if __name__ == "__main__":
    main()
