"""First contacts of a run, and the chance that each finds somebody who is held there.

A contact finds somebody when the team suspects exploitation, knows where people are kept, and there
is somebody whom it has not met. What a team suspects hangs on answers that come as they come: the
mean over other answers to the same questions stands here, and not what was answered in one run.

Sources:
    Asmussen, Glynn (2007). *Stochastic Simulation*, chapter V.4: conditional Monte Carlo.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainkit.case.actors import Network
from trainkit.case.hypotheses import Hypotheses
from trainkit.case.investigation.findings import CHANCES
from trainkit.case.investigation.kinds import pool_number, team_name
from trainkit.case.investigation.people import FLOOR
from trainkit.case.investigation.run import WEEK_H
from trainkit.case.investigation.spec import ActionSpec, InvestigationSpec
from trainkit.case.investigation.team import BOTH, LAWFUL, PRIORS, SMUGGLING, Team
from trainkit.case.investigation.work import first_number
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck, many_normal, many_uniform, purpose

Column = NDArray[np.float64]

ANSWERS = 8
"""So many other rows of answers the mean is taken over, in each run."""
_ALIKE = 1e-9


class Played(NamedTuple):
    """A run that was played: its logbook, its luck, and the network that was drawn in it."""

    book: Logbook
    luck: Luck
    network: Network


@dataclass(frozen=True, eq=False)
class Contacts:
    """First contacts of one team in one run, in order.

    Attributes:
        done_h: When each was made, in hours, shape (contacts,).
        finds: Chance that it finds somebody if there is anybody, shape (contacts, answers).
    """

    done_h: Column
    finds: Column


def contacts(played: Played, spec: InvestigationSpec, number: int) -> Contacts:
    """Return the first contacts of a team.

    Args:
        played: The run.
        spec: What the run was told; its orders change nothing of what is read here.
        number: Number of the team.
    """
    done_h = _done(played, spec, number)
    team = team_name(spec.teams[number].side)
    asked = [entry.time_h for entry in played.book.of("hypothesis_tested", team)]
    asked_by = np.searchsorted(asked, done_h, side="right")
    yes = answered_yes(played.luck, number, len(asked), spec.plan.enquiry)
    doubt = suspected(asked_by[:, None], yes[:, asked_by].T, spec.plan.enquiry)
    return Contacts(done_h, doubt * _met(played, spec, number, done_h)[:, None])


def _done(played: Played, spec: InvestigationSpec, number: int) -> Column:
    """Return when the contacts of a team were made, in hours.

    A line of the log says by which staff and for how many hours; how many hours a contact takes is
    the luck of that contact, so that these lines are known among the others by their hours.
    """
    action = next((one for one in spec.actions if one.action == "first_contact"), None)
    if action is None:
        return np.zeros(0)
    done_h, worked_h = _served(played.book, pool_number(number, action.staff))
    staff = getattr(spec.teams[number], action.staff)
    own = _hours(played.luck, spec, number, action, len(done_h) + staff)
    place = np.minimum(np.searchsorted(own, worked_h * (1.0 - _ALIKE)), max(len(own) - 1, 0))
    return done_h[np.abs(own[place] - worked_h) <= _ALIKE * worked_h] if len(own) else done_h


def _served(book: Logbook, desk: int) -> tuple[Column, Column]:
    """Return when each service of a desk ended, and the hours that it took."""
    kind = [one.name for one in book.kinds].index("served")
    of = book.entries[book.entries["kind"] == kind]
    resource, worked = (book.kinds[kind].facts.index(fact) for fact in ("resource", "work_h"))
    of = of[of["facts"][:, resource] == desk]
    return of["time_h"], of["facts"][:, worked]


def _hours(luck: Luck, spec: InvestigationSpec, number: int, action: ActionSpec, n: int) -> Column:
    """Return the hours of the calendar that a team's first *n* contacts take, the shortest first.

    Whoever is served first began first, so that no contact beyond them can be in the log.
    """
    team = Team(number, spec.teams[number], {}, 0.0, Hypotheses({"so": 0.5, "not so": 0.5}))
    numbers = first_number(team, action.action) + np.arange(n)
    normal = many_normal(luck.key, purpose("case work"), numbers, 0, 0.0, action.work_sigma)
    return np.sort(action.work_median_h * np.exp(normal)) * WEEK_H / spec.staff_h_a_week


def _met(played: Played, spec: InvestigationSpec, number: int, done_h: Column) -> Column:
    """Return the chance that who looks is where people are kept: the share of keepers known."""
    side = spec.teams[number].side
    keepers = {
        actor.id
        for actor in played.network.actors
        if actor.role == "safe_house_keeper" and actor.side == side
    }
    shown = played.book.of("actor_shown", team_name(side))
    known = [entry.time_h for entry in shown if int(entry.facts["actor"]) in keepers]
    share = np.searchsorted(known, done_h, side="right") / max(len(keepers), 1)
    return np.maximum(share, FLOOR)


def answered_yes(luck: Luck, number: int, asked: int, enquiry: str) -> NDArray[np.int_]:
    """Return how many of the first 0, 1, … questions are answered with yes where it is so.

    Returns:
        Counts of shape (answers, asked + 1).
    """
    entities = np.arange(ANSWERS * asked)
    drawn = many_uniform(luck.key, purpose("case kind, other answers"), entities, number)
    yes = (drawn < CHANCES[enquiry][BOTH]).reshape(ANSWERS, asked)
    return np.concatenate([np.zeros((ANSWERS, 1), dtype=int), np.cumsum(yes, axis=1)], axis=1)


def suspected(
    asked: NDArray[np.int_], yes: NDArray[np.int_], enquiry: str = "discriminate"
) -> Column:
    """Return the chance, to a team, that people are exploited, after some answers; by Bayes.

    Args:
        asked: Questions that were asked.
        yes: How many of them were answered with yes.
        enquiry: What they were chosen for, as the plan says.

    Examples:
        >>> import numpy as np
        >>> suspected(np.array([0, 1, 1]), np.array([0, 1, 0])).round(3).tolist()
        [0.2, 0.519, 0.082]
    """
    priors, chances = (_in_order(of) for of in (PRIORS, CHANCES[enquiry]))
    no = (asked - yes)[..., None] * np.log1p(-chances)
    weighed = np.log(priors) + yes[..., None] * np.log(chances) + no
    odds = np.exp(weighed - weighed.max(axis=-1, keepdims=True))
    found: Column = odds[..., 0] / odds.sum(axis=-1)
    return found


def _in_order(chances: Mapping[str, float]) -> Column:
    """Return what holds under each explanation, that people are exploited first."""
    return np.array([chances[so] for so in (BOTH, SMUGGLING, LAWFUL)])


def of_runs(runs: Sequence[Played], spec: InvestigationSpec) -> list[Contacts]:
    """Return the contacts of each team in each run: run after run, team after team."""
    return [contacts(run, spec, number) for run in runs for number in range(len(spec.teams))]
