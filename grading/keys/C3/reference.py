"""The reference of C3: a policy on what the register shows, argued task by task.

* Items: what the two courts rule, by channel, order, date and the statutes of both States.
* Custody: what the checker of chains finds; a gap is noted today and never filled.
* Clocks: what the statutes give; a request without a new ground, or after the end, renews nothing.
* Findings: what speaks for an accused goes out; where it would show a protected person or a source,
  the substance goes out and the rest to the judge; what concerns no accused stays.
* Plan: the telephone first and by an officer, who is the fastest hand on the road: each day empties
  one such house in ten. All else goes by the sworn courier, who comes late enough to put nothing in
  the examiner's hand before it. The unit takes the other exhibits by the nearest day, and what is
  due after eleven months goes to the State's laboratory. The renewal is asked for five days before
  the end, which leaves ten for a ground (92 in 100) and five for the judge (94 in 100). The
  recorder stops with the order. The optimum over all plans is not known; a test states how little
  changes of one line gain.
"""

from trainkit.lessons.c3 import chains, papers
from trainkit.lessons.c3.clocks import readings
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key

_FAR_DAYS = 300


def plan(hearings):
    """Return the plan of a trainee's case."""
    due = dict(zip(EXHIBITS, hearings.due_days, strict=True))
    order = sorted((one for one in EXAMINED if one != "telephone"), key=due.get)
    near = ["telephone", *(one for one in order if due[one] < _FAR_DAYS)]
    labs = {f"lab_{key(one)}": f"{place}" for place, one in enumerate(near, start=1)}
    return {
        **{f"lab_{key(one)}": "state" for one in EXAMINED},
        **labs,
        **{f"by_{key(one)}": "courier" for one in EXHIBITS},
        "by_telephone": "officer",
        "renew_days": 5,
        "recorder": "stops",
        "disclosure": "at_once",
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return {
        "c3_items": {
            **{f"item_{n}": papers.court_of(one) for n, one in enumerate(case.papers, start=1)},
            "sources": papers.sources(case.papers),
        },
        "c3_custody": {
            **{f"flaw_{key(one.name)}": chains.found(one) for one in case.chains},
            "altered_line": chains.altered_line(case.chains),
            "gap_h": chains.gap_h(case.chains),
            "after": "note",
        },
        "c3_clocks": {name: int(value) for name, value in readings(case.clocks).items()},
        "c3_disclosure": {f"finding_{n}": one.due for n, one in enumerate(case.findings, start=1)},
        "c3_plan": plan(case.hearings),
    }
