"""Elimination against enumeration and closed forms: independent, copied and missing reports."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.hypotheses import Hypotheses, looked_for
from trainkit.case.hypotheses.networks import BeliefNet, Node
from trainkit.errors import TrainkitError

YES_NO = ("yes", "no")
HELD = Node("held", YES_NO, {(): (0.3, 0.7)})


def report(name, right, wrong, of="held"):
    rows = {("yes",): (right, 1 - right), ("no",): (wrong, 1 - wrong)}
    return Node(name, YES_NO, rows, (of,))


def copied(name, of):
    """A channel that repeats what it hears."""
    return Node(name, YES_NO, {("yes",): (1.0, 0.0), ("no",): (0.0, 1.0)}, (of,))


@st.composite
def nets(draw):
    """Draw networks of up to six nodes with two or three states and up to two parents each."""
    nodes = []
    for n in range(draw(st.integers(2, 6))):
        states = tuple("abc"[: draw(st.integers(2, 3))])
        above = [node for node in nodes if draw(st.booleans())][:2]
        rows = {}
        for given_ in product(*(node.states for node in above)):
            weights = [draw(st.integers(1, 9)) for _ in states]
            rows[given_] = tuple(w / sum(weights) for w in weights)
        nodes.append(Node(f"node {n}", states, rows, tuple(node.name for node in above)))
    seen = {n.name: draw(st.sampled_from(n.states)) for n in nodes if draw(st.integers(0, 2)) == 0}
    return BeliefNet(tuple(nodes)), seen


@given(nets())
@settings(max_examples=80, deadline=None)
def test_elimination_agrees_with_enumeration_in_any_drawn_network(drawn):
    net, seen = drawn

    for node in net.nodes:
        found, witness = net.posterior(node.name, seen), net.enumerated(node.name, seen)

        assert found == pytest.approx(witness, abs=1e-12)
        assert sum(found.values()) == pytest.approx(1.0)


def test_odds_of_independent_reports_multiply():
    net = BeliefNet((HELD, report("one", 0.8, 0.2), report("two", 0.6, 0.3)))

    after = net.posterior("held", {"one": "yes", "two": "yes"})

    assert after["yes"] / after["no"] == pytest.approx(3 / 7 * 4 * 2)


def test_a_source_that_is_repeated_through_a_second_channel_adds_nothing():
    net = BeliefNet((HELD, report("neighbour", 0.8, 0.2), copied("hotline", "neighbour")))

    one = net.posterior("held", {"neighbour": "yes"})
    both = net.posterior("held", {"neighbour": "yes", "hotline": "yes"})

    assert both == pytest.approx(one)
    assert net.posterior("held", {"hotline": "yes"}) == pytest.approx(one)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9, 1.0])
def test_a_report_that_is_partly_copied_adds_as_the_closed_form_says(share):
    """With the share rho it repeats the first, else it sees for itself."""
    right, wrong = 0.8, 0.2
    rows = {
        (h, first): (
            share * (first == "yes") + (1 - share) * own,
            1 - share * (first == "yes") - (1 - share) * own,
        )
        for h, own in (("yes", right), ("no", wrong))
        for first in YES_NO
    }
    second = Node("second", YES_NO, rows, ("held", "first"))
    net = BeliefNet((HELD, report("first", right, wrong), second))

    after = net.posterior("held", {"first": "yes", "second": "yes"})

    factor = (share + (1 - share) * right) / (share + (1 - share) * wrong)
    assert after["yes"] / after["no"] == pytest.approx(3 / 7 * 4 * factor)


def test_what_was_looked_for_and_not_found_agrees_with_the_plain_update():
    papers = report("papers", 0.7, 0.1)
    search = Node("search", ("found", "none"), {("yes",): (0.6, 0.4), ("no",): (0, 1)}, ("papers",))
    net = BeliefNet((HELD, papers, search))
    plain = Hypotheses({"yes": 0.3, "no": 0.7}).update(
        looked_for("papers", {"yes": 0.7, "no": 0.1}, detection=0.6).item("not found")
    )

    assert net.posterior("held", {"search": "none"}) == pytest.approx(plain.posterior)
    assert net.posterior("held", {}) == pytest.approx({"yes": 0.3, "no": 0.7})


def test_a_common_cause_is_explained_away():
    """Two causes of one alarm depend on one another once it rings."""
    cat, thief = (Node(n, YES_NO, {(): (p, 1 - p)}) for n, p in (("cat", 0.3), ("thief", 0.1)))
    rings = {(a, b): (0.9, 0.1) if "yes" in {a, b} else (0.0, 1.0) for a in YES_NO for b in YES_NO}
    net = BeliefNet((cat, thief, Node("alarm", YES_NO, rings, ("cat", "thief"))))

    alone = net.posterior("thief", {"alarm": "yes"})["yes"]
    with_cat = net.posterior("thief", {"alarm": "yes", "cat": "yes"})["yes"]

    assert alone == pytest.approx(0.1 / (1 - 0.7 * 0.9))
    assert with_cat == pytest.approx(0.1)


def test_twenty_reports_are_answered_where_enumeration_would_need_two_million_worlds():
    names = [f"report {n}" for n in range(20)]
    net = BeliefNet((HELD, *(report(name, 0.6, 0.4) for name in names)))

    after = net.posterior("held", dict.fromkeys(names[:10], "yes"))

    assert np.log(after["yes"] / after["no"]) == pytest.approx(np.log(3 / 7) + 10 * np.log(1.5))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Node("x", ("a",), {(): (1.0,)}), "has the states a"),
        (lambda: Node("x", YES_NO, {(): (0.5, 0.6)}), "the chances sum to 1.1"),
        (lambda: Node("x", YES_NO, {(): (1.5, -0.5)}), "the chance 1.5"),
        (lambda: Node("x", YES_NO, {(): (1.0,)}), "1 chances for 2 states"),
        (lambda: Node("nationality", YES_NO, {(): (0.5, 0.5)}), "'nationality'"),
        (lambda: Node("surname on the door", YES_NO, {(): (0.5, 0.5)}), "'surname'"),
        (lambda: BeliefNet((HELD, HELD)), "Two nodes are called 'held'"),
        (lambda: BeliefNet((report("x", 0.5, 0.5), HELD)), "depends on 'held'"),
        (lambda: BeliefNet((HELD, Node("x", YES_NO, {}, ("held",)))), "lacks the row given no"),
        (lambda: BeliefNet((HELD,)).posterior("hold"), "Did you mean 'held'"),
        (lambda: BeliefNet((HELD,)).posterior("held", {"held": "maybe"}), "is never 'maybe'"),
    ],
)
def test_a_network_that_cannot_be_is_refused_with_what_to_do(make, said):
    with pytest.raises(TrainkitError) as error:
        make()

    assert said in str(error.value)


def test_what_the_network_does_not_allow_is_said():
    net = BeliefNet((HELD, report("sure", 1.0, 1.0)))

    with pytest.raises(TrainkitError, match="does not allow what was seen"):
        net.posterior("held", {"sure": "no"})


def test_no_state_of_a_node_is_what_somebody_is():
    with pytest.raises(TrainkitError, match="'muslim'"):
        Node("who came", ("muslim", "other"), {(): (0.5, 0.5)})
