"""Runs both sides of bench/clv in turn, each as a process of its own, and prints what they took as Markdown.

Wall time is that of the whole process, from start to end; memory is the most that the process held at once (resident set, as the
kernel counts it). Parts are as each side times them: they leave out starting up. Figures are medians over the rounds.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parent.parent
TARGET = HERE / "target"
SIDES = ("Linkage", "DuckDB + lifetimes")
CUSTOMERS_PER_PART = 50_000
LEAST_PARTS = 4
FIRST_RUN = 2_000
AGAIN = ["--again"]
ALONE = ["--alone"]
PARTS = {
    "lines to histories": ["histories"],
    "fit": ["fit"],
    "score": ["score"],
    "fit and score": ["fit", "score"],
    "fit and score again": ["fit again", "score again"],
    "fit alone": ["fit alone"],
    "score alone": ["score alone"],
    "fit and score alone": ["fit alone", "score alone"],
    "fit and score alone again": ["fit alone again", "score alone again"],
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("customers", type=int, nargs="*", default=[1_000_000, 5_000_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=3, help="runs of each side and size (default: 3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory", default="512m", help="heap of Linkage (default: 512m)")
    parser.add_argument("--compiler", default="thorough", help="LINKAGE_COMPILER: quick or thorough (default: thorough)")
    parser.add_argument("--linkage-only", action="store_true")
    more = parser.add_mutually_exclusive_group()
    more.add_argument("--again", action="store_true", help="fit and score twice in each process; its whole counts both")
    more.add_argument(
        "--alone", action="store_true", help="fit and score histories in memory, twice, without writing; nothing else compares"
    )
    return parser.parse_args()


def company(customers, seed):
    folder = TARGET / f"lines-{customers}-{seed}"
    if not (folder / "made.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "generate.py", str(customers), str(seed), folder], check=True)
    return folder, json.loads((folder / "made.json").read_text())


def measured(command, log, **environment):
    """Runs a process to its end: seconds, those that cores were busy, most memory in MiB, the JSON that it printed last."""
    began = time.perf_counter()
    with open(log, "w+") as words:
        process = subprocess.Popen(command, stdout=words, stderr=subprocess.STDOUT, env=os.environ | environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        lines = words.read().splitlines()
    if process.returncode != 0:
        sys.exit(f"A side of the benchmark failed with exit code {process.returncode}; see {log}:\n" + "\n".join(lines[-20:]))
    return {
        "seconds": seconds,
        "busy": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
        "told": json.loads(lines[-1]),
    }


def linkage(folder, facts, given):
    out = TARGET / "made-by-linkage"
    shutil.rmtree(out, ignore_errors=True)
    parts = max(LEAST_PARTS, -(-facts["customers"] // CUSTOMERS_PER_PART))
    command = [HOME / "linkage", "bench-clv", "--conf", HERE, "--warehouse", out, "--in", folder, "--date", facts["end"]]
    command += turns(given)
    options = f"-Dspark.sql.shuffle.partitions={parts}"
    return measured(
        command,
        TARGET / "linkage.log",
        LINKAGE_COMPILER=given.compiler,
        LINKAGE_MEMORY=given.memory,
        LINKAGE_JAVA_OPTIONS=options,
    )


def peer(folder, given):
    out = TARGET / "made-by-peer"
    shutil.rmtree(out, ignore_errors=True)
    return measured([sys.executable, HERE / "peer.py", folder, out] + turns(given), TARGET / "peer.log")


def turns(given):
    return AGAIN * given.again + ALONE * given.alone


def median(runs, part=None):
    return statistics.median(run["told"]["seconds"][part] if part else run["seconds"] for run in runs)


def ratio(own, other):
    return f"{own / other:.2f}" if other else ""


def report(facts, runs):
    """Rows of a Markdown table: seconds and MiB of each side, and Linkage over the peer."""
    own, other = (runs[side] for side in SIDES)
    figures = {"whole process, s": tuple(median(side) if side else None for side in (own, other))}
    for name, parts in PARTS.items():
        if not set(parts) <= set(own[0]["told"]["seconds"]):
            continue
        figures[f"{name}, s"] = tuple(sum(median(side, part) for part in parts) if side else None for side in (own, other))
    for name, figure in {"cores busy, s": "busy", "most memory, MiB": "memory"}.items():
        figures[name] = tuple(statistics.median(run[figure] for run in side) if side else None for side in (own, other))
    print(f"\n{facts['customers']:,} customers, {facts['lines']:,} lines\n")
    print(f"| | {SIDES[0]} | {SIDES[1]} | ratio |\n|---|---|---|---|")
    for name, (mine, theirs) in figures.items():
        digits = 0 if "MiB" in name else 1
        shown = f"{theirs:.{digits}f}" if theirs else ""
        print(f"| {name} | {mine:.{digits}f} | {shown} | {ratio(mine, theirs)} |")
    for side in SIDES:
        if runs[side]:
            told = runs[side][-1]["told"]
            parameters = ", ".join(f"{name.split()[-1]} {value:.4g}" for name, value in told["parameters"].items())
            print(f"\n{side}: {told['customers']:,} scores worth {float(told['value']):,.0f}; {parameters}")
    sys.stdout.flush()


def main():
    given = arguments()
    TARGET.mkdir(exist_ok=True)
    # Outside of what is measured: builds the jar where it is older than its sources, and leaves the archive of classes that any
    # first night leaves.
    linkage(*company(FIRST_RUN, given.seed), given)
    for customers in given.customers:
        folder, facts = company(customers, given.seed)
        runs = {side: [] for side in SIDES}
        for _ in range(given.rounds):
            runs[SIDES[0]].append(linkage(folder, facts, given))
            if not given.linkage_only:
                runs[SIDES[1]].append(peer(folder, given))
        report(facts, runs)


if __name__ == "__main__":
    main()
