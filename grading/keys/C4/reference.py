"""The reference of C4: a policy on what is seen, argued task by task.

* Capacities: one indicator of a victim is enough to protect first, whatever else was seen.
* Signs: the gravest decides, from danger to life down to tiredness; without a sign one listens.
* Rights: what concerns this person is said, what presses or promises is not; whoever needs an
  interpreter waits for one who belongs to nobody; the person chooses who asks.
* Questions: the stated rules of the classifier.
* Day: the doctor first; two and a half hours of rest and food, in which most of the tiredness goes
  and the second interpreter comes; forty minutes of welcome, after which four of five who could
  trust do; one hour of account, so that nearly everybody is heard before the day ends; a pause each
  half hour; seven invitations and three questions that probe; told once. The optimum over all plans
  is not known; a test states how little changes of one line gain.
"""

from trainkit.lessons.c4 import due

_DAY = {
    "medical": "before",
    "rest_h": 2.5,
    "explain_min": 40,
    "account_min": 60,
    "pause_min": 30,
    "questions": {"open": 7, "probing": 3, "closed": 0, "leading": 0},
    "tellings": "once",
    "interpreting": "in_room",
    "on_distress": "pause",
}


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return {
        "c4_status": due.settings(case),
        "c4_signs": due.acts(case),
        "c4_rights": {**due.sentences(case), **due.others(case)},
        "c4_questions": due.types(case),
        "c4_day": _DAY,
    }
