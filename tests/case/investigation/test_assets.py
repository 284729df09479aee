"""The money of a run: nothing is lost or made between tracing and a court, to the cent."""

from collections import Counter

import pytest
import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.investigation import MODEL, freezing, money, readings
from trainkit.case.investigation.assets import Sums
from trainkit.case.investigation.following import follow
from trainkit.case.investigation.processes import opened
from trainkit.case.investigation.run import Task
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

POLICIES = ("follow_the_money", "expert", "joint_team_early")
END_H = 366.0 * 24.0


@pytest.fixture(scope="module")
def followed(year, play):
    """Return the case, the logbook and the money of a year; each is played once."""
    known = {}

    def asked(policy, seed):
        if (policy, seed) not in known:
            case = year.vary(MODEL.policies[policy](year.parameters)) if policy else year
            book = play(case, 0, seed=seed)
            known[policy, seed] = case, book, follow(book, case.parameters, END_H)
        return known[policy, seed]

    return asked


def crowns(book, kind, **facts):
    """Sum of a kind straight from the logbook, without following anything."""
    return sum(
        entry.facts["crowns"]
        for entry in book.of(kind)
        if all(entry.facts[name] == value for name, value in facts.items())
    )


def moved(found, became):
    return sum(found.cents(move) for move in found.movements if move.became == became)


runs = given(policy=st.sampled_from(POLICIES), seed=st.integers(0, 10**6))
few = settings(max_examples=12, deadline=None)


@runs
@few
def test_at_any_hour_what_was_frozen_is_released_still_frozen_or_confiscated_to_the_cent(
    followed, policy, seed
):
    _, _, found = followed(policy, seed)
    for side in (None, *found.sides):
        for _, now in found.steps(side):
            assert now.traced >= now.ever_frozen >= 0
            assert now.ever_frozen == now.released + now.still_frozen + now.confiscated
            assert min(now.released, now.to_review, now.kept, now.confiscated) >= 0
            assert now.survived >= now.kept


@runs
@few
def test_every_amount_is_that_of_the_logbook_to_half_a_cent_a_lot(followed, policy, seed):
    """The logbook says sums of its own; here they are added up from what enquiries traced."""
    _, book, found = followed(policy, seed)
    room = 0.005 * len(found.lots)
    logged = {
        "traced": crowns(book, "assets_traced"),
        "frozen": crowns(book, "assets_frozen"),
        "kept": crowns(book, "freeze_reviewed", held=1.0),
        "released": crowns(book, "freeze_reviewed", held=0.0),
        "confiscated": crowns(book, "assets_confiscated"),
    }
    times = len(book.of("assets_frozen"))
    for became, whole in logged.items():
        assert moved(found, became) / 100 == pytest.approx(whole, abs=room * max(1, times))


@runs
@few
def test_what_the_logbook_froze_each_time_was_released_or_confiscated_or_is_frozen(
    followed, policy, seed
):
    """Counted gross, so that money that was released and frozen again counts twice on each side."""
    _, _, found = followed(policy, seed)
    end = found.sums()

    gone = moved(found, "released") + moved(found, "confiscated")
    assert moved(found, "frozen") == gone + end.still_frozen


@runs
@few
def test_both_teams_together_are_the_whole(followed, policy, seed):
    _, _, found = followed(policy, seed)
    alder, borea = (found.sums(side) for side in found.sides)
    whole = found.sums()

    for name in Sums.__dataclass_fields__:
        assert getattr(alder, name) + getattr(borea, name) == getattr(whole, name)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("seed", range(4))
def test_the_money_agrees_with_the_measures_of_the_model(followed, policy, seed):
    _, book, found = followed(policy, seed)
    books = Logbooks.of([book])
    measured = {one.name: float(one.read(books)[0]) for one in MODEL.metrics}
    end = found.sums()

    assert found.prompt() == measured["prompt_enquiries"]
    assert end.survived / 100 == pytest.approx(measured["freezes_held_crowns"], abs=1.0)
    assert end.confiscated / 100 == pytest.approx(measured["confiscated_crowns"], abs=1.0)
    assert readings.prompt_enquiries(books)[0] == sum(found.prompt(side) for side in found.sides)


