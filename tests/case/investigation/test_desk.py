"""The queue of a desk, service by service, against SimPy's own priority resource."""

import simpy
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.investigation.desk import KIND, Desk
from trainkit.kernel.writer import Writer

TASKS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12), st.integers(0, 1)), min_size=1, max_size=40
)
"""When each comes, how long it takes and how urgent it is: whole hours, so that many coincide."""


def ours(tasks, staff):
    env = simpy.Environment()
    writer = Writer(env, (KIND,), ("team",))
    desk, ends = Desk(env, writer, 3, "team", staff), {}

    def come(number, at_h, work_h, priority):
        yield env.timeout(at_h)
        yield from desk.serve(work_h, priority)
        ends[number] = env.now

    for number, task in enumerate(tasks):
        env.process(come(number, *task))
    env.run()
    return ends, writer.logbook()


def simpys(tasks, staff):
    env = simpy.Environment()
    places, ends, waits = simpy.PriorityResource(env, staff), {}, []

    def come(number, at_h, work_h, priority):
        yield env.timeout(at_h)
        with places.request(priority) as place:
            yield place
            waits.append(env.now - at_h)
            yield env.timeout(work_h)
        ends[number] = env.now

    for number, task in enumerate(tasks):
        env.process(come(number, *task))
    env.run()
    return ends, waits


@given(tasks=TASKS, staff=st.integers(1, 4))
def test_who_comes_waits_and_works_as_long_as_with_simpys_resource(tasks, staff):
    (ends, book), (expected, waits) = ours(tasks, staff), simpys(tasks, staff)

    assert ends == expected
    assert sorted(entry.facts["waited_h"] for entry in book) == sorted(waits)


def test_who_is_urgent_goes_before_who_came_first_and_interrupts_nobody():
    ends, _ = ours([(0, 10, 1), (1, 10, 1), (2, 10, 0)], staff=1)

    assert ends == {0: 10.0, 2: 20.0, 1: 30.0}
