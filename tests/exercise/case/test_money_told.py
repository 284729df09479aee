"""What of the money reaches a team: what it traced or was told of, not what the partner keeps."""

from trainkit import load
from trainkit.case.investigation import MODEL
from trainkit.exercise import Exercise
from trainkit.exercise.case.told import line, told

YEAR = load("trainkit/two-teams-one-network")
KINDS = {"assets_traced", "assets_shared", "freeze_requested"}


def test_a_team_hears_of_money_that_it_traced_or_was_told_of_and_of_no_other():
    case = Exercise(YEAR.vary(MODEL.policies["follow_the_money"](YEAR.parameters)), seed=7)
    case.to(300 * 24.0)

    heard = [one for one in told(case.logbook, "Alder") if one.kind in KINDS]
    lines = " ".join(map(line, heard))

    assert {one.kind for one in heard} == KINDS
    assert {one.subject for one in heard} == {"Alder team"}
    for words in ("are traced", "the partner has traced", "police", "is asked to freeze"):
        assert words in lines
