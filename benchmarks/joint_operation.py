"""The season of the joint operation in both engines: speed, memory and growth, in one run.

    python benchmarks/joint_operation.py [rounds]

Bars of the design: compiled at least 50 times SimPy on one core, 5 M events a second a core, 1,000
replications in at most 1.0 s on two idle cores, warm, under 300 MB; cost linear in boats and in
replications. A core's time is processor time, since it is that of an idle machine too but for
shared caches; the time on two threads is the clock's. Beside each stands the machine's load.
"""

import os
import resource
import subprocess
import sys
from statistics import median
from time import perf_counter, process_time

import numpy as np

from trainkit import replicate
from trainkit.experiments.engine import simulate
from trainkit.joint.operation import batch
from trainkit.joint.operation.kinds import KINDS
from trainkit.kernel.logbook import entry_type
from trainkit.scenarios import load

SEASON = "trainkit/joint-season"
SLOW_N, FAST_N, ALL_N, SAME_N = 10, 200, 1000, 20
TIMES, FEWEST = (1, 4, 16), 3.5  # boats a day, of at most 60
BARS = {"ratio": 50.0, "M events/s": 5.0, "s": 1.0, "MB": 300.0}


def load_now() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def core_ms(scenario, engine, n):
    """Return processor ms a replication on one core, all metrics read, and how many entries."""
    began = process_time()
    books = simulate(scenario, scenario.seed, 0, n, engine)
    for metric in scenario.model.metrics:
        metric.read(books)
    return (process_time() - began) * 1e3 / n, len(books.entries) / n


def events(scenario, n):
    """Return how many events *n* replications have, one call of the kernel each."""
    spec, horizon_h = scenario.parameters, float(scenario.horizon_h)
    entries, starts = np.empty(1 << 14, dtype=entry_type(KINDS)), np.zeros(2, dtype=np.intp)
    counted = 0
    for place in range(n):
        run, before = (batch._stage(spec, scenario.seed, place, 1) for _ in range(2))
        full = batch.compiled()(run, before, entries, place, 1, horizon_h, starts)
        if full:
            sys.exit(f"Replication {place} of the season fills table {full}: count with more room.")
        counted += int(run[0].nows[0].events)
    return counted


def kernel_s(scenario, n):
    """Return the processor seconds of the kernel for *n* replications in one call."""
    began = process_time()
    batch.simulate(scenario.parameters, scenario.seed, 0, n, scenario.horizon_h)
    return process_time() - began


def differing(scenario, n):
    slow, fast = (simulate(scenario, scenario.seed, 0, n, one) for one in ("simpy", "compiled"))
    return sum(slow[k].records() != fast[k].records() for k in range(n))


def all_s(scenario):
    began = perf_counter()
    replicate(scenario, ALL_N, engine="compiled", progress=False)
    return perf_counter() - began


def peak_mb():
    """Return the greatest memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def memory():
    """Return (MB before, MB at the most) of the 1,000, in a process of their own."""
    ran = subprocess.run(
        [sys.executable, __file__, "--memory"], capture_output=True, check=True, encoding="utf-8"
    )
    return tuple(map(float, ran.stdout.split()))


def told_memory():
    scenario = load(SEASON)
    simulate(scenario, scenario.seed, 0, 1, "compiled")
    before = peak_mb()
    all_s(scenario)
    print(before, peak_mb())


def show_speed(scenario, rounds):
    slow, fast = [], []
    for _ in range(rounds):
        slow.append(core_ms(scenario, "simpy", SLOW_N)[0])
        fast.append(core_ms(scenario, "compiled", FAST_N)[0])
    _, entries = core_ms(scenario, "compiled", FAST_N)
    slow_ms, fast_ms = median(slow), median(fast)
    print(f"SimPy     {slow_ms:8.2f} ms a replication on one core; {load_now()}")
    print(f"compiled  {fast_ms:8.3f} ms a replication on one core, {entries:.0f} entries")
    print(f"ratio     {slow_ms / fast_ms:8.1f} (bar: {BARS['ratio']:g})")


def show_events(scenario, rounds):
    counted = events(scenario, FAST_N)
    rate = counted / median(kernel_s(scenario, FAST_N) for _ in range(rounds)) / 1e6
    print(
        f"events    {rate:8.2f} M/s a core (bar: {BARS['M events/s']:g}), "
        f"{counted / FAST_N:.0f} a replication; {load_now()}"
    )


def show_all(scenario, rounds):
    times = sorted(all_s(scenario) for _ in range(rounds))
    before, peak = memory()
    print(
        f"{ALL_N:,}     {times[0]:8.2f} s at best, {median(times):.2f} s median, on threads "
        f"(bar: {BARS['s']:g} on two idle cores); {load_now()}"
    )
    print(
        f"memory    {peak:8.0f} MB at the most (bar: {BARS['MB']:g}), "
        f"of which {before:.0f} MB were there before"
    )


def show_growth(scenario):
    for times in TIMES:
        more = scenario.vary("departures_per_day", FEWEST * times)
        core_ms(more, "compiled", 20)  # larger tables are another kernel, compiled once
        ms, entries = core_ms(more, "compiled", 100)
        print(
            f"boats     {times:3d} times: {ms:8.3f} ms a replication, {entries:6.0f} entries, "
            f"{ms * 1e3 / entries:.2f} us an entry; {load_now()}"
        )
    for times in TIMES:
        ms, _ = core_ms(scenario, "compiled", 100 * times)
        print(f"n         {times:3d} times: {ms:8.3f} ms a replication; {load_now()}")


def main() -> int:
    if "--memory" in sys.argv:
        told_memory()
        return 0
    scenario, rounds = load(SEASON), int(sys.argv[1]) if len(sys.argv) > 1 else 5
    began = perf_counter()
    simulate(scenario, scenario.seed, 0, 1, "compiled")
    print(
        f"first call of the compiled engine (compiling or loading): {perf_counter() - began:.1f} s"
    )
    show_speed(scenario, rounds)
    show_events(scenario, rounds)
    show_all(scenario, rounds)
    show_growth(scenario)
    unlike = differing(scenario, SAME_N)
    print(f"differing logbooks: {unlike} of {SAME_N}")
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
