"""Speed, memory and growth of the drift ensemble, side by side with OpenDrift's Leeway.

Run: python benchmarks/drift_speed.py [--peer-python PATH]

OpenDrift (pip install opendrift) is not a dependency. It may live in an environment of its own;
name that environment's interpreter. The bars: 10,000 particles x 48 h at 600 s steps at least 25
times OpenDrift's particle steps a second, at most 200 MB over the import, 100,000 in proportion.
"""

import argparse
import json
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

from trainkit.sea.drift import ensemble

HOURS, STEP_S = 48.0, 600.0
CASE = {"wind_mps": (7.0, -7.0), "current_mps": (0.2, 0.1), "start": (15.5, 35.5), "seed": 1946}


def drift(n: int):
    return ensemble(27, n, HOURS, **CASE, step_s=STEP_S)


def best_s(n: int, repeats: int) -> float:
    times = []
    for _ in range(repeats):
        clock = time.perf_counter()
        drift(n)
        times.append(time.perf_counter() - clock)
    return min(times)


def peak_mb(n: int) -> float:
    tracemalloc.start()
    drift(n)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def steps_per_s(n: int, seconds: float) -> float:
    return n * HOURS * 3600 / STEP_S / seconds


def peer(python: str, n: int) -> dict[str, float] | None:
    script = Path(__file__).with_name("drift_peer.py")
    command = [python, str(script), str(n), str(HOURS), str(STEP_S)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode == 0:
        return json.loads(ran.stdout.splitlines()[-1])
    why = "is not installed" if "No module named 'opendrift'" in ran.stderr else "did not run"
    last = (ran.stderr.strip().splitlines() or ["no message"])[-1]
    print(f"peer      OpenDrift {why} for {python} ({last}): no comparison was made.")
    return None


def compare(python: str, n: int, ours_s: float) -> None:
    theirs = peer(python, n)
    if theirs is None:
        return
    rate = steps_per_s(n, theirs["seconds"])
    lon, lat = drift(n)
    print(f"peer      {n:,} in {theirs['seconds']:.2f} s, {rate / 1e6:.2f} M particle steps/s")
    print(f"ratio     {theirs['seconds'] / ours_s:.1f} times (bar: 25)")
    print(
        f"mean      ours {lon.mean():.4f} {lat.mean():.4f}, peer {theirs['lon']:.4f} "
        f"{theirs['lat']:.4f}; spread {lon.std():.4f} and {theirs['spread']:.4f} deg of longitude"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer-python", default=sys.executable, help="interpreter with OpenDrift")
    python = parser.parse_args().peer_python
    drift(100)
    small_s, large_s = best_s(10_000, 5), best_s(100_000, 2)
    rate = steps_per_s(10_000, small_s)
    print(f"ours      10,000 in {small_s:.3f} s, {rate / 1e6:.1f} M particle steps/s (bar: 0.18 s)")
    print(f"growth    100,000 in {large_s:.3f} s, {large_s / small_s:.1f} times (10 is linear)")
    print(
        f"memory    {peak_mb(10_000):.1f} MB for 10,000, {peak_mb(100_000):.1f} MB for 100,000 "
        "over the import (bar: 200)"
    )
    compare(python, 10_000, small_s)


if __name__ == "__main__":
    main()
