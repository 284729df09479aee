"""What a team knows at a pause: whom, how sure, by what; never the truth.

Whoever is known is shown with the part that the first item on that person speaks of. With somebody
who has no part in it that is an error, drawn as luck among the parts that the network has, so that
nobody is told apart by it.
"""

from collections.abc import Iterable, Iterator, Mapping

from trainkit.case.investigation.run import DAY_H, Run
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.team import Item, Team
from trainkit.exercise.case import standing
from trainkit.exercise.case.choices import choices
from trainkit.exercise.case.known import CasePicture, KnownActor, KnownItem, KnownTie
from trainkit.exercise.case.told import told
from trainkit.exercise.live import Live
from trainkit.kernel.logbook import Entry, Logbook


def picture(live: Live, spec: InvestigationSpec, side: str, now_h: float) -> CasePicture:
    """Return what the team of a State knows of a run.

    Args:
        live: The run.
        spec: What is played.
        side: Alder or Borea.
        now_h: The moment of the pause.
    """
    run: Run = live.state
    team = next(one for one in run.teams if one.spec.side == side)
    book = live.logbook
    actors = _actors(run, team, book)
    return CasePicture(
        side=side,
        time_h=now_h,
        plan=run.plan,
        explanations=dict(team.belief.posterior),
        actors=tuple(sorted(actors, key=lambda one: (-one.believed, one.number))),
        orders=tuple(_orders(run, team, standing.in_force(book, side, now_h))),
        waiting=tuple(standing.waiting(book, side)),
        joint=run.joint,
        deferred=team.deferred,
        told=tuple(told(book, side)),
        choices=tuple(choices(spec, run.plan, book, now_h)),
    )


def _orders(run: Run, team: Team, held: Iterator[standing.InForce]) -> Iterator[standing.InForce]:
    """Yield the orders that are still of use: an arrest that is made needs none."""
    for order in sorted(held, key=lambda one: one.ends_days):
        spent = order.action == "arrest" and order.target in run.arrested
        if not spent and (order.action != "defer_arrest" or team.deferred):
            yield order


def _actors(run: Run, team: Team, book: Logbook) -> Iterator[KnownActor]:
    received = standing.received(book, team.spec.side)
    shown = standing.shown_by(book, team.spec.side)
    for number in team.known:
        items = zip(team.items.get(number, ()), received.get(number, ()), strict=True)
        yield KnownActor(
            number=number,
            role=_role(run, team, number),
            believed=team.posterior(number),
            proven=team.court_posterior(number),
            items=tuple(_item(team, item, entry) for item, entry in items),
            ties=tuple(_ties(number, team.ties.get(number, ()), shown)),
            arrested=number in run.arrested,
        )


def _ties(
    number: int, others: Iterable[int], shown: Mapping[frozenset[int], str]
) -> Iterator[KnownTie]:
    for other in sorted(others):
        yield KnownTie(other, shown.get(frozenset({number, other}), "start"))


def _item(team: Team, item: Item, entry: Entry) -> KnownItem:
    """Return an item; one that came again by a better channel is heard for that."""
    return KnownItem(
        number=item.number,
        action=item.action,
        origin=str(entry.facts["channel"]),
        grade=item.grade,
        against=item.weight > 0.0,
        admissible=item.source in team.as_evidence,
        day=entry.time_h / DAY_H,
    )


def _role(run: Run, team: Team, number: int) -> str:
    if not team.items.get(number):
        return "contact"
    member = run.member(number)
    if member is None:
        parts = run.network.actors
        drawn = run.chance("case taken for", number, team.number)
        member = parts[int(drawn * len(parts))]
    return str(member.role)
