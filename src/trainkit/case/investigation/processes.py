"""An investigation as SimPy processes: who begins. Nothing is measured here."""

import math
from itertools import product

import simpy

from trainkit.case import hypotheses
from trainkit.case.actors import Network
from trainkit.case.investigation import (
    arrest,
    departures,
    forecast,
    orders,
    partner,
    people,
    work,
)
from trainkit.case.investigation.bystanders import wrongly
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.crew import Crew
from trainkit.case.investigation.findings import show
from trainkit.case.investigation.run import Run
from trainkit.case.investigation.sense import require_sense
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.team import PRIORS, Team, staffed
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer


def start(env: simpy.Environment, spec: InvestigationSpec, luck: Luck, writer: Writer) -> Run:
    """Open the case: draw the network, staff the teams, and let everything begin.

    Raises:
        TrainkitError: the plan contradicts itself, or the law.
    """
    require_sense(spec)
    run = opened(env, spec, luck, writer)
    for order in spec.orders:
        env.process(orders.obey(run, order))
    for process in (
        *(run.crew.recovery(), departures.departures(run), people.arrivals(run)),
        *(arrest.waves(run), partner.joint_team(run)),
    ):
        env.process(process)
    for team, action in product(run.teams, run.actions):
        run.lines[team.number, action] = env.process(work.occasions(run, team, action))
    return run


def opened(env: simpy.Environment, spec: InvestigationSpec, luck: Luck, writer: Writer) -> Run:
    """Return the case as it is opened, with nobody at work yet."""
    run = _set_up(env, spec, luck, writer)
    forecast.draw_ahead(run)
    for team in run.teams:
        _hear_first(run, team)
    return run


def _set_up(env: simpy.Environment, spec: InvestigationSpec, luck: Luck, writer: Writer) -> Run:
    """Return the case before either team has heard of anybody."""
    drawn, bystanders = cast(spec, luck)
    return Run(
        env=env,
        spec=spec,
        luck=luck,
        writer=writer,
        network=drawn,
        crew=Crew(env, writer, drawn, spec.ring, luck),
        teams=_teams(env, writer, spec),
        plan=spec.plan,
        trafficking=luck.uniform("case trafficking", 0) < spec.harm.trafficking,
        around=_around(drawn, bystanders, spec, luck),
        bystanders=bystanders,
    )


def _teams(env: simpy.Environment, writer: Writer, spec: InvestigationSpec) -> tuple[Team, ...]:
    return tuple(_team(env, writer, spec, number) for number in range(len(spec.teams)))


def _team(env: simpy.Environment, writer: Writer, spec: InvestigationSpec, number: int) -> Team:
    told, prior = spec.teams[number], spec.court.prior
    return Team(
        number=number,
        spec=told,
        desks=staffed(env, writer, number, told),
        prior=math.log(prior / (1.0 - prior)),
        belief=hypotheses.Hypotheses(PRIORS),
    )


def _around(
    drawn: Network, bystanders: tuple[int, ...], spec: InvestigationSpec, luck: Luck
) -> dict[int, tuple[int, ...]]:
    """Return whom everybody is tied to, bystanders among them."""
    around = {person: list(others) for person, others in drawn.neighbours.items()}
    members = [actor.id for actor in drawn.actors]
    for bystander in bystanders:
        picks = (luck.uniform("case bystander", bystander, n) for n in range(spec.ring.met))
        met = sorted({members[int(pick * len(members))] for pick in picks})
        around[bystander] = met
        for member in met:
            around[member].append(bystander)
    return {person: tuple(sorted(others)) for person, others in sorted(around.items())}


def _hear_first(run: Run, team: Team) -> None:
    """Let a team know of those whom its State's police know of: a rumour, which no court hears."""
    wrong = {
        person
        for person in run.bystanders
        if run.chance("case rumour", person, team.number)
        < wrongly(run, person, run.spec.court.rumour_wrong)
    }
    for person in sorted(wrong | run.network.seen_by(team.spec.side)):
        show(run, team.number, person)
        team.suspect(person, math.log(run.spec.court.rumour))
