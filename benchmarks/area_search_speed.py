"""How much faster the compiled engine is than SimPy, metrics included, on one core, in one run.

    python benchmarks/area_search_speed.py [scenario]

The bar of the design is 50 times on the operation of two agencies.
"""

import sys
from statistics import median
from time import perf_counter

from trainkit.experiments.engine import simulate
from trainkit.scenarios import load

N, ROUNDS = 1000, 7


def seconds(scenario, engine, n):
    """Return the time of simulating and reading all metrics; the logbooks are let go."""
    began = perf_counter()
    books = simulate(scenario, scenario.seed, 0, n, engine)
    for metric in scenario.model.metrics:
        metric.read(books)
    return perf_counter() - began


def differing(scenario, n):
    plain, fast = (simulate(scenario, scenario.seed, 0, n, one) for one in ("simpy", "compiled"))
    return sum(plain[k].records() != fast[k].records() for k in range(n)), len(fast.entries)


def main():
    scenario = load(sys.argv[1] if len(sys.argv) > 1 else "trainkit/two-agency-search")
    first = seconds(scenario, "compiled", 1)
    rounds = [
        (seconds(scenario, "simpy", N // 5) * 5 / N, seconds(scenario, "compiled", N) / N)
        for _ in range(ROUNDS)
    ]
    slow, fast = (median(times) for times in zip(*rounds, strict=True))
    unlike, entries = differing(scenario, N // 5)
    per_run = entries * 5 / N
    print(f"{scenario.name}: {per_run:.0f} entries a replication")
    print(f"first call of the compiled engine (compiling or loading): {first:.1f} s")
    print(f"SimPy    {slow * 1e6:8.0f} us a replication")
    print(f"compiled {fast * 1e6:8.1f} us a replication, {per_run / fast / 1e6:.1f} M entries/s")
    print(f"ratio    {slow / fast:8.1f} (bar: 50)")
    print(f"differing logbooks: {unlike} of {N // 5}")


if __name__ == "__main__":
    main()
