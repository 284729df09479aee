"""The line before a desk against SimPy's own resource, hours that fall together among them."""

import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.finance.line import Line

HOURS = st.sampled_from((0.0, 0.5, 1.0, 1.5, 2.0, 4.0))
COMERS = st.lists(st.tuples(HOURS, HOURS, HOURS, st.booleans()), max_size=9)
"""When somebody comes, how long it takes, when the same comes again, and whether it is urgent."""


def in_simpy(n_serving, comers, until_h):
    env = simpy.Environment()
    places, found = simpy.PriorityResource(env, n_serving), []

    def served(who, hours, urgent):
        with places.request(priority=0 if urgent else 1) as place:
            yield place
            found.append((who, "begins", env.now))
            yield env.timeout(hours)
        found.append((who, "leaves", env.now))

    def comes(who, at_h, hours, again_h, urgent):
        yield env.timeout(at_h)
        yield from served(who, hours, urgent)
        yield env.timeout(again_h)
        yield from served(who, hours, urgent)

    for who, comer in enumerate(comers):
        env.process(comes(who, *comer))
    env.run(until=until_h)
    return found


class Comer:
    """One of those who come twice, in a line of ours."""

    def __init__(self, line, found, who, told):
        self.line, self.found, self.who = line, found, who
        self.at_h, self.hours, self.again_h, self.urgent = told
        self.left = 0
        line.later(self.at_h, self.comes)

    def comes(self):
        self.line.wait(self.urgent, self.begins)

    def begins(self):
        self.found.append((self.who, "begins", self.line.now_h))
        self.line.later(self.hours, self.leaves)

    def leaves(self):
        self.line.leave()
        self.found.append((self.who, "leaves", self.line.now_h))
        self.left += 1
        if self.left == 1:
            self.line.later(self.again_h, self.comes)


def in_line(n_serving, comers, until_h):
    line, found = Line(n_serving), []
    for who, told in enumerate(comers):
        Comer(line, found, who, told)
    line.play(until_h)
    return found


@settings(max_examples=300, deadline=None)
@given(n_serving=st.integers(1, 3), comers=COMERS, until_h=st.sampled_from((2.0, 7.5, 100.0)))
def test_the_line_serves_whom_simpy_serves_in_the_same_order(n_serving, comers, until_h):
    assert in_line(n_serving, comers, until_h) == in_simpy(n_serving, comers, until_h)


def test_who_is_urgent_and_comes_at_the_hour_at_which_a_place_is_left_gets_it():
    comers = [(0.0, 2.0, 50.0, False), (1.0, 1.0, 50.0, False), (2.0, 1.0, 50.0, True)]

    begun = [(who, at_h) for who, what, at_h in in_line(1, comers, 10.0) if what == "begins"]

    assert begun == [(0, 0.0), (2, 2.0), (1, 3.0)]
