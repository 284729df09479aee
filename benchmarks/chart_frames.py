"""Frames a second of the sea chart in headless Chromium with software rendering.

    python benchmarks/chart_frames.py [vessels]

The bar of the design is 50 frames a second for 500 vessels. Each track has 600 knots; the whole of
it is sent once, and the time until the chart stands is told too.
"""

import sys
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.views.page import launched, showing

from trainkit.views.chart import Track, chart_widget

KNOTS, SECONDS = 600, 5

_COUNTED = """seconds => new Promise((done) => {
  const began = performance.now();
  const gaps = [];
  let before = began;
  const tick = (now) => {
    gaps.push(now - before);
    before = now;
    if (now - began < 1000 * seconds) requestAnimationFrame(tick);
    else done([gaps.length / ((now - began) / 1000), Math.max(...gaps.slice(5))]);
  };
  requestAnimationFrame(tick);
})"""


def vessels(n):
    """Return the tracks of *n* vessels that turn a little at each knot."""
    random = np.random.default_rng(1946)
    times = np.linspace(0.0, 24.0, KNOTS)
    course = random.uniform(0, 2 * np.pi, (n, 1)) + random.normal(0, 0.1, (n, KNOTS)).cumsum(1)
    step_nm = random.uniform(5, 20, (n, 1)) * times[1]
    x = random.uniform(-50, 50, (n, 1)) + (step_nm * np.sin(course)).cumsum(1)
    y = random.uniform(-50, 50, (n, 1)) + (step_nm * np.cos(course)).cumsum(1)
    return [Track(f"vessel {k}", times, x[k], y[k], ("Alder", "Borea")[k % 2]) for k in range(n)]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    widget = chart_widget("Traffic of one day", vessels(n))
    began = perf_counter()
    with launched() as browser, showing(browser, widget, 1280, 800) as shown:
        stands = perf_counter() - began
        shown.page.click(".trainkit-play")
        first = shown.page.inner_text(".trainkit-clock")
        rate, longest = shown.page.evaluate(_COUNTED, SECONDS)
        last = shown.page.inner_text(".trainkit-clock")
    sent = len(widget.knots) / 1e6
    print(f"{n} vessels, {KNOTS} knots each, {sent:.1f} MB sent once, stands after {stands:.1f} s")
    print(f"played from {first} to {last}: {rate:.1f} frames/s (bar: 50), longest {longest:.0f} ms")


if __name__ == "__main__":
    main()
