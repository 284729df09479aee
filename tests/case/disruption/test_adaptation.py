"""A network that loses people: closed forms on tiny networks, and rules of recovery."""

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.actors import Actor, Network, Tie
from trainkit.case.disruption import Adaptation, Ring
from trainkit.case.disruption.succession import successor
from trainkit.case.disruption.work import KINDS, levels, parts
from trainkit.case.network import NetworkSpec, generate
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

NOTHING_TO_SPARE = Adaptation(spare=0.0, span=2, skill=0.5, delay_sigma=0.0, reformed=1.0, seen=0.0)
DUE_H = 60.0 * 24


def ring(posts, pairs, rule=NOTHING_TO_SPARE, replacement="distance"):
    """Return a ring of the named roles, numbered from 1; an organiser is an executive."""
    actors = tuple(
        Actor(number, role, "executive" if role == "organiser" else "aide", "services", "Alder")
        for number, role in enumerate(posts, start=1)
    )
    ties = tuple(Tie(one, other, "contact") for one, other in pairs)
    return Ring(Network(actors, ties), replacement, Luck(seed=5), rule)


CHAIN = ["organiser", "recruiter", "transporter", "safe_house_keeper"]
STAR = [(1, 2), (1, 3), (1, 4)]


def test_a_whole_network_can_do_all_it_could():
    assert ring(CHAIN, STAR).capacity() == 1.0


def test_without_the_only_one_of_a_kind_nothing_is_done():
    whole = ring(CHAIN, STAR)

    whole.remove([2])

    assert whole.capacity() == 0.0


def test_of_two_of_a_kind_one_does_half():
    pair = ring([*CHAIN, "recruiter"], [*STAR, (1, 5)])

    pair.remove([2])

    assert pair.capacity() == pytest.approx(1 / 2)


def test_staff_to_spare_is_not_missed():
    roles = ["organiser", "recruiter", "recruiter", "recruiter", "recruiter"]
    spared = ring(roles, [(1, n) for n in range(2, 6)], Adaptation(spare=0.25))

    spared.remove([2])
    one_gone = spared.capacity()
    spared.remove([3])

    assert one_gone == 1.0
    # two left of four, of whom three are needed
    assert spared.capacity() == pytest.approx(2 / 3)


def test_parts_that_hang_apart_add_up():
    # two whole journeys joined by a corrupt contact, who does none of the kinds of work
    two = ring(
        ["organiser", "recruiter", "organiser", "recruiter", "corrupt_contact"],
        [(1, 2), (3, 4), (1, 5), (3, 5)],
    )

    two.remove([5])

    assert two.capacity() == 1.0
    two.remove([3])
    assert two.capacity() == pytest.approx(1 / 2)


def test_kinds_in_unlike_parts_do_not_meet():
    # the broker joins who recruits to who directs; without the broker neither helps the other
    apart = ring(["organiser", "corrupt_contact", "recruiter"], [(1, 2), (2, 3)])

    apart.remove([2])

    assert apart.capacity() == 0.0


def test_who_is_far_from_everybody_who_directs_does_less():
    # recruiters at 1 and 4 ties from the organiser: (1 + 2/4) / 2 of the need, and so at the start
    roles = ["organiser", "recruiter", "corrupt_contact", "corrupt_contact", "recruiter"]
    line = [(1, 2), (2, 3), (3, 4), (4, 5)]
    far = ring(roles, line)

    far.remove([5])

    # one of two recruiters is left: 1/2, of the 3/4 of the start
    assert far.capacity() == pytest.approx((1 / 2) / (3 / 4))


def test_a_boss_is_not_missed_on_the_day():
    boss = Actor(9, "organiser", "boss", "services", "Alder")
    base = ring(CHAIN, STAR)
    actors = (Actor(1, "organiser", "executive", "services", "Alder"), boss)
    with_boss = Ring(Network(actors, (Tie(1, 9, "trust"),)), "random", Luck(1), NOTHING_TO_SPARE)

    with_boss.remove([9])

    assert base.capacity() == with_boss.capacity() == 1.0


def test_a_stand_in_does_half_after_the_delay_and_not_before():
    roles = [*CHAIN, "recruiter", "recruiter"]
    left = ring(roles, [*STAR, (1, 5), (1, 6)])
    left.remove([2])

    assert left.next_h == DUE_H
    assert left.recover(DUE_H - 1) == ()
    assert left.capacity() == pytest.approx(2 / 3)
    (taken,) = left.recover(DUE_H)

    assert (taken.time_h, taken.kind) == (DUE_H, "recruitment")
    assert left.capacity() == pytest.approx(2.5 / 3)
    assert left.next_h == math.inf


