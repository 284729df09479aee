"""The typical slips of A2 are known by what they do to an answer."""

from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.a2.tables import table
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A2")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"s-{n}", "A2")) for n in range(30)]
KEY = load_keys(KEYS, LESSON)
SLOT = {one["id"]: one["slot"] for one in table("sightings")["sighting"]}
KIND = {note["id"]: note["kind"] for note in table("places")["note"]}


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def slips(case, task, **changed):
    answer = {**right(case, task), **changed}
    return {slip.name for slip in LESSON.task(task).slips if slip.shows(case, answer)}


def numbered(case, slot):
    return next(n for n, one in enumerate(case.sightings, start=1) if SLOT[one.id] == slot)


def letter(landing, kind):
    """Return the letter of a place of that kind; None where there is none."""
    found = [a for a, one in zip(LETTERS, landing.offers, strict=True) if KIND[one.id] == kind]
    return found[0] if found else None


def first(case, number, names):
    """Return the ranks of a night in which acts of *names* are put first, the rest as it was."""
    night, answer = case.nights[number - 1], right(case, "a2_order")
    fields = [f"night_{number}_act_{one}" for one in "abcde"]
    order = sorted(
        zip(fields, night.acts, strict=True),
        key=lambda pair: (pair[1].id not in names, int(answer[pair[0]])),
    )
    return {field: place for place, (field, _) in enumerate(order, start=1)}


def test_slips_of_the_law_box_are_known():
    def given(case, words, value):
        return {
            f"instrument_{n}": value
            for n, one in enumerate(case.instruments, start=1)
            if any(word in one.told for word in words)
        }

    soft = ("Resolution MSC", "Operational Proposals", "Recommendation 38")
    council = ("Council of Europe", "Convention on Human Rights")
    for case in CASES:
        assert "every_treaty" in slips(case, "a2_binding", **given(case, ("Sea, 1982",), "both"))
        assert "guidance" in slips(case, "a2_binding", **given(case, soft, "both"))
        assert "council" in slips(case, "a2_binding", **given(case, council, "italy"))
    limited = [case for case in CASES if given(case, ("Refugee Convention",), "")]
    assert limited
    for case in limited:
        wrong = given(case, ("Refugee Convention",), "italy")
        assert "limitation" in slips(case, "a2_binding", **wrong)


def test_slips_of_duty_are_known():
    for case in CASES:
        places = {slot: numbered(case, slot) for slot in set(SLOT.values())}
        everywhere = {f"due_{number}": "go" for number in range(1, 7)}
        assert slips(case, "a2_duty", **everywhere) == {"everywhere"}
        for slot in ("no_call", "not_ours", "late"):
            closed = {f"source_{places[slot]}": "unclos"}
            assert slips(case, "a2_duty", **closed) == {"closed_treaty"}, slot
        paper = {f"source_{places['sound']}": "paper"}
        assert slips(case, "a2_duty", **paper) == {"point_nine"}
        away = {f"due_{places['not_ours']}": "none"}
        assert slips(case, "a2_duty", **away) == {"handed_over"}
        silent = {f"due_{places['not_able']}": "none"}
        assert slips(case, "a2_duty", **silent) == {"silent_master"}


def test_slips_of_landing_are_known():
    for case in CASES:
        near = {f"place_{n}": LETTERS[one.offers.index(one.nearest)]
                for n, one in enumerate(case.landings, start=1)}  # fmt: skip
        assert {"nearest_always", "own_test"} <= slips(case, "a2_place", **near)
        far = {
            f"place_{n}": max(zip(LETTERS, one.offers, strict=True), key=lambda p: p[1].away_h)[0]
            for n, one in enumerate(case.landings, start=1)
        }
        assert "wish" in slips(case, "a2_place", **far)
        ship = {f"place_{n}": letter(one, "ship") for n, one in enumerate(case.landings, start=1)
                if letter(one, "ship")}  # fmt: skip
        assert "ship" in slips(case, "a2_place", **ship)
        other = {"alder": "borea", "borea": "cyra", "cyra": "alder"}
        flag = {"who_1": other[case.landings[0].region.lower()]}
        assert slips(case, "a2_place", **flag) == {"flag_state"}


def test_slips_of_order_are_known():
    for case in CASES:
        same = {f"night_1_act_{one}": 1 for one in "ab"}
        assert "same_place" in slips(case, "a2_order", **same)
        assert "obeyed" in slips(case, "a2_order", reply_2="obey")
        for number, night in enumerate(case.nights, start=1):
            register = {act.id for act in night.acts} & {"names", "interview", "prints"}
            if register:
                assert "register_first" in slips(case, "a2_order", **first(case, number, register))
            landed = first(case, number, {"land", "ask_place", "hand_over"})
            assert "care_late" in slips(case, "a2_order", **landed)
