"""The case of E3: one watch of the cutter Kite, drawn for each trainee, equally hard for all."""

from dataclasses import dataclass, fields
from functools import lru_cache

from trainkit.joint.enforcement.cover import Cover
from trainkit.kernel.luck import Luck
from trainkit.lessons.e3.boarding_log import BoardingLog, draw_log
from trainkit.lessons.e3.drawing import stepped, whole
from trainkit.lessons.e3.moments import Moment, draw_moments
from trainkit.lessons.e3.vessels import Vessel, clock, draw_plan, draw_vessels


@dataclass(frozen=True)
class Distressed:
    """The boat in distress: what the scenario and the case call by the same name."""

    persons: int
    hurt: int
    capacity: int
    helper_h: float
    afloat_h: float
    worsens_h: float
    rough_factor: float
    answer_h: float
    granted: float


@dataclass(frozen=True)
class Waiting:
    """The boat whose flag State is asked: what the scenario and the case call by the same name."""

    persons: int
    hurt: int
    sound_h: float
    afloat_h: float
    worsens_h: float
    rough_factor: float
    answer_h: float
    granted: float
    sight_nm: float
    cutter_kn: float


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for the thousand nights.
        plan: The operation plan of the night.
        vessels: Ten vessels of the watch.
        distressed: The boat in distress.
        waiting: The boat whose flag State is asked.
        moments: Six moments of a boarding.
        log: The log of a boarding with force.
    """

    seed: int
    plan: Cover
    vessels: tuple[Vessel, ...]
    distressed: Distressed
    waiting: Waiting
    moments: tuple[Moment, ...]
    log: BoardingLog


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    plan = draw_plan(luck)
    return Situation(
        seed=luck.seed,
        plan=plan,
        vessels=draw_vessels(luck, plan),
        distressed=_distressed(luck),
        waiting=_waiting(luck),
        moments=draw_moments(luck),
        log=draw_log(luck, plan),
    )


def _distressed(luck: Luck) -> Distressed:
    return Distressed(
        persons=whole(luck, "distressed persons", 32, 38),
        hurt=whole(luck, "distressed hurt", 4, 6),
        capacity=whole(luck, "distressed capacity", 20, 24),
        helper_h=stepped(luck, "distressed helper", 1.75, 2.25, 0.25),
        afloat_h=stepped(luck, "distressed afloat", 2.0, 2.5, 0.25),
        worsens_h=stepped(luck, "distressed worsens", 1.0, 1.5, 0.25),
        rough_factor=stepped(luck, "distressed rough", 2.0, 2.4, 0.1),
        answer_h=stepped(luck, "distressed answer", 0.75, 1.25, 0.25),
        granted=stepped(luck, "distressed granted", 0.7, 0.8, 0.05),
    )


def _waiting(luck: Luck) -> Waiting:
    return Waiting(
        persons=whole(luck, "waiting persons", 28, 36),
        hurt=whole(luck, "waiting hurt", 3, 5),
        sound_h=stepped(luck, "waiting sound", 4.5, 5.5, 0.25),
        afloat_h=stepped(luck, "waiting afloat", 1.25, 1.75, 0.25),
        worsens_h=stepped(luck, "waiting worsens", 2.0, 3.0, 0.25),
        rough_factor=stepped(luck, "waiting rough", 2.2, 2.8, 0.1),
        answer_h=stepped(luck, "waiting answer", 2.0, 2.75, 0.25),
        granted=stepped(luck, "waiting granted", 0.45, 0.55, 0.05),
        sight_nm=stepped(luck, "waiting sight", 3.5, 4.5, 0.5),
        cutter_kn=stepped(luck, "waiting speed", 13, 17, 1),
    )


def shared(part: Distressed | Waiting) -> dict[str, float]:
    """Return the values of a part by the names that the scenario has for them."""
    return {one.name: getattr(part, one.name) for one in fields(part)}


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the report must know of the case."""
    log, plan = case.log, case.plan
    uses = zip(("F1", "F2", "F3", "F4", "F5"), log.uses, log.told, strict=True)
    lines = [f"{name} at {clock(use.time_h)} UTC. {text}" for name, use, text in uses]
    return (
        f"Boarding at {clock(log.began_h)} UTC, {log.persons} people on board, first warning at "
        f"{clock(log.warned_h)} UTC. {' '.join(lines)} {log.bruised} with bruises, seen by the "
        f"medic. Force is to be reported within {plan.report_within_h:g} h."
    )
