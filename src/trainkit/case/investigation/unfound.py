"""Days of exploitation as runs would have them on average, given whom the teams know and when.

Of the people whom a team has not met, their number alone is followed: as a chance for each number,
day by day and contact by contact. People come as often as the network is able to, one for one State
and the next for the other; it ends without anybody after an exponential time, so that whoever is
found is spared the same mean, whoever it is.

Sources:
    Asmussen, Glynn (2007). *Stochastic Simulation*, chapter V.4: conditional Monte Carlo.
    Kemeny, Snell (1960). *Finite Markov Chains*, for the chances of a number day by day.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainkit.case.investigation import looking
from trainkit.case.investigation.looking import ANSWERS, Contacts, Played
from trainkit.case.investigation.overheard import capacities
from trainkit.case.investigation.recognising import recognised
from trainkit.case.investigation.run import DAY_H
from trainkit.case.investigation.spec import HarmSpec, InvestigationSpec

Column = NDArray[np.float64]

_MOST = 16
"""More people than that whom one team has not met are as many: it finds one as surely."""
_MONTH_DAYS = 30.0


class _Due(NamedTuple):
    """Contacts of one day, at most one of a team and run: of whom, with what chance, for what."""

    day: int
    rows: NDArray[np.int_]
    finds: Column
    spared: Column


def exploited_days(runs: Sequence[Played], spec: InvestigationSpec, until_h: float) -> Column:
    """Return the days of exploitation until the end of each run, on average, over people.

    Args:
        runs: The runs, all of one scenario in which people are exploited.
        spec: What they were told.
        until_h: Their end, in hours.

    Returns:
        Days of shape (runs,).
    """
    harm, days = spec.harm, until_h / DAY_H
    found = looking.of_runs(runs, spec)
    spared = _spared(found, harm, days).reshape(len(runs), len(spec.teams)).sum(axis=1)
    unseen = np.array([_if_nobody_looked(run, harm, days) for run in runs])
    days_left: Column = unseen - recognised(spec) * spared
    return days_left


def left_days(harm: HarmSpec, at_day: Column, days: float) -> Column:
    """Return the mean days of exploitation from a day to the end, of whom nobody finds."""
    mean = harm.exploited_mean_days
    return mean * -np.expm1(-(days - at_day) / mean)


def _if_nobody_looked(run: Played, harm: HarmSpec, days: float) -> float:
    """Return the mean days of exploitation if nobody were found, at the capacity of the run."""
    times, capacity = capacities(run.book)
    edges = np.append(np.minimum(times / DAY_H, days), days)
    # From one edge to the next the mean days that are left add up to mean x (length - difference).
    mean = harm.exploited_mean_days
    area = mean * (np.diff(edges) - np.diff(left_after(harm, edges, days)))
    return float(np.sum(capacity * area)) * harm.exploited_a_month / _MONTH_DAYS


def left_after(harm: HarmSpec, at_day: Column, days: float) -> Column:
    """Return the integral of exp(-(days - t) / mean) up to a day, but for a constant."""
    mean = harm.exploited_mean_days
    return mean * np.exp(-(days - at_day) / mean)


def _spared(teams: list[Contacts], harm: HarmSpec, days: float) -> Column:
    """Return the days that contacts spare on average, by run and team, if all are recognised."""
    step = a_day(harm)
    chances = np.zeros((len(teams), ANSWERS, len(step)))
    first = np.arange(len(teams)) % 2 == 0
    chances[first, :, 1], chances[~first, :, 0] = 1.0, 1.0
    spared, day = np.zeros(len(teams)), 0
    for due in _dues(teams, harm, days):
        while day < due.day:
            chances, day = chances @ step, day + 1
        here = chances[due.rows]
        anybody = 1.0 - here[..., :2].sum(axis=-1)
        spared[due.rows] += (due.finds * anybody).mean(axis=1) * due.spared
        chances[due.rows] = one_fewer(here, due.finds)
    return spared


def a_day(harm: HarmSpec) -> Column:
    """Return the chances of the number of people not met, from one day to the next.

    The state 2 k + 1 is: k people, and the next who comes is of this State; 2 k: of the other. The
    network is taken to be as able as at first: this decides only whether anybody is there.
    """
    from scipy.linalg import expm

    states = 2 * (_MOST + 1)
    pace, moves = harm.exploited_a_month / _MONTH_DAYS, np.zeros((states, states))
    for many in range(_MOST + 1):
        moves[2 * many, 2 * many + 1] = pace
        moves[2 * many + 1, 2 * min(many + 1, _MOST)] = pace
        for state in (2 * many, 2 * many + 1) if many else ():
            moves[state, state - 2] = many / harm.exploited_mean_days
    moves -= np.diag(moves.sum(axis=1))
    after: Column = expm(moves)
    return after


def one_fewer(chances: Column, finds: Column) -> Column:
    """Return the chances of the number of people not met, after a contact.

    Args:
        chances: Before it, shape (..., states).
        finds: Chance that it meets somebody where there is anybody, shape (...).
    """
    met = finds[..., None] * chances
    after = chances - met
    after[..., :-2] += met[..., 2:]
    after[..., :2] += met[..., :2]
    return after


def _dues(teams: list[Contacts], harm: HarmSpec, days: float) -> Iterator[_Due]:
    """Yield the contacts day by day, each team's first of a day before any second."""
    rows = np.repeat(np.arange(len(teams)), [len(one.done_h) for one in teams])
    at_day = np.concatenate([one.done_h for one in teams]) / DAY_H
    finds = np.concatenate([one.finds for one in teams])
    day = np.rint(at_day).astype(int)
    turn = _turns(rows, day)
    spared = left_days(harm, at_day, days)
    for on, nth in sorted(set(zip(day.tolist(), turn.tolist(), strict=True))):
        some = np.flatnonzero((day == on) & (turn == nth))
        yield _Due(on, rows[some], finds[some], spared[some])


def _turns(rows: NDArray[np.int_], day: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return whether each contact is its team's first of a day, second, …, counted from 0."""
    seen: dict[tuple[int, int], int] = {}
    turns = []
    for at in zip(rows.tolist(), day.tolist(), strict=True):
        turns.append(seen.get(at, 0))
        seen[at] = turns[-1] + 1
    return np.array(turns, dtype=int)
