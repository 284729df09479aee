"""Orders that cannot be: one paragraph, by the console and at a pause, and nothing is lost."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise
from trainkit.scenarios import load


@pytest.fixture
def case():
    led = Exercise(load("trainkit/two-teams-one-network"), seed=7)
    led.to(24.0)
    return led


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"order": "sure_at", "amount": 5.0}, "says 5. Give a number from 0.3 to 0.999"),
        (
            {"order": "hours", "word": "search", "amount": 900.0},
            "says 900. Give a number from 0 to",
        ),
        ({"order": "focus", "word": "nationality"}, "protected characteristic 'nationality'"),
        ({"order": "arrest_set", "word": "foreigners"}, "rests on 'foreigner'"),
        ({"order": "focus", "word": "hub", "religion": "x"}, "characteristic 'religion'"),
    ],
)
def test_an_order_beyond_the_plan_or_on_what_somebody_is_is_refused(case, order, said):
    with pytest.raises(TrainkitError, match=said):
        case.order(**order)

    assert case.now_h == 24.0
    assert case.orders == ()


@pytest.mark.parametrize(
    "order",
    [
        {"order": "sure_at", "amount": 0.3},
        {"order": "sure_at", "amount": 0.999},
        {"order": "hours", "word": "search", "amount": 0.0},
        {"order": "hours", "word": "search", "amount": 400.0},
    ],
)
def test_an_order_at_a_bound_of_the_plan_holds(case, order):
    case.order(**order)

    assert len(case.orders) == 1


def test_an_exercise_is_kept_under_a_name_written_as_text(case, tmp_path):
    case.order(order="focus", word="hub")
    case.save(str(tmp_path / "case.json"))

    again = Exercise.resumed(str(tmp_path / "case.json"), case.scenario)

    assert (again.now_h, again.orders) == (case.now_h, case.orders)
