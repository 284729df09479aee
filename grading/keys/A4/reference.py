"""The reference of A4: argued task by task.

* Requests: what the gate decides of each. A life in danger is told by telephone, whoever the data
  came from; what has basis, mandate, leave and measure goes as asked; what asks for more goes with
  less; the rest is refused with the one thing that is missing.
* File: the items that the purpose needs, and those who are not sought stay out; kept as long as the
  purpose lasts, marked as intelligence, for what police tell police is no evidence.
* Logs: what the chain shows.
* Policy: a life in danger sets everything aside; what is urgent is told by telephone, as the
  agreement allows, and confirmed in turn, so that neither the letters nor the urgent wait for ever;
  everything is checked; a refusal says what is missing, so that it comes once more and not twice;
  the record is made before data go. A test tries all 108 policies that cross no line, and none
  is better by more than a fiftieth of the points.
"""

from functools import lru_cache

from trainkit.lessons.a4.dossier import ITEMS

POLICY = {
    "order": "preemptive",
    "check": "full",
    "oral_for": "danger_and_urgent",
    "confirm": "in_turn",
    "refusal": "reasoned",
    "records": "before",
}


@lru_cache(maxsize=512)
def _reference(case):
    logs = enumerate(case.logs, start=1)
    found = {n: (log.how, log.line) for n, log in logs}
    return {
        "a4_gate": {f"request_{n}": one.due for n, one in enumerate(case.requests, start=1)},
        "a4_file": {
            **{name: "send" if name in case.wanted.needed else "leave" for name in ITEMS},
            "ratio": round(case.wanted.ratio, 2),
            "missing": case.wanted.forgotten,
            "retention": "purpose",
            "mark": "intelligence",
        },
        "a4_chain": {
            **{f"how_{n}": how for n, (how, _) in found.items()},
            **{f"line_{n}": line for n, (_, line) in found.items()},
        },
        "a4_desk": POLICY,
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)
