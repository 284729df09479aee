"""Who is presumed a victim: a first look, a second one in peace where a sign was seen, and time.

The first look sees a part of what could be seen. The second is with an interpreter, and there what
was looked for and is not seen counts too. A presumption stands until then, and nobody who is
presumed a victim is charged. Each decision is written beside the truth, which nobody sees.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from trainkit.case.investigation.plan import OrderSpec
from trainkit.case.investigation.run import Run, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.victims.reflection import Reflection
from trainkit.case.victims.signs import SIGNS, presumed

_CHANCES = {
    True: tuple((sign, told.if_victim) for sign, told in SIGNS.items()),
    False: tuple((sign, told.if_not) for sign, told in SIGNS.items()),
}
Recognition = Generator[simpy.Event, Any, bool]


@dataclass(frozen=True)
class Met:
    """Somebody whom a team meets, and who may show signs.

    Attributes:
        team: Who meets the person.
        subject: The person in the logbook.
        luck: Purpose of the luck of the signs.
        number: The person's number in that luck.
        is_victim: The truth.
        freed: What happens once the person is presumed a victim; None where nothing does.
    """

    team: Team
    subject: str
    luck: str
    number: int
    is_victim: bool
    freed: simpy.Event | None = None


Shown = tuple[tuple[str, float], ...]
"""Signs, each with the least share of looking from which it is seen."""


def shown(run: Run, met: Met) -> Shown:
    """Return the signs that can be seen of somebody, by who looks close enough."""
    chances = _CHANCES[met.is_victim]
    drawn = (run.chance(met.luck, met.number, place) for place in range(len(chances)))
    return tuple(
        (sign, one / chance)
        for (sign, chance), one in zip(chances, drawn, strict=True)
        if one < chance
    )


def seen(signs: Shown, looked: float) -> frozenset[str]:
    """Return the signs that are seen; who looks closer never sees less.

    Args:
        signs: What can be seen.
        looked: Share of what could be seen that is looked for.
    """
    return frozenset(sign for sign, least in signs if least < looked)


def recognised(run: Run, met: Met) -> Recognition:
    """Decide whether somebody is a victim, by what is visible; return what was found."""
    signs = shown(run, met)
    first = seen(signs, run.spec.harm.first_look)
    found = presumed(first)
    weighed(run, met, found=found, look=1)
    if found:
        _presume(run, met)
    if not (first and run.plan.second_look and "interpreters" in met.team.desks):
        return found and _identified(run, met, stands=True)
    stands = yield from _again(run, met, seen(signs, 1.0))
    if stands and not found:
        _presume(run, met)
    return (found or stands) and _identified(run, met, stands=stands)


def weighed(run: Run, met: Met, *, found: bool, look: int) -> None:
    """Write a decision, beside the truth."""
    told = {"victim": float(met.is_victim), "presumed": float(found), "look": look}
    run.writer.write("signs_weighed", met.subject, **told)


def _again(run: Run, met: Met, signs: frozenset[str]) -> Recognition:
    """Look again in peace and with an interpreter: what is not there is ruled out."""
    hours = run.elapsed_h(run.spec.harm.second_look_h)
    yield from met.team.desks["interpreters"].serve(hours, priority=0)
    stands = presumed(signs, ruled_out=SIGNS.keys() - signs)
    weighed(run, met, found=stands, look=2)
    return stands


def _presume(run: Run, met: Met) -> None:
    run.writer.write("victim_presumed", met.subject)
    run.writer.write("identification_began", met.subject)
    if met.freed is not None and not met.freed.triggered:
        met.freed.succeed()


def _identified(run: Run, met: Met, *, stands: bool) -> bool:
    outcome = "victim" if stands else "not_victim"
    run.writer.write("identification_ended", met.subject, outcome=outcome)
    return stands


def reflect(run: Run, subject: str) -> Waiting:
    """Let the reflection period of an identified victim begin and pass."""
    reflection, cut = Reflection(run.env.now, run.plan.reflection_days), run.env.event()
    run.standing.reflections[subject] = reflection, cut
    run.writer.write("reflection_began", subject, until_h=reflection.ends_h)
    yield cut | run.env.timeout(reflection.ends_h - run.env.now)
    run.writer.write("reflection_ended", subject)


def end_early(run: Run, order: OrderSpec) -> None:
    """End a reflection period on a decision with its ground and reason; without one it goes on."""
    reflection, cut = run.standing.reflections.get(order.whom, (None, None))
    if reflection is None or cut is None or cut.triggered or not reflection.running(run.env.now):
        run.writer.write("decision_void", run.teams[0].name)
        return
    reflection.end(run.env.now, order.word, order.reason)
    run.writer.write("reflection_cut", order.whom, ground=order.word)
    cut.succeed()
