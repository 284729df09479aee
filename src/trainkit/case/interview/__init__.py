"""First contact and interviewing: questions, rights, signs, capacities, plans, and the day of them.

`questions` types a question; `rights`, `triggers`, `status` and `peace` are what an interview is
held by; `plan` refuses bookings that cannot or must not be. The model `interview_day` is a day on
which people who were met are seen by a medic, rest, hear their rights, and tell or do not tell.
Rapport, rest and open questions let people tell more; tiredness, leading questions and being
asked again cost them, and cost the account. There is no technique of persuasion in it.

Assumptions: everybody's details are alike; an interpreter is held from the explanation to the
end; who does not want to speak is not asked again on that day; nothing is forgotten within it;
harm is in units of the exercise, which order and do not measure.

Sources:
    `account`, `harm`, `rights` and `triggers` name theirs.
"""

from trainkit.case.interview.consistent import contradictions
from trainkit.case.interview.day import start
from trainkit.case.interview.log_kinds import KINDS
from trainkit.case.interview.metrics import METRICS
from trainkit.case.interview.people import subjects
from trainkit.case.interview.rules import RULES
from trainkit.case.interview.spec import DaySpec, GroupSpec, InterpreterSpec
from trainkit.model import Model

__all__ = ["MODEL", "DaySpec", "GroupSpec", "InterpreterSpec"]

MODEL = Model(
    name="interview_day",
    title="A day of first contacts and interviews",
    spec=DaySpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
)
