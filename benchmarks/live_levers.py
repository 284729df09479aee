"""From a moved lever to the picture, in headless Chromium: the first runs, and all of them.

    python benchmarks/live_levers.py [moves]

The bars of the design, on an idle machine with a warm engine: the first 100 replications of
`trainkit/joint-season` within 0.3 s, 1,000 with the paired difference within 1.3 s. Each move is to
a setting that was not simulated before. The load of the machine and the processor time that this
process took stand beside: on a machine that others use too, the clock measures them as well.
"""

import os
import sys
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.views.page import launched, showing

from trainkit import load
from trainkit.experiments import warm_up
from trainkit.views.explore import explored
from trainkit.views.live import widget

METRIC, LEVERS = "lost", ("sharing", "dispatch_phase", "most_units", "units.0.area_x_nm")
FIRST, WHOLE = "100 of 1,000 runs so far", "1,000 runs, in the same luck"

# The time is taken in the frame after the one in which the words and bars were drawn.
_MOVED = """([name, value, first, whole]) => new Promise((done) => {
  const [said, input] = [".trainkit-said", `[data-name='${name}']`]
    .map((place) => document.querySelector(place));
  const found = {};
  const look = new MutationObserver(() => {
    const text = said.textContent;
    const key = text.includes(first) ? "first" : text.includes(whole) ? "whole" : null;
    if (!key || !text.includes("run by run")) return;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      found[key] = (performance.now() - began) / 1000;
      if (key === "whole") { look.disconnect(); done(found); }
    }));
  });
  look.observe(said, { childList: true });
  const began = performance.now();
  if (input.options) input.selectedIndex = value; else input.value = value;
  input.dispatchEvent(new Event(input.options ? "change" : "input"));
})"""


def moves():
    """Yield levers and where they are moved to, no setting twice."""
    for units in (3, 5, 2, 6):
        for phase in (2, 0, 1):
            yield "dispatch_phase", phase
            for sharing in (1, 2, 3, 0):
                yield "sharing", sharing
        yield "units.0.area_x_nm", units - 22
        yield "most_units", units


def timed(shown, answered, name, value):
    """Return the seconds to the first runs and to all, and the processor time of both."""
    began = process_time()
    answered.clear()
    found = shown.page.evaluate(_MOVED, [name, value, FIRST, WHOLE])
    return found["first"], found["whole"], answered[0] - began, process_time() - began


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    season, began = load("trainkit/joint-season"), perf_counter()
    warm_up(season)
    print(f"engine compiled or loaded in {perf_counter() - began:.1f} s")
    live, answered = explored(season, LEVERS, METRIC), []
    made = widget(live, live.setting({}))
    made.observe(lambda _: answered.append(process_time()), "shown")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before")
    with launched() as browser, showing(browser, made) as shown:
        rows = [(one, timed(shown, answered, *one)) for one in islice(moves(), n)]
    for (name, value), times in rows:
        print(f"{name:20} to {value:4}: {told(times)}")
    print(f"median: {told([median(one) for one in zip(*(row for _, row in rows), strict=True)])}")
    print(f"bars: 0.3 s and 1.3 s, idle; load {os.getloadavg()[0]:.1f} after")


def told(times):
    first, whole, first_used, used = times
    return (
        f"first 100 runs {first:.2f} s, all 1,000 {whole:.2f} s "
        f"(processor {first_used:.2f} s, {used:.2f} s)"
    )


if __name__ == "__main__":
    main()
