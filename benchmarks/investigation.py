"""How long a year of two teams takes: one replication, and 500 on two processes.

    python benchmarks/investigation.py

The bar is 500 replications of a year in under 10 s on two cores.
"""

import os
import time

from trainkit.experiments import replicate
from trainkit.scenarios import load

if __name__ == "__main__":
    year = load("trainkit/two-teams-one-network")
    began = time.perf_counter()
    replicate(year, n=20, progress=False)
    alone_s = (time.perf_counter() - began) / 20
    began = time.perf_counter()
    replicate(year, n=500, executor="processes", progress=False)
    many_s = time.perf_counter() - began
    print(f"load {os.getloadavg()[0]:.1f}")
    print(f"one replication, one process: {alone_s * 1000:.0f} ms")
    print(f"500 replications, processes: {many_s:.1f} s (bar 10 s)")
