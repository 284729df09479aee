"""Departures by sea while the case runs: harm that goes on, and the danger that overrides waiting.

Who listens near transport may hear that people are in danger. The rescue centre is told at once and
the case takes second place: the network may learn from the rescue that somebody listens. To hold it
back for the case is red line R1.
"""

from itertools import count

from trainkit.case.investigation import arrest
from trainkit.case.investigation.kinds import NETWORK, RESCUE
from trainkit.case.investigation.run import WEEK_H, Run, Waiting
from trainkit.case.investigation.team import Team

NEAR = frozenset({"transporter", "skipper", "organiser", "recruiter"})
"""Who is near transport: whoever listens to one of these may hear of a danger."""


def departures(run: Run) -> Waiting:
    """Let boats leave: at random, as often as the network is able to."""
    harm = run.spec.harm
    if harm.departures_a_week == 0.0:
        return
    for number in count():
        yield run.env.timeout(
            run.gap_h("case departure", number, 0, WEEK_H / harm.departures_a_week)
        )
        if run.chance("case departure so", number) < run.crew.capacity:
            _depart(run, number)


def _depart(run: Run, number: int) -> None:
    harm = run.spec.harm
    danger = run.chance("case danger", number) < harm.danger
    run.writer.write("departure", NETWORK, persons=harm.persons, danger=float(danger))
    if not danger:
        return
    told = [team for team in run.teams if _hears(run, team, number)]
    for team in told:
        run.writer.write("danger_known", team.name, persons=harm.persons)
    warned = bool(told) and _answer(run, told, number)
    _lose(run, number, harm.deaths_warned if warned else harm.deaths)


def _hears(run: Run, team: Team, number: int) -> bool:
    """Return whether a team hears of the danger: it must listen to somebody near transport."""
    near = any(
        heard and (member := run.member(person)) is not None and member.role in NEAR
        for person, heard in team.listening.items()
    )
    return near and run.chance("case heard", number, team.number) < run.spec.harm.foreseen


def _answer(run: Run, told: list[Team], number: int) -> bool:
    """Tell the rescue centre, as the plan says; return whether it was told."""
    if run.plan.on_danger == "hold":
        for team in told:
            run.writer.write("danger_held", team.name)
        return False
    run.writer.write("rescue_told", RESCUE)
    if run.chance("case rescue seen", number) < run.spec.harm.warning_alarm:
        run.alarm("rescue")
    for team in told:
        arrest.act_on_danger(run, team)
    return True


def deaths(drawn: float, persons: int, chance: float) -> int:
    """Return a binomial number by inversion: the more, the greater *drawn* or *chance*.

    Args:
        drawn: A uniform number in [0, 1).
        persons: People on board.
        chance: Chance of each to die.

    Examples:
        >>> [deaths(drawn, 2, 0.5) for drawn in (0.2, 0.25, 0.7, 0.8)]
        [0, 1, 1, 2]
    """
    if chance >= 1.0:
        return persons
    odds, term = chance / (1.0 - chance), (1.0 - chance) ** persons
    below = term
    for died in range(persons):
        if drawn < below:
            return died
        term *= odds * (persons - died) / (died + 1)
        below += term
    return persons


def _lose(run: Run, number: int, chance: float) -> None:
    """Write how many of those on board died, each at the same chance."""
    lost = deaths(run.chance("case death", number), run.spec.harm.persons, chance)
    if lost:
        run.writer.write("person_lost", RESCUE, persons=lost)
