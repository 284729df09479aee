"""How fast the link chart stands, moves and filters in headless Chromium, software rendering.

    python benchmarks/link_chart_frames.py [actors]

Told are the seconds that Python needs for the places, the seconds until the chart stands in the
page, the frames a second while the network is dragged about, and the milliseconds until a filter
and a click are drawn. "Usable" is taken as 10 frames a second when dragged, and half a second for
a filter or a click (what still feels like an answer to what was done).
"""

import sys
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.views.page import launched, showing

from trainkit.case.actors import LAYERS, ROLES, SIDES, Actor, Network, Tie
from trainkit.views.link_chart import LinkChart, Shown
from trainkit.views.link_place import places

ITEMS, SECONDS = 400, 3

_MOVED = """([seconds, how]) => new Promise((done) => {
  const { cy } = document.querySelector(".trainkit-links");
  const moves = { dragged: (now) => cy.panBy({ x: 3 * Math.sin(now / 200), y: 2 }),
    zoomed: (now) => cy.zoom({ level: 0.1 + 0.05 * Math.sin(now / 500),
      position: { x: 0, y: 0 } }) };
  const began = performance.now();
  let [draws, before, longest] = [0, began, 0];
  const drawn = () => {
    draws++;
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  };
  cy.on("render", drawn);
  const tick = (now) => {
    moves[how](now);
    if (now - began < 1000 * seconds) return requestAnimationFrame(tick);
    cy.off("render", drawn);
    done([draws / ((now - began) / 1000), longest]);
  };
  requestAnimationFrame(tick);
})"""
_DRAWN = """change => new Promise((done) => {
  const { cy } = document.querySelector(".trainkit-links");
  const began = performance.now();
  cy.one("render", () => requestAnimationFrame(() => done(performance.now() - began)));
  eval(change);
})"""
CHANGES = {
    "a layer": "document.querySelector('[value=money]').click()",
    "a grade": """const one = document.querySelector("[data-name=reliability]");
        one.value = "B"; one.dispatchEvent(new Event("change"))""",
    "Alder's picture": "document.querySelector('[value=Alder]').click()",
    "an actor": "cy.getElementById('a0').emit('tap')",
    "show all": "document.querySelector('.trainkit-reset').click()",
}


def network(n):
    """Return a network of *n* actors in which who has ties gets more, three ties each."""
    random = np.random.default_rng(1946)
    actors = tuple(
        Actor(
            k, ROLES[k % len(ROLES)], ("aide", "executive")[k % 7 == 0], "transport", SIDES[k % 2]
        )
        for k in range(n)
    )
    ends, ties = [0, 1, 2, 3], []
    for k in range(4, n):
        for other in sorted({int(ends[random.integers(len(ends))]) for _ in range(3)}):
            ties.append(Tie(other, k, LAYERS[random.integers(4)], 0.5))
            ends += [other, k]
    halves = [frozenset(range(side, n, 2)) | frozenset(range(0, n, 9)) for side in range(2)]
    return Network(actors, tuple(ties), tuple(zip(SIDES, halves, strict=True)))


def items(whole):
    """Return items of a year, each about a tie."""
    random = np.random.default_rng(7)
    told = random.choice(len(whole.ties), ITEMS)
    hours = random.uniform(0, 365 * 24, ITEMS)
    return [
        Shown(f"I{k}", "record", hours[k], (whole.ties[t].first, whole.ties[t].second), "B2", SIDES)
        for k, t in enumerate(told)
    ]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    whole = network(n)
    began = perf_counter()
    places(whole)
    placed = perf_counter() - began
    widget = LinkChart(whole, items(whole), "A large case", truth=whole, whose="truth").widget()
    began = perf_counter()
    with launched() as browser, showing(browser, widget, 1280, 800) as shown:
        shown.page.wait_for_timeout(1)
        stands = perf_counter() - began
        shown.page.wait_for_timeout(3000)
        moved = {how: shown.page.evaluate(_MOVED, [SECONDS, how]) for how in ("dragged", "zoomed")}
        drawn = {name: shown.page.evaluate(_DRAWN, change) for name, change in CHANGES.items()}
    print(f"{n} actors, {len(whole.ties)} ties, {ITEMS} items: places {placed:.1f} s in Python,")
    print(f"stands {stands:.1f} s after the browser was started")
    for how, (rate, longest) in moved.items():
        print(f"{how}: {rate:.1f} frames/s (bar: 10), longest {longest:.0f} ms")
    print("drawn after (bar: 500 ms): " + ", ".join(f"{k} {v:.0f} ms" for k, v in drawn.items()))


if __name__ == "__main__":
    main()
