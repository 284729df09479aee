"""The cutter, the second unit, the boat and the flag State as SimPy processes.

The cutter does its acts in their order. When rescue is due by a cue, it drops what it does, rescues
in the right order, and goes on afterwards. Nothing is measured here.
"""

import math
from collections.abc import Generator
from contextlib import suppress
from typing import Any

import simpy

from trainkit.joint.enforcement.boarding.fate import draw_fate, known_h
from trainkit.joint.enforcement.boarding.flag import flag_state
from trainkit.joint.enforcement.boarding.kinds import BOAT, CUTTER, HELPER
from trainkit.joint.enforcement.boarding.proof import found
from trainkit.joint.enforcement.boarding.scene import Scene
from trainkit.joint.enforcement.boarding.spec import ACTS, RESCUE_ACTS, BoardingSpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Waiting = Generator[Any, Any, None]
_ALONGSIDE = ("jackets", "take_off", "board")


def start(env: simpy.Environment, spec: BoardingSpec, luck: Luck, writer: Writer) -> None:
    """Sight the boat and start everybody's process."""
    fate = draw_fate(spec, luck)
    scene = Scene(env, spec, luck, writer, fate, list(range(spec.persons)))
    writer.write("boat_sighted", BOAT, persons=spec.persons, hurt=spec.hurt)
    night = Night(scene)
    for process in (night.boat, night.cutter, night.second_unit, night.end):
        env.process(process())


class Night:
    """The processes of one night about its scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.env, self.spec = scene, scene.env, scene.spec
        events = (scene.env.event() for _ in range(4))
        self.due, self.reported, self.answered, self.emptied = events

    def boat(self) -> Waiting:
        """Show a cue, be in distress, be swamped, as long as people are on board."""
        fate = self.scene.fate
        events = (
            (fate.sign_h, "sign_shown"),
            (fate.distress_h, "boat_in_distress"),
            (fate.swamped_h, "boat_swamped"),
        )
        for at_h, kind in events:
            yield self.env.timeout(max(0.0, at_h - self.scene.now_h))
            if not self.scene.waiting or self.scene.swamped_h is not None:
                return
            if kind == "boat_swamped":
                self.scene.swamp("weather")
            else:
                self.scene.pen.write(kind, BOAT)

    def _watch(self) -> Waiting:
        """Say when rescue is due."""
        while self.scene.waiting and not self.due.triggered:
            left_h = math.inf if self.scene.left_h is None else self.scene.left_h
            wait_h = known_h(self.spec, self.scene.fate, left_h) - self.scene.now_h
            if wait_h <= 0.0:
                self.due.succeed()
            elif math.isinf(wait_h):
                return
            else:
                yield self.env.timeout(wait_h)

    def cutter(self) -> Waiting:
        """Do the acts in order; rescue when it is due; keep watch to the end."""
        ordered = self.spec.rescue_at == "as_ordered"
        if ordered:
            self.scene.pen.write("distress_known", CUTTER)
        self.env.process(self._watch())
        for one in self.spec.acts:
            if ordered:
                yield from self._act(one.act)
            else:
                yield from self._unless_due(one.act)
        if not ordered and not self.due.processed:
            yield self.due
            yield from self._rescue()

    def _unless_due(self, act: str) -> Waiting:
        """Do an act; if rescue falls due meanwhile, drop it, rescue, and do it after."""
        if self.due.processed or not self.scene.waiting:
            yield from self._act(act)
            return
        doing = self.env.process(self._droppable(act))
        yield doing | self.due
        if self.due.triggered and doing.is_alive:
            doing.interrupt()
            self.scene.pen.write("act_dropped", CUTTER, act=act)
            yield from self._rescue()
            yield from self._act(act)
        elif self.due.triggered:
            yield from self._rescue()

    def _rescue(self) -> Waiting:
        """Rescue in the right order."""
        self.scene.pen.write("distress_known", CUTTER)
        for act in RESCUE_ACTS:
            yield from self._act(act)

    def _droppable(self, act: str) -> Waiting:
        with suppress(simpy.Interrupt):
            yield from self._act(act)

    def _act(self, act: str) -> Waiting:
        scene = self.scene
        if act == "board":
            yield from self._until_nobody_waits()
            yield from self._until_answered()
            if self._forgoes():
                return
        basis = {"basis": "flag_consent" if scene.answer == "granted" else "none"}
        scene.pen.write("act_began", CUTTER, act=act, **(basis if act == "board" else {}))
        if act in _ALONGSIDE and scene.waiting:
            yield from self._approach(act)
        yield self.env.timeout(scene.duration_h(act, ACTS.index(act)))
        self._take_effect(act)
        scene.pen.write("act_ended", CUTTER, act=act, items=found(scene, act))

    def _until_nobody_waits(self) -> Waiting:
        """Stand by while others still wait on the boat for the second unit."""
        if self.scene.aboard and self.scene.waiting:
            yield self.emptied

    def _until_answered(self) -> Waiting:
        """Wait for the flag State, if it was asked, as long as patience lasts."""
        if self.scene.asked and not self.answered.triggered:
            yield self.answered | self.env.timeout(self.spec.patience_h)

    def _forgoes(self) -> bool:
        """Return whether the boarding is left alone for want of an answer that allows it."""
        scene = self.scene
        if scene.answer == "granted" or (not scene.asked and self.spec.rescue_at == "as_ordered"):
            return False
        if self.spec.on_silence == "board":
            return False
        scene.pen.write("boarding_forgone", CUTTER, answer=scene.answer)
        if self.spec.on_silence == "leave" and scene.waiting:
            scene.left_h = scene.now_h
            scene.pen.write("scene_left", CUTTER)
        return True

    def _approach(self, act: str) -> Waiting:
        """Come alongside, once; handing over lifejackets is done from a distance."""
        scene = self.scene
        yield self.env.timeout(scene.distance_nm() / self.spec.cutter_kn if self._is_away() else 0)
        self._came = True
        if act == "board" and scene.answer == "granted":
            scene.jackets = True
        if act != "jackets":
            scene.come_alongside()

    _came = False

    def _is_away(self) -> bool:
        return not self._came or self.scene.left_h is not None

    def _take_effect(self, act: str) -> None:
        scene = self.scene
        if act == "report" and not self.reported.triggered:
            self.reported.succeed()
        elif act == "jackets" and scene.swamped_h is None:
            scene.jackets = True
        elif act == "take_off":
            scene.take_in(scene.recover(CUTTER, scene.room))
        elif act == "triage":
            scene.cared = scene.cared or scene.uncared[0] > 0 or not self.spec.hurt
            scene.care()
        elif act == "ask" and not scene.asked:
            scene.asked = True
            self.env.process(flag_state(scene, self.answered))
        elif act == "board" and scene.answer == "granted":
            scene.escort()

    def second_unit(self) -> Waiting:
        """Come after the report, or late when nobody reported; take all who still wait."""
        first_h = self.spec.overheard_h + self.scene.fate.distress_h
        late = self.env.timeout(first_h)
        yield self.reported | late
        if self.reported.triggered:
            yield late | self.env.timeout(self.spec.helper_h)
        if self.scene.waiting:
            self.scene.recover(HELPER, self.spec.persons)
            self.emptied.succeed()

    def end(self) -> Waiting:
        """Close the books at the end of the night."""
        yield self.env.timeout(self.spec.night_h)
        self.scene.close()