def test_the_runs_have_every_state_of_money_so_that_none_of_this_passes_on_nothing(followed):
    seen = Counter()
    for policy in POLICIES:
        for seed in range(4):
            _, _, found = followed(policy, seed)
            seen.update(move.became for move in found.movements)
            seen["partner"] += sum(
                found.lots[move.lots[0]].enquiry.side != move.side for move in found.movements
            )

    assert set(seen) == {"traced", "frozen", "kept", "released", "confiscated", "partner"}
    assert min(seen.values()) >= 3


def test_each_lot_leads_to_an_enquiry_its_item_its_statute_and_its_wait(followed):
    _, book, found = followed("follow_the_money", 3)
    took, obtained = {"Alder": {}, "Borea": {}}, {}
    for one in book.of("item_obtained"):
        if one.facts["channel"] == "own":
            side = one.subject.removesuffix(" team")
            place = took[side].setdefault(one.facts["item"], len(took[side]) + 1)
            obtained[f"{side} {place}"] = one.facts
    assert len(found.lots) > 20
    for lot in found.lots:
        asked = lot.enquiry
        item = obtained[asked.item]
        assert (item["action"], item["target"]) == ("financial_enquiry", asked.target)
        assert item["against"]
        assert asked.basis == {"Alder": "A2", "Borea": "B2"}[asked.side]
        assert asked.prompt is (asked.after_h <= 72.0)
    waits = {lot.enquiry.prompt for lot in found.lots}
    assert waits == {True, False}


def test_a_freeze_and_its_review_name_the_statute_and_the_order_of_a_judge(followed):
    _, _, found = followed("expert", 7)
    freezes = [one for one in found.movements if one.became in {"frozen", "kept", "released"}]

    assert len(freezes) > 5
    for one in freezes:
        assert one.basis == {"Alder": "A6", "Borea": "B5"}[one.side]
        assert one.warrant.authority == "judge"
        assert one.warrant.target == one.target
        assert one.warrant.granted_h <= one.at_h


def test_by_an_earlier_hour_nothing_later_is_counted(followed):
    _, book, found = followed("expert", 7)
    first = book.first("assets_frozen").time_h

    assert found.sums(at_h=first - 0.01).ever_frozen == 0
    assert found.sums(at_h=first).ever_frozen > 0
    assert found.sums(at_h=-1.0) == Sums(0, 0, 0, 0, 0, 0, 0)


def test_a_plan_without_enquiries_traces_nothing(followed):
    _, _, found = followed(None, 3)

    assert (found.enquiries, found.lots, found.movements) == ((), (), ())
    assert found.sums() == Sums(0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("enquiry_answered", "no enquiry was answered then"),
        ("assets_frozen", "nothing of that amount was frozen before"),
        ("trial_ended", "no court gave a judgment then"),
        ("assets_shared", "crowns to freeze"),
    ],
)
def test_a_logbook_with_entries_taken_out_is_refused(followed, kind, said):
    case, book, _ = followed("expert", 7)
    number = [one.name for one in book.kinds].index(kind)
    torn = Logbook(book.kinds, book.subjects, book.entries[book.entries["kind"] != number])

    with pytest.raises(TrainkitError, match=said):
        follow(torn, case.parameters, END_H)


def reviewed_after(days, year, *, confiscated):
    """Freeze what a holder with no item against it has; return what the logbook says of it."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(year.parameters))
    run = opened(env, year.parameters, Luck(7, 0), writer)
    holder = run.network.actors[0].id
    run.register.trace(0, holder, 1000.0)
    env.process(freezing.freeze(run, Task(run.teams[0], "freeze", holder, 1)))
    env.run(until=24.0)
    if confiscated:
        money.confiscate(run, holder)
    env.run(until=24.0 * days)
    return [entry.kind for entry in writer.logbook() if "fr" in entry.kind], run.register.withheld()


def test_what_a_court_has_taken_no_review_lets_go_again(year):
    """It was released after it had been confiscated, and could be frozen and taken once more."""
    assert reviewed_after(30, year, confiscated=False) == (["assets_frozen", "freeze_reviewed"], 0)
    assert reviewed_after(30, year, confiscated=True) == (["assets_frozen"], 1000.0)