def test_know_how_that_is_lost_takes_longer_to_come_back():
    lost = ring(CHAIN, STAR)
    lost.remove([2])

    assert lost.next_h == DUE_H * NOTHING_TO_SPARE.know_how_lost


def test_all_of_a_kind_at_once_loses_know_how_and_one_by_one_the_last_only():
    roles = [*CHAIN, "recruiter"]
    at_once, in_turn = (ring(roles, [*STAR, (1, 5)]) for _ in range(2))
    at_once.remove([2, 5])
    in_turn.remove([2])
    in_turn.remove([5])

    assert at_once.next_h == DUE_H * 2.5
    assert in_turn.next_h == DUE_H


def test_a_stand_in_who_goes_too_leaves_both_posts_empty():
    roles = ["organiser", "recruiter", "transporter"]
    trio = ring(roles, [(1, 2), (1, 3), (2, 3)], replacement="degree")
    trio.remove([2])
    (taken,) = trio.recover(1e9)
    trio.remove([taken.actor], at_h=1e9)
    (left,) = trio.active

    again = trio.recover(2e9)

    assert {one.actor for one in again} == {left}
    # who stands in once cannot stand in again: one post stays empty
    assert len(again) == 1
    assert trio.capacity() == 0.0


def test_each_takeover_is_worth_less_than_the_one_before():
    many = ring([*CHAIN, "recruiter"], [*STAR, (1, 5)])
    many.remove([2])
    (first,) = many.recover(1e9)
    many.remove([first.actor], at_h=1e9)

    many.recover(2e9)

    recruiting = sorted(post.skill for post in many._posts if post.kind == "recruitment")
    assert recruiting[0] == pytest.approx(0.25)


def test_ties_that_are_formed_again_are_harder_to_see():
    left = ring(CHAIN, STAR, replacement="distance")
    left.remove([1])
    assert left.pairs == ()

    (taken,) = left.recover(1e9)

    others = {2, 3, 4} - {taken.actor}
    assert {frozenset(pair) for pair in left.pairs} == {frozenset({taken.actor, n}) for n in others}
    assert left.unseen == frozenset(left.pairs)


def test_the_nearest_the_busiest_and_anybody_take_over_as_the_rule_says():
    # 0 - 1 - 2, and 3 tied to 4, 5, 6; place 0 is left behind
    graph = nx.Graph([(0, 1), (1, 2), (3, 4), (3, 5), (3, 6)])
    ties = [sum(1 << other for other in graph[place]) for place in range(7)]
    everybody = 0b1111111

    assert successor(ties, everybody, 0, 0b1, "distance", 0.9) == 0
    assert successor(ties, everybody, 0b1, 0b1, "distance", 0.9) == 1
    assert successor(ties, everybody, 0, 0b1, "degree", 0.9) == 3
    anybody = {successor(ties, everybody, 0, 0b1, "random", unit / 10) for unit in range(10)}
    assert anybody == set(range(7))
    assert successor(ties, 0, 0, 0b1, "distance", 0.5) is None


def test_an_unknown_actor_is_named():
    with pytest.raises(TrainkitError, match=r"Actor 99 is not in this network.*from 1 to 4"):
        ring(CHAIN, STAR).remove([99])


def test_who_is_out_already_stays_out():
    whole = ring([*CHAIN, "recruiter"], [*STAR, (1, 5)])
    whole.remove([2])
    before = (whole.capacity(), whole.next_h)

    whole.remove([2], at_h=50.0)

    assert (whole.capacity(), whole.next_h) == before


def freed():
    """Return a ring of two recruiters whose second was taken out at hour 0."""
    left = ring([*CHAIN, "recruiter"], [*STAR, (1, 5)])
    left.remove([5])
    return left


def test_who_is_freed_before_the_post_is_filled_has_it_again_and_nobody_takes_it_over():
    left = freed()
    assert left.capacity() == pytest.approx(1 / 2)

    left.restore([5])

    assert left.active == {1, 2, 3, 4, 5}
    assert left.capacity() == 1.0
    assert left.next_h == math.inf
    assert left.recover(1e9) == ()
    assert left.capacity() == 1.0


def test_who_is_freed_after_the_post_was_filled_finds_the_stand_in_there():
    left = freed()
    (taken,) = left.recover(DUE_H)
    after = left.capacity()

    left.restore([5])

    assert taken.actor != 5
    assert left.capacity() == after == pytest.approx(1.5 / 2)
    assert (1, 5) in left.pairs


