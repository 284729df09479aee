"""The reference of E3: a policy on what the officer knows, argued task by task.

* Gates: the first gate that answers decides, in the order rescue, who, grounds, plan, waters, flag.
  What a State has not said is fetched or waited for.
* Order: the report takes minutes and brings a second unit, so it comes first; lifejackets before
  anybody moves, since the step across may capsize the boat; then on board, then care. The flag
  State is asked before what waits for its answer; photographs before words, since traces on the
  boat fade faster than memory. Lifejackets before the report save a life in some hundreds and cost
  everybody else time: no exchange of two acts recovers one in a hundred more, or sooner (test).
* Wait: ask at once, stay well within sight and not close, go at the first cue, and take neither a
  no nor silence for a yes. No other choice on a grid recovers more people (test).
* Moments: the mildest step that meets what the person does, after those on board are safe.
* Record: what the log holds by the rules on force.
"""

from trainkit.lessons.e3.boarding_log import readings
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.e3.vessels import follows

ORDER = ("report", "jackets", "take_off", "triage", "ask", "observe", "question", "board")
_BOARDS = {
    "national_law": "board_own",
    "flag_consent": "board_flag",
    "stateless": "board_stateless",
}
_STEPS = {
    "rescue": "rescue",
    "ask_flag": "ask",
    "verify": "verify",
    "keep_watch": "watch",
    "not_joint": "not_joint",
    "leave_it": "leave",
}


def gate(case, vessel):
    """Return the option that follows at the gates for a vessel."""
    decision = follows(vessel, case.plan)
    if decision.step != "board":
        return _STEPS[decision.step]
    return "board_joint" if vessel.seen.joint else _BOARDS[decision.basis]


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    gates = {f"vessel_{n}": gate(case, one) for n, one in enumerate(case.vessels, start=1)}
    force = {f"moment_{n}": one.calls_for for n, one in enumerate(case.moments, start=1)}
    return {
        "e3_gates": gates,
        "e3_order": dict(zip(PLACES, ORDER, strict=True)),
        "e3_wait": {
            "ask": "now",
            "keep_nm": 0.5 * case.waiting.sight_nm,
            "cue": "sign",
            "silence": "keep_watch",
        },
        "e3_force": force,
        "e3_record": readings(case.log, case.plan),
    }
