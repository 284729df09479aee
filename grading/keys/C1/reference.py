"""The reference of C1: a policy on what the team sees, argued task by task.

* Statements: a hypothesis explains the whole and shuts its rivals out; what can be true with one of
  them overlaps; what can be seen is an item; what rests on what people are goes out.
* Matrix and reports: what the tables hold, by Bayes' rule.
* Plan: an enquiry is worth its mutual information with the hypotheses, less what is repetition, for
  an hour of work. Above 0.03 bits an hour it comes first, above 0.01 second, above 0.004 if time is
  left; below, it is left. A call for help is worked at once. Origins are asked, since most tips
  repeat. The optimum over all plans is not known; a test states how little a change of one line
  gains.
* Stopping: danger first; a rival never tested; belief that is enough; worth against hours.
"""

from functools import lru_cache

from trainkit.case.hypotheses import Hypotheses
from trainkit.case.hypotheses.items import asked
from trainkit.lessons.c1 import chain, items, stops

_NAMES = ("A", "B", "C")
_PLACES = ((0.03, "first"), (0.01, "second"), (0.004, "third"))
_ORIGIN_H = 0.5


def plan(week):
    """Return the plan of a week."""
    priors = dict(zip(_NAMES, (prior / 100.0 for prior in week.priors), strict=True))
    held = Hypotheses(priors)
    places = {f"kind_{n}": _place(held, kind) for n, kind in enumerate(week.kinds, start=1)}
    return {**places, "danger": "at_once", "origin": "check"}


def _place(held, kind):
    yes = dict(zip(_NAMES, (chance / 100.0 for chance in kind.of_100), strict=True))
    fresh = 1.0 - kind.repeats / 100.0
    worth = fresh * held.bits(asked("enquiry", yes)) / (_ORIGIN_H + fresh * kind.work_h)
    return next((place for least, place in _PLACES if worth >= least), "leave")


@lru_cache(maxsize=512)
def _reference(case):
    sorts = enumerate(case.statements, start=1)
    return {
        "c1_set": {f"statement_{n}": one.sort for n, one in sorts},
        "c1_matrix": items.readings(case.items),
        "c1_chain": chain.readings(case.chain),
        "c1_plan": plan(case.week),
        "c1_stop": stops.readings(case.stops),
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)
