"""How long ``import trainkit`` takes in a process of its own; the bar is 0.3 s.

Run: python benchmarks/import_time.py
"""

import statistics
import subprocess
import sys

BAR_S, REPEATS = 0.3, 9
TIMED = "import time; t = time.perf_counter(); import trainkit; print(time.perf_counter() - t)"


def seconds() -> float:
    told = subprocess.run(
        [sys.executable, "-c", TIMED], capture_output=True, check=True, encoding="utf-8"
    )
    return float(told.stdout)


def main() -> int:
    seconds()  # compiles the bytecode
    taken = sorted(seconds() for _ in range(REPEATS))
    print(f"import trainkit: {taken[0]:.3f} to {taken[-1]:.3f} s of {REPEATS}, bar {BAR_S} s")
    return 0 if statistics.median(taken) <= BAR_S else 1


if __name__ == "__main__":
    sys.exit(main())
