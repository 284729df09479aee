"""How much faster the compiled engine is than SimPy, metrics included, on one core, in one run.

    python benchmarks/area_search_speed.py [scenario]

The bar of the design is 50 times on the operation of two agencies.
"""

import sys
from statistics import median
from time import perf_counter

from trainkit.experiments.engine import simulate
from trainkit.scenarios import load

N, ROUNDS = 1000, 5


def seconds(scenario, engine, n):
    began = perf_counter()
    books = simulate(scenario, scenario.seed, 0, n, engine)
    for metric in scenario.model.metrics:
        metric.read(books)
    return perf_counter() - began, books


def main():
    scenario = load(sys.argv[1] if len(sys.argv) > 1 else "trainkit/two-agency-search")
    first, _ = seconds(scenario, "compiled", 1)
    rounds = [
        (seconds(scenario, "simpy", N // 5), seconds(scenario, "compiled", N))
        for _ in range(ROUNDS)
    ]
    slow = median(plain[0] * 5 for plain, _ in rounds)
    fast = median(compiled[0] for _, compiled in rounds)
    plain, compiled = rounds[-1][0][1], rounds[-1][1][1]
    differing = sum(plain[k].records() != compiled[k].records() for k in range(len(plain)))
    print(f"{scenario.name}: {len(compiled.entries) / N:.0f} entries a replication")
    print(f"first call of the compiled engine (compiling or loading): {first:.1f} s")
    print(f"SimPy    {slow / N * 1e6:8.0f} us a replication")
    print(
        f"compiled {fast / N * 1e6:8.1f} us a replication, {len(compiled.entries) / fast / 1e6:.1f} M entries/s"
    )
    print(f"ratio    {slow / fast:8.1f} (bar: 50)")
    print(f"differing logbooks: {differing} of {len(plain)}")


if __name__ == "__main__":
    main()
