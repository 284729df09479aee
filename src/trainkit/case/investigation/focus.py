"""Whom an action is aimed at: a choice on what the team knows, never on the truth."""

from collections.abc import Callable, Iterator

from trainkit.case.investigation.run import Run
from trainkit.case.investigation.team import Team

MONEY_ROLES = frozenset({"financier", "value_transfer_agent"})
_SURE = 0.995

Score = Callable[[Run, Team, int], float]


def targets(run: Run, team: Team, action: str) -> Iterator[int]:
    """Yield whom an action may be aimed at, the most wanted first.

    Those it was aimed at least often come first, then those who suit the focus. Of two alike the
    one with the lower number comes first.
    """
    score, near = _SCORES[run.plan.focus], run.reach(team.number, action)
    by_times: dict[int, list[int]] = {}
    for person in team.known:
        if person in near and person not in run.arrested and _due(run, team, action, person):
            by_times.setdefault(team.tried[action, person], []).append(person)
    for times in sorted(by_times):
        yield from sorted(by_times[times], key=lambda one: (-score(run, team, one), one))


def _due(run: Run, team: Team, action: str, person: int) -> bool:
    """Return whether the action makes sense now: a device was seized, money was traced."""
    if action == "digital_forensics":
        return team.tried["search", person] > 0
    if action == "freeze":
        return run.traced.get(person, 0.0) > run.frozen.get(person, 0.0)
    return True


def _hub(_run: Run, team: Team, person: int) -> float:
    return float(len(team.ties.get(person, ())))


def _low(_run: Run, team: Team, person: int) -> float:
    return -float(len(team.ties.get(person, ())))


def _money(run: Run, team: Team, person: int) -> float:
    """Those who are known to move money, then those tied to them."""
    if _moves_money(run, person):
        return 2.0
    return float(any(_moves_money(run, other) for other in team.ties.get(person, ())))


def _moves_money(run: Run, person: int) -> bool:
    member = run.member(person)
    return member is not None and member.role in MONEY_ROLES


def _brokers(_run: Run, team: Team, person: int) -> float:
    """Pairs of acquaintances who are not known to be tied themselves: who stands between others."""
    others = team.ties.get(person, set())
    closed = sum(len(others & team.ties.get(other, set())) for other in others) / 2
    return len(others) * (len(others) - 1) / 2 - closed


def _least_known(_run: Run, team: Team, person: int) -> float:
    """Those about whom least is held and who are suspected most."""
    return team.posterior(person) * (team.court_posterior(person) < _SURE)


_SCORES: dict[str, Score] = {
    "hub": _hub,
    "low_level": _low,
    "money": _money,
    "brokers": _brokers,
    "map": _least_known,
}
