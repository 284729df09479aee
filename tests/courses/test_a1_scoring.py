"""What A1's answers earn: partial credit, errors carried forward, the gate of life, red lines."""

from datetime import datetime, timedelta

import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.signing import first_instant
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A1")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"s-{n}", "A1")) for n in range(40)]
KEY = load_keys(KEYS, LESSON)


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, Luck(1))


def moved(case, **shift):
    """Return both fields of the date, an equal time away from the right ones."""
    answer = right(case, "a1_date")
    return {
        name: (datetime.fromisoformat(answer[name]) + timedelta(**shift)).isoformat()
        for name in ("first", "other")
    }


@pytest.mark.parametrize("case", CASES[:8], ids=range(8))
def test_an_instant_that_is_wrong_costs_its_points_once(case):
    assert score(case, "a1_date", **moved(case, days=-1)).points == 5
    assert score(case, "a1_date", **moved(case, days=-1), end="year").points == 3


def test_the_right_date_on_the_wrong_clock_is_half_of_the_first_instant():
    for case in CASES:
        first = first_instant(case.signing)
        zone = case.signing.clock(case.signing.other)
        wrong = first.replace(tzinfo=zone).isoformat()

        found = score(case, "a1_date", first=wrong)

        assert found.points == 2.5 + 0 + 2


def test_an_offset_changed_without_the_hour_earns_nothing_for_the_other_clock():
    for case in CASES:
        first = first_instant(case.signing)
        zone = case.signing.clock(case.signing.other)

        assert score(case, "a1_date", other=first.replace(tzinfo=zone).isoformat()).points == 7
        assert score(case, "a1_date", other=first.isoformat()).points == 7


def test_instants_at_the_ends_of_the_calendar_are_scored_and_not_held():
    for text in ("0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"):
        assert score(CASES[0], "a1_date", first=text, other=text).points == 2


@pytest.mark.parametrize(
    ("task", "count"), [("a1_acts", 8), ("a1_verbs", 8), ("a1_sentences", 8), ("a1_map", 6)]
)
def test_every_item_of_a_task_weighs_the_same(task, count):
    whole = LESSON.task(task).points
    for case in CASES[:8]:
        for name, value in right(case, task).items():
            field = next(one for one in LESSON.task(task).fields if one.name == name)
            other = next(option for option, _ in field.options if option != value)
            assert score(case, task, **{name: other}).points == pytest.approx(
                whole * (1 - 1 / count)
            )


@pytest.mark.parametrize("order", ["board_first", "approval", "hand_over"])
def test_a_boat_that_waits_is_red_line_1_and_no_other_order_earns_anything(order):
    for case in CASES:
        found = score(case, "a1_night", rescue=order)

        assert found.points == 0
        assert [line.rule for line in found.red_lines] == ["R1"]


def test_a_boarding_on_the_paper_is_red_line_4_whatever_the_vessel():
    for case in CASES:
        found = score(case, "a1_night", boarding="paper")

        assert [(line.rule, line.event) for line in found.red_lines] == [("R4", 1)]
        assert found.points == 5


def test_a_whole_list_sent_on_point_9_is_red_line_5_whatever_the_request():
    for case in CASES:
        found = score(case, "a1_night", data="all")

        assert [(line.rule, line.event) for line in found.red_lines] == [("R5", 2)]
        assert found.points == 5


def test_orders_that_are_only_wrong_cross_no_red_line():
    for case in CASES:
        for boarding in ("flag_asked", "flag_given", "own_law", "no_flag"):
            for data in ("fields", "fields_confirmed", "ask", "never"):
                assert not score(case, "a1_night", boarding=boarding, data=data).red_lines


def test_messages_teach_they_say_what_holds_and_end_as_sentences():
    for case in CASES[:8]:
        for player in ("reference", "baseline"):
            answers = KEY.player(player)(case)
            for task, scoring in KEY.scoring.items():
                for criterion in scoring(case, answers[task], Luck(1)).criteria:
                    assert len(criterion.message.split()) >= 5, criterion
                    assert criterion.message.rstrip("'").endswith("."), criterion


def one_of(case, task, which, value):
    """Return the right answer with *value* for the items that *which* picks."""
    items = {"a1_acts": case.acts, "a1_verbs": case.clauses}[task]
    name = {"a1_acts": "act", "a1_verbs": "clause"}[task]
    picked = {f"{name}_{n}": value for n, item in enumerate(items, start=1) if which(item)}
    return {**right(case, task), **picked}


def slips(case, task, answer):
    return {slip.name for slip in LESSON.task(task).slips if slip.shows(case, answer)}


def dates(case, first, other=None):
    answer = right(case, "a1_date")
    return {**answer, "first": first.isoformat(), "other": (other or first).isoformat()}


def test_slips_of_the_date_are_known_by_what_they_do_to_it():
    for case in CASES:
        first, signed = first_instant(case.signing), case.signing
        host, other = signed.clock(signed.host), signed.clock(signed.other)
        swapped = first.replace(day=first.month, month=first.day)
        apart = other.utcoffset(None) - host.utcoffset(None)
        backwards = (first - apart).replace(tzinfo=other)
        made = {
            "signature day counted": dates(case, first - timedelta(days=1)),
            "one day more": dates(case, first + timedelta(days=1)),
            "hour by hour": dates(case, signed.at + timedelta(days=15)),
            "other State's clock": dates(case, first.replace(tzinfo=other)),
            "UTC": dates(case, datetime.fromisoformat(f"{first:%Y-%m-%d}T00:00+00:00")),
            "day and month swapped": dates(case, swapped),
            "clock not converted": dates(case, first, first.replace(tzinfo=other)),
            "converted backwards": dates(case, first, backwards),
            "right instant, another clock": dates(case, first.astimezone(other)),
        }
        for name, answer in made.items():
            assert name in slips(case, "a1_date", answer), name


def test_slips_of_the_other_tasks_are_known_too():
    for case in CASES:
        first = first_instant(case.signing)
        as_written = right(case, "a1_acts")
        for number, act in enumerate(case.acts, start=1):
            if as_written[f"act_{number}"] in {"in", "early"}:
                seems = act.at.replace(tzinfo=first.tzinfo) >= first
                as_written[f"act_{number}"] = "in" if seems else "early"
        assert "dates as written" in slips(case, "a1_acts", as_written)
        waiting = one_of(case, "a1_acts", lambda act: act.id.startswith("rescue"), "early")
        assert "own basis made to wait" in slips(case, "a1_acts", waiting)
        power = one_of(case, "a1_acts", lambda act: act.id.startswith("power"), "in")
        assert "power taken for activity" in slips(case, "a1_acts", power)
        first_verb = one_of(case, "a1_verbs", lambda one: one.point == 14, "keep")
        assert "first verb of the point" in slips(case, "a1_verbs", first_verb)
        agreed = one_of(case, "a1_verbs", lambda one: one.point in {4, 6, 7, 8, 9}, "agree")
        assert "considered read as agreed" in slips(case, "a1_verbs", agreed)


def test_slips_of_reading_and_ordering_are_known():
    for case in CASES:
        said = dict.fromkeys(right(case, "a1_sentences"), "stronger")
        assert len(slips(case, "a1_sentences", said)) == 2
        log = right(case, "a1_log")
        assert slips(case, "a1_log", {**log, "own": 9}) == {"activities under the paper counted"}
        night = {**right(case, "a1_night"), "boarding": "paper", "data": "all"}
        assert len(slips(case, "a1_night", night)) == 2
