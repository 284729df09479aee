"""The run of a disruption in SimPy: mapping, arrests, dangers, harm, and posts that are filled."""

from collections.abc import Callable, Generator
from typing import Any

import simpy

from trainkit.case.disruption.adaptation import Ring
from trainkit.case.disruption.choosing import cost, presumed_victims, targets
from trainkit.case.disruption.kinds import TEAMS
from trainkit.case.disruption.picture import Picture, network_of, signs_of_coercion
from trainkit.case.disruption.spec import DisruptionSpec
from trainkit.case.disruption.work import kind_of
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

WEEK_H = 168.0
Waiting = Generator[Any, Any, None]


class Case:
    """One case that is running.

    Attributes:
        ring: The network as it is now.
        picture: What the teams know of it.
        units: Units of work that are left.
        joined: Whether the other State's team takes part by now.
        struck: Whether the first arrest has been made.
        closed: Whether the weeks that are looked at are over; nothing is written after them.
    """

    def __init__(
        self, env: simpy.Environment, spec: DisruptionSpec, luck: Luck, writer: Writer
    ) -> None:
        network = network_of(spec.network, spec.network_seed)
        self.env, self.spec, self.luck, self.writer = env, spec, luck, writer
        self.ring = Ring(network, spec.replacement, luck, spec.adaptation)
        self.picture = Picture(spec, network, luck)
        self.units = spec.budget
        self.joined = self.struck = self.closed = False
        self.call_up = env.event()
        self.emptied = env.event()

    def write(self, kind: str, subject: str = TEAMS[0], /, **facts: float | str) -> None:
        """Write an entry, of the first team unless another is named."""
        if not self.closed:
            self.writer.write(kind, subject, **facts)

    def work(self, number: int) -> str:
        """Return the kind of work of an actor."""
        return kind_of(self.picture.network.by_id[number]) or "other"

    def tell_capacity(self) -> None:
        """Write what the network can do now."""
        self.write("capacity_changed", "network", capacity=self.ring.capacity())

    def harm(self, weight: float) -> None:
        """Write harm as often as its *weight* has whole parts."""
        for _ in range(int(weight)):
            self.write("harm_done", "network")


def start(env: simpy.Environment, spec: DisruptionSpec, luck: Luck, writer: Writer) -> None:
    """Open the case and start what goes on in it."""
    case = Case(env, spec, luck, writer)
    told = {"harm_per_week": spec.harm_per_week, "danger_harm": spec.danger_harm}
    case.write("case_opened", known=len(case.picture.known), **told)
    case.tell_capacity()
    if spec.partner == "joint":
        env.process(_joining(case))
    for process in (_plan, _recovery, _harm, _dangers, _closing):
        env.process(process(case))


def _joining(case: Case) -> Waiting:
    case.units -= case.spec.cost_joint
    yield case.env.timeout(case.spec.joint_weeks * WEEK_H)
    case.joined = True
    case.picture.join()
    case.write("teams_joined", TEAMS[1], known=len(case.picture.known))


def _plan(case: Case) -> Waiting:
    """Map week by week, and arrest on the day, at a danger, or as people are found."""
    for week in range(case.spec.mapping_weeks):
        if case.spec.timing == "as_found":
            _arrest(case)
        yield case.env.timeout(WEEK_H) | case.call_up
        if case.call_up.triggered:
            break
        for number in case.picture.look(case.ring, week, case.struck):
            case.write("actor_found", actor=number, work=case.work(number))
    _arrest(case)


def _arrest(case: Case) -> None:
    spec = case.spec
    chosen = targets(spec, case.picture, case.ring, case.joined, case.units)
    if not chosen:
        return
    if not case.struck:
        case.struck = True
        case.write("arrests_began", known=len(case.picture.known), units=case.units)
        if spec.skippers == "screen":
            for number in presumed_victims(spec, case.picture):
                case.write("possible_victim_referred", actor=number)
    gone = [number for number in chosen if _is_caught(case, number)]
    case.ring.remove(gone, case.env.now)
    case.tell_capacity()
    case.emptied.succeed()
    case.emptied = case.env.event()


def _is_caught(case: Case, number: int) -> bool:
    actor = case.picture.network.by_id[number]
    units = cost(case.spec, actor)
    case.units -= units
    told: dict[str, float | str] = {"actor": number, "work": case.work(number), "units": units}
    if case.luck.uniform("arrest", number) < case.spec.success:
        signs = float(signs_of_coercion(case.spec, actor))
        case.write("actor_arrested", **told, signs_of_coercion=signs)
        return True
    case.write("actor_escaped", **told)
    case.picture.known.discard(number)
    return False


def _recovery(case: Case) -> Waiting:
    """Fill posts as they fall due."""
    while True:
        wait_h = case.ring.next_h - case.env.now
        if wait_h == float("inf"):
            yield case.emptied
        else:
            yield case.env.timeout(max(wait_h, 0.0)) | case.emptied
        taken = case.ring.recover(case.env.now)
        for one in taken:
            case.write("post_taken_over", "network", actor=one.actor, work=one.kind)
        if taken:
            case.tell_capacity()


def _harm(case: Case) -> Waiting:
    """Let harm happen at a rate in proportion to what the network can do."""
    yield from _thinned(case, "harm", case.spec.harm_per_week, lambda: case.harm(1.0))


def _dangers(case: Case) -> Waiting:
    """Let dangers to life become known beforehand; before the day the plan says what is done."""
    yield from _thinned(case, "danger", case.spec.danger_per_week, lambda: _in_danger(case))


def _thinned(case: Case, name: str, per_week: float, happens: Callable[[], None]) -> Waiting:
    n = 0
    while per_week > 0.0:
        yield case.env.timeout(case.luck.exponential(name, 0, n, mean=WEEK_H / per_week))
        if case.luck.uniform(f"{name} thinned", 0, n) < case.ring.capacity():
            happens()
        n += 1


def _in_danger(case: Case) -> None:
    case.write("danger_learned")
    if case.spec.on_danger == "wait" and not case.struck:
        case.write("danger_left")
        case.harm(case.spec.danger_harm)
        return
    case.write("danger_averted")
    if not case.struck and not case.call_up.triggered:
        case.call_up.succeed()


def _closing(case: Case) -> Waiting:
    yield case.env.timeout(case.spec.followed_weeks * WEEK_H)
    case.write("case_closed", units_left=case.units)
    case.closed = True
