"""Requests, logs and small desks of a case, and running them."""

import simpy

from trainkit.case.sharing import MODEL, DeskSpec, NeedSpec, PostSpec
from trainkit.case.sharing.decisionlog import DecisionLog, LogEntry
from trainkit.case.sharing.request import Recipient, Request
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

PURPOSE = {"danger_to_life": "save_life", "urgent": "locate", "routine": "identify"}
ASKED = {
    "save_life": ("name", "last_seen", "telephone"),
    "locate": ("name", "birth_date", "photograph", "vehicle", "last_seen"),
    "identify": ("name", "birth_date", "photograph"),
}
POST = PostSpec(name="duty officer", state="Borea", mandate=tuple(ASKED))
PLAIN = {
    "order": "by_urgency",
    "oral_for": "none",
    "check_mean_h": 1.0,
    "law": "exponential",
    "record_h": 0.0,
    "reason_h": 0.0,
}
"""A desk that is a queue of checks of a mean of one hour, so that rates are loads."""


def request(**changed):
    """A request that passes, changed."""
    told = {
        "purpose": "locate",
        "basis": "cooperation_agreement",
        "recipient": Recipient("Borea team, duty officer", "Borea", ("locate", "save_life")),
        "category": "suspect",
        "fields": ASKED["locate"],
        "retention_days": 30.0,
    }
    return Request(**{**told, **changed})


def written(many, opened_h=0.0):
    """A log of so many entries, half an hour apart."""
    log = DecisionLog("the case", opened_h)
    for n in range(many):
        log = log.with_entry(entry(opened_h + 1.0 + n / 2.0, choice=f"Choice {n}."))
    return log


def entry(written_h, **changed):
    """An entry of an hour, changed."""
    choice = changed.get("choice", "Sent the name.")
    told = {
        "decided_h": written_h,
        "written_h": written_h,
        "facts": "Borea asked in writing.",
        "options": (choice, "Sent nothing."),
        "choice": choice,
        "reason": "It is needed.",
    }
    return LogEntry(**{**told, **changed})


def need(urgency="routine", rate_per_h=1.0, **changed):
    """A sort of need, changed."""
    purpose = PURPOSE[urgency]
    told = {
        "name": urgency,
        "urgency": urgency,
        "post": POST.name,
        "rate_per_h": rate_per_h,
        "purpose": purpose,
        "basis": "vital_interest" if purpose == "save_life" else "cooperation_agreement",
        "asked": ASKED[purpose],
        "retention_days": 7.0,
    }
    return NeedSpec(**{**told, **changed})


def desk(*needs, **changed):
    """A desk, changed."""
    return DeskSpec(**{"posts": (POST,), "needs": needs, **PLAIN, **changed})


def logbook(spec, replication=0, drain_h=300.0):
    """The logbook of one run."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, Luck(1946, replication), writer)
    env.run(until=spec.watch_h + drain_h)
    return writer.logbook()


def books(spec, n, drain_h=300.0):
    """The logbooks of many runs."""
    return Logbooks.of([logbook(spec, place, drain_h) for place in range(n)])


def metric(name, found):
    """A metric of the model, one number a run."""
    return next(one for one in MODEL.metrics if one.name == name).read(found)


def crossed(book):
    """The red lines of a logbook."""
    return [line for rule in MODEL.red_lines for line in rule(book)]
