"""Information that arrives and fades, too few analysts, and what a team believes at last.

Leads of several kinds arrive at random. Each can be worked for a while and is then gone: a
recording is written over, a witness forgets. Working one takes an analyst's hours and brings an
answer, by which the rival hypotheses are updated. Some leads repeat an earlier one through another
channel: who does not check where they come from counts them twice. A lead that tells of danger to
life or of a victim is worked at once, next, or in its turn; nothing that an inquiry gains makes up
for the hours that it waits.

Assumptions: answers are independent given what is true, save repetitions; leads fade without
memory; an analyst works one lead at a time and does not tire; the truth is one of the hypotheses.

Sources:
    Erlang (1917) and Palm (1943) for queues whose customers leave; Pollaczek and Khinchine.
    Brier (1950). *Verification of forecasts expressed in terms of probability*.
"""

from trainkit.case.hypotheses.arrival.kinds import KINDS, contradictions, subjects
from trainkit.case.hypotheses.arrival.metrics import METRICS
from trainkit.case.hypotheses.arrival.policies import POLICIES
from trainkit.case.hypotheses.arrival.rules import RULES
from trainkit.case.hypotheses.arrival.spec import ArrivalSpec, HypothesisSpec, LeadSpec
from trainkit.case.hypotheses.arrival.team import start
from trainkit.model import Model

__all__ = ["MODEL", "ArrivalSpec", "HypothesisSpec", "LeadSpec"]

MODEL = Model(
    name="information_arrival",
    title="Leads that arrive and fade, and what a team believes at last",
    spec=ArrivalSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
    policies=POLICIES,
)
