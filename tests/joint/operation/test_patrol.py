"""What a patrol sees on a straight course meets the inverse cube law and its sweep width."""

import math

import numpy as np
import pytest
import simpy
from scipy import stats
from scipy.integrate import quad
from tests.joint.operation.waters import operation, unit

from trainkit.joint.operation import MODEL, patrol, processes
from trainkit.joint.operation.records import activate
from trainkit.joint.operation.state import IN_WATER, UNDER_WAY
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

WIDTH_NM, SPEED_KN, HALF_NM, OUT_NM = 4.0, 20.0, 200.0, 20.0
PASSES = 12_000
WATER_NM = 1.0


class Passing:
    """A patrol that passes one boat, again and again with other luck."""

    def __init__(self, **values):
        spec = operation(
            units=(
                unit(
                    flies=True,
                    patrol_speed_kn=SPEED_KN,
                    sweep_width_nm=WIDTH_NM,
                    water_sweep_width_nm=WATER_NM,
                ),
            ),
            **values,
        )
        env = simpy.Environment()
        writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
        self.run = processes.start(env, spec, Luck(7), writer).run
        self.run.nows[0].cases = 1
        self.boat.afloat, self.boat.state = 1, UNDER_WAY
        activate(self.run, 0)

    @property
    def boat(self):
        return self.run.boats[0]

    def seen(self, lateral_nm, boat_kn=(0.0, 0.0)):
        """Return whether a pass at a lateral range sees the boat, which may move too."""
        me, across = self.run.units[0], np.array(boat_kn) - np.array([SPEED_KN, 0.0])
        normal = np.array([-across[1], across[0]]) / np.hypot(*across)
        start = lateral_nm * normal - across * HALF_NM / SPEED_KN + np.array([-HALF_NM, 0.0])
        self.boat.x_nm, self.boat.y_nm = map(float, start)
        self.boat.vx_kn, self.boat.vy_kn = boat_kn
        self.boat.luck += 1
        me.x_nm, me.y_nm, me.vx_kn, me.vy_kn, me.since_h = -HALF_NM, 0.0, 0.0, 0.0, 0.0
        me.toward_x_nm, me.toward_y_nm = HALF_NM, 0.0
        self.run.nows[0].queued = 0
        patrol.look(self.run, 0, 0.0)
        return me.sees == 0

    def swept_nm(self, width_nm, boat_kn=(0.0, 0.0)):
        """Return the part of passes that see, and what the law says of passes this far out."""
        drawn = np.random.default_rng(1946).uniform(-OUT_NM, OUT_NM, PASSES)
        seen = sum(self.seen(float(lateral), boat_kn) for lateral in drawn)
        relative_kn = math.hypot(boat_kn[0] - SPEED_KN, boat_kn[1])
        half_nm = relative_kn * HALF_NM / SPEED_KN

        def law(lateral):
            whole = width_nm**2 * SPEED_KN / (4.0 * math.pi * relative_kn * lateral**2)
            return -math.expm1(-whole * half_nm / math.hypot(half_nm, lateral))

        return seen, 2.0 * quad(law, 1e-12, OUT_NM, limit=200)[0] / (2.0 * OUT_NM)


def test_the_law_integrates_to_the_sweep_width():
    total, _ = quad(
        lambda x: -math.expm1(-(WIDTH_NM**2) / (4.0 * math.pi * x * x)), 1e-12, np.inf, limit=400
    )

    assert 2.0 * total == pytest.approx(WIDTH_NM, rel=1e-6)


@pytest.mark.parametrize("boat_kn", [(0.0, 0.0), (0.0, 6.0), (-15.0, 5.0), (10.0, -3.0)])
def test_a_patrol_sees_as_often_as_the_law_says_while_both_move(boat_kn):
    seen, chance = Passing().swept_nm(WIDTH_NM, boat_kn)

    assert stats.binomtest(seen, PASSES, chance).pvalue > 1e-3


def test_a_boat_that_is_run_down_is_always_seen():
    passing = Passing()

    assert all(passing.seen(0.0) for _ in range(50))


def test_what_comes_within_the_definite_range_is_always_seen():
    passing, blind = Passing(definite_range_nm=1.5), Passing()
    lateral = [1.4] * 400

    assert all(passing.seen(nm) for nm in lateral)
    expected = -math.expm1(-(WIDTH_NM**2) / (4.0 * math.pi * 1.4**2))
    assert stats.binomtest(sum(blind.seen(nm) for nm in lateral), 400, expected).pvalue > 1e-3


def test_by_night_a_patrol_sweeps_the_share_of_the_night():
    dark = Passing(night_sweep_factor=0.4)

    seen, chance = dark.swept_nm(0.4 * WIDTH_NM)

    assert dark.run.nows[0].day == 0
    assert stats.binomtest(seen, PASSES, chance).pvalue > 1e-3


def test_heads_in_the_water_are_swept_by_their_own_width():
    passing = Passing()
    passing.boat.state = IN_WATER

    seen, chance = passing.swept_nm(WATER_NM)

    assert stats.binomtest(seen, PASSES, chance).pvalue > 1e-3