def test_a_stand_in_who_goes_before_the_owner_comes_leaves_the_post_whole_to_the_owner():
    left = freed()
    (taken,) = left.recover(DUE_H)
    left.remove([taken.actor], at_h=DUE_H)

    left.restore([5, taken.actor])

    # each does the whole of their own post again
    assert left.capacity() == 1.0
    assert left.next_h == math.inf


def test_who_is_freed_from_a_post_that_nobody_could_take_has_it_again():
    pair = ring(["organiser", "recruiter"], [(1, 2)])
    pair.remove([1, 2])
    assert pair.recover(1e9) == ()
    assert pair.next_h == math.inf

    pair.restore([1, 2])

    assert pair.capacity() == 1.0


def test_who_comes_back_can_stand_in_for_somebody():
    trio = ring(["organiser", "recruiter", "recruiter"], [(1, 2), (1, 3), (2, 3)])
    trio.remove([2])
    (stand_in,) = trio.recover(1e9)
    trio.remove([stand_in.actor], at_h=1e9)
    trio.restore([2])
    (other,) = trio.active - {2}
    trio.remove([other], at_h=1e9)

    taken = trio.recover(3e9)

    # 2 has its own post, holds nobody else's, and so takes over the first that falls due
    assert [one.actor for one in taken][:1] == [2]


def test_to_restore_those_who_are_there_changes_nothing():
    left = freed()
    (taken,) = left.recover(DUE_H)
    left.restore([5])
    left.remove([taken.actor], at_h=DUE_H)
    before = (left.capacity(), left.next_h, left.active)

    left.restore(left.active)

    assert (left.capacity(), left.next_h, left.active) == before
    with pytest.raises(TrainkitError, match="Actor 99 is not in this network"):
        left.restore([99])


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), gone=st.sets(st.integers(1, 30), max_size=20))
def test_whoever_goes_and_is_freed_at_once_leaves_no_trace(seed, gone):
    network = generate(NetworkSpec(n_actors=30, density=0.2), Luck(seed))
    whole = Ring(network, "distance", Luck(seed))
    pairs = whole.pairs

    whole.remove(gone)
    whole.restore(gone)

    assert (whole.capacity(), whole.next_h, whole.pairs) == (1.0, math.inf, pairs)


def test_a_network_that_could_do_nothing_has_no_capacity():
    assert ring(["corrupt_contact"], []).capacity() == 0.0


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 2**20),
    rule=st.sampled_from(["random", "degree", "distance"]),
    waves=st.lists(st.sets(st.integers(1, 40), max_size=8), max_size=5),
)
def test_in_any_case_capacity_lies_between_nothing_and_all_and_falls_only_by_removal(
    seed, rule, waves
):
    left = Ring(generate(NetworkSpec(n_actors=40, density=0.1), Luck(seed)), rule, Luck(seed))
    gone = set()
    for week, wave in enumerate(waves):
        before = left.capacity()
        left.remove(wave, at_h=week * 1000.0)
        gone |= wave
        after = left.capacity()
        left.recover(week * 1000.0 + 999.0)

        assert 0.0 <= after <= before <= 1.0
        assert after <= left.capacity() + 1e-12 <= 1.0 + 1e-9
        assert not left.active & gone
        assert {actor for pair in left.pairs for actor in pair} <= left.active


@settings(max_examples=40)
@given(
    pairs=st.sets(st.tuples(st.integers(0, 14), st.integers(0, 14))),
    active=st.integers(1, 2**15 - 1),
)
def test_parts_and_levels_of_sets_are_those_of_networkx(pairs, active):
    graph = nx.Graph()
    graph.add_nodes_from(range(15))
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    ties = [sum(1 << other for other in graph[place]) for place in range(15)]
    alive = [place for place in range(15) if active >> place & 1]
    left = graph.subgraph(alive)

    found = {frozenset(p for p in range(15) if part >> p & 1) for part in parts(ties, active)}
    by_level = {
        place: distance
        for distance, level in enumerate(levels(ties, 1 << alive[0], active))
        for place in range(15)
        if level >> place & 1
    }

    assert found == set(map(frozenset, nx.connected_components(left)))
    assert by_level == nx.single_source_shortest_path_length(left, alive[0])


def test_every_kind_of_work_has_roles_of_its_own():
    roles = [role for kind in KINDS.values() for role in kind]

    assert len(roles) == len(set(roles))


def test_the_same_luck_gives_the_same_year():
    network = generate(NetworkSpec(), Luck(4))

    def year():
        left = Ring(network, luck=Luck(3))
        for week in range(52):
            if week in (10, 20):
                left.remove(range(week, week + 6), week * 168.0)
            left.recover(week * 168.0)
            for _ in range(6):
                left.capacity()
        return left.pairs, left.capacity()

    assert year() == year()
