"""Whom an action is aimed at: a choice on what the team knows, never on the truth."""

from collections.abc import Callable, Collection, Iterator
from heapq import heapify, heappop

from trainkit.case.investigation import freezing
from trainkit.case.investigation.run import Run
from trainkit.case.investigation.team import Team

MONEY_ROLES = frozenset({"financier", "value_transfer_agent"})

Score = Callable[[int], float]


def targets(run: Run, team: Team, action: str) -> Iterator[int]:
    """Yield whom an action may be aimed at, the most wanted first.

    Those it was aimed at least often come first, then those who suit the focus. Of two alike the
    one with the lower number comes first.
    """
    score, times = _SCORES[run.plan.focus](run, team), team.tried[action]
    wanted = [(times.get(one, 0), -score(one), one) for one in _open(run, team, action)]
    heapify(wanted)
    while wanted:
        yield heappop(wanted)[2]


def _open(run: Run, team: Team, action: str) -> Collection[int]:
    """Return those for whom the action makes sense now: a device was seized, money is known."""
    near, arrested = run.reach(team.number, action), run.arrested
    people = (team.known.keys() & near) - arrested
    if action == "digital_forensics":
        return [person for person in people if team.times("search", person)]
    if action == "freeze":
        known = people & run.register.lots.keys()
        return [person for person in known if freezing.freezable(run, team, person)]
    return people


def _hub(_run: Run, team: Team) -> Score:
    return lambda person: float(len(team.ties.get(person, ())))


def _low(_run: Run, team: Team) -> Score:
    return lambda person: -float(len(team.ties.get(person, ())))


def _money(run: Run, team: Team) -> Score:
    """Those who are known to move money, then those tied to them."""

    def score(person: int) -> float:
        if _moves_money(run, person):
            return 2.0
        return float(any(_moves_money(run, other) for other in team.ties.get(person, ())))

    return score


def _moves_money(run: Run, person: int) -> bool:
    member = run.member(person)
    return member is not None and member.role in MONEY_ROLES


def _brokers(_run: Run, team: Team) -> Score:
    """Pairs of acquaintances who are not known to be tied themselves: who stands between others."""

    def score(person: int) -> float:
        others = team.ties.get(person, set())
        closed = sum(len(others & team.ties.get(other, set())) for other in others) / 2
        return len(others) * (len(others) - 1) / 2 - closed

    return score


def _least_known(_run: Run, team: Team) -> Score:
    """Those about whom least is held and who are suspected most."""
    return team.wanted.__getitem__


_SCORES: dict[str, Callable[[Run, Team], Score]] = {
    "hub": _hub,
    "low_level": _low,
    "money": _money,
    "brokers": _brokers,
    "map": _least_known,
}
