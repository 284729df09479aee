"""Actors and ties: what is given wrong is refused by name, and nothing is lost."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.actors import LAYERS, Actor, Network, Tie
from trainkit.errors import TrainkitError


def actor(number, **changed):
    words = {"role": "recruiter", "rank": "aide", "stage": "recruitment", "side": "Alder"}
    return Actor(number, **(words | changed))


TWO = (actor(1), actor(2))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Network(TWO, (Tie(1, 7, "kin"),)), "a kin tie names actor 7, who is missing"),
        (lambda: Network((*TWO, actor(2)), ()), "Two actors have the number 2"),
        (lambda: Network(TWO, (Tie(2, 2, "kin"),)), "A kin tie leads from actor 2 to itself"),
        (lambda: Network(TWO, (), (("Alder", frozenset({9})),)), "what Alder sees names actor 9"),
        (lambda: Network(TWO, (), (("Aldr", frozenset()),)), "Did you mean 'Alder'"),
        (
            lambda: Network(TWO, (), (("Alder", frozenset({1})), ("Alder", frozenset({2})))),
            "What Alder sees is said twice",
        ),
        (lambda: Network(("a",), ()), "actors hold 'a', which is none. Make it with Actor(...)"),
        (lambda: Network(TWO, ((1, 2),)), "ties hold (1, 2), which is none. Make it with Tie(...)"),
        (lambda: Network(TWO, ()).seen_by("Bora"), "Did you mean 'Borea'"),
        (lambda: Network(TWO, ()).layer("monye"), "Did you mean 'money'"),
        (lambda: Tie(1, 2, "phone"), "No layer is called 'phone'"),
        (lambda: Tie(1, 2, "kin", float("nan")), "has the strength nan. Give a share from 0 to 1"),
        (lambda: Tie(1, 2, "kin", 1.5), "has the strength 1.5"),
        (lambda: Tie(1, 2, "kin", "often"), "has the strength 'often'. Give a share"),
        (lambda: Tie(1, 2, "kin", True), "has the strength True"),
        (lambda: Tie("1", 2, "kin"), "An actor has a whole number, not '1'"),
        (lambda: actor(1.0), "An actor has a whole number, not 1.0"),
        (lambda: actor(True), "An actor has a whole number, not True"),
        (lambda: actor(1, role="recruter"), "Did you mean 'recruiter'"),
        (lambda: actor(1, rank="chief"), "No rank is called 'chief'"),
        (lambda: actor(1, stage="sea"), "No stage is called 'sea'"),
        (lambda: actor(1, side="Cyra"), "No side is called 'Cyra'. They are Alder, Borea"),
    ],
)
def test_what_cannot_be_is_refused_with_what_was_found(make, said):
    with pytest.raises(TrainkitError) as error:
        make()

    assert said in str(error.value)


def test_a_tie_has_no_direction():
    there, back = Tie(1, 2, "kin"), Tie(2, 1, "kin")

    assert there == back
    assert Network(TWO, (there, Tie(2, 1, "money"))).neighbours == {1: (2,), 2: (1,)}


@given(
    ties=st.lists(
        st.tuples(st.integers(1, 6), st.integers(1, 6), st.sampled_from(LAYERS)).filter(
            lambda tie: tie[0] != tie[1]
        ),
        max_size=30,
    )
)
def test_every_tie_is_in_its_layer_and_every_pair_once(ties):
    network = Network(tuple(map(actor, range(1, 7))), tuple(Tie(*tie) for tie in ties))

    kept = [(tie.first, tie.second, tie.layer) for layer in LAYERS for tie in network.layer(layer)]
    assert sorted(kept) == sorted((min(a, b), max(a, b), layer) for a, b, layer in ties)
    assert set(network.pairs) == {(a, b) for a, b, _ in kept}
    assert len(network.pairs) == len(set(network.pairs))
    for one, other in product(range(1, 7), repeat=2):
        tied = any({one, other} == {a, b} for a, b, _ in kept)
        assert (other in network.neighbours[one]) == tied
