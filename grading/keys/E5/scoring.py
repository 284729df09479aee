"""How E5 is scored: reading against the text, the clocks and the hash.

The area is scored by what it holds of boats in nights that nobody has seen, the same for all.
"""

from datetime import UTC, datetime, timedelta

from trainkit.lessons.e5.night_why import log_why, patrol_why, rescue_why
from trainkit.lessons.e5.versions import HEAD
from trainkit.lessons.e5.water import LAST_YEAR, flaw, held, sightings
from trainkit.lessons.e5.window import CLOCKS
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import baseline, best_area, effect, missing, reading, reference, window
from .truth import LINES, PATROL, PROPOSALS

__all__ = ["SCORING", "baseline", "reference"]

_HIDDEN = 20_000
_LINE_SAYS = {
    "sound": "It may stand.",
    "vague": "Two readers would do two things.",
    "law": "Neither law nor paper allows it.",
    "one": "One side decides alone.",
}
_ACT_SAYS = {
    "plan": "Time, place, scope and basis are those of the plan.",
    "own": "It is a national act with a basis in law; no plan is asked.",
    "rescue": "It is rescue, and asks for nothing.",
    "time": "On one clock it lies outside the plan's time.",
    "place": "Its place lies outside the area.",
    "caveat": "Cyra did not agree to it.",
    "basis": "What it names is no law and no treaty.",
}


def _moment(answer, name):
    return datetime.fromisoformat(answer[name])


def on_time(case, answer, _luck):
    """2 points for the first instant, 2 for the start, 4 for the end.

    The end weighs most: it is where clocks change. It is judged on the trainee's own start, so that
    one mistake is not counted twice: 3 for the hours, 1 for the offset of Borea's clock.
    """
    first, start, _ = window(case.window)
    given = {name: _moment(answer, name) for name in ("first", "start", "end")}
    wanted = given["start"].astimezone(UTC) + timedelta(hours=case.window.lasts_h)
    hours = given["end"].astimezone(UTC) == wanted
    offset = wanted.astimezone(CLOCKS["Borea"]).utcoffset()
    told = f"{case.window.lasts_h} hours after the start, counted in UTC"
    return Score(
        (
            _right("first instant", given["first"] == first, 2, _iso(first)),
            _right("start", given["start"] == start, 2, _iso(start)),
            _right("end", hours, 3, told),
            _right("offset of the end", hours and given["end"].utcoffset() == offset, 1, told),
        ),
        (),
        f"The plan lasts {_hours(given)} hours as you wrote it.",
    )


def _hours(given):
    apart = given["end"].astimezone(UTC) - given["start"].astimezone(UTC)
    return f"{apart / timedelta(hours=1):g}"


def _iso(moment):
    return moment.isoformat(timespec="minutes")


def _right(name, is_right, points, told):
    return Criterion(name, float(is_right), points, f"{'Right' if is_right else 'Not so'}: {told}.")


def _numbered(name, answer, truths, says, points, title):
    """Return a criterion for each numbered item, alike."""
    each = points / len(truths)
    return tuple(
        Criterion(
            f"{title} {number}",
            float(answer[f"{name}_{number}"] == truth),
            each,
            f"{'Right' if answer[f'{name}_{number}'] == truth else 'Not so'}. {say}",
        )
        for number, (truth, say) in enumerate(zip(truths, says, strict=True), start=1)
    )


def _counted(criteria, told):
    right = sum(criterion.fraction == 1.0 for criterion in criteria)
    return f"{right} of {len(criteria)} {told}."


def elements(case, answer, _luck):
    """10 points over eight lines, alike: each is one that somebody would act on."""
    truths = [LINES[line.id] for line in case.draft]
    says = [
        f"{_LINE_SAYS[truth]} {line.why}" for truth, line in zip(truths, case.draft, strict=True)
    ]
    criteria = _numbered("line", answer, truths, says, 10, "line")
    return Score(criteria, (), _counted(criteria, "lines were judged as they are"))


def area(case, answer, luck):
    """8 points from last year's area to the best; none for one that nobody could approve."""
    wrong = flaw(case.water, answer)
    places = sightings(case.water, luck, "e5 hidden", _HIDDEN)
    value, low, high = (
        float(held(places, one).mean()) for one in (answer, LAST_YEAR, best_area(case.water))
    )
    fraction = 0.0 if wrong else between(value, low, high)
    measure = Measure(value, low, high, "share of the boats seen that lie in the area")
    told = f"Both sides could not approve it. {wrong}" if wrong else "Both sides could approve it."
    return Score(
        (Criterion("what the area holds", fraction, 8, told, measure=measure),),
        (),
        f"The area holds {100 * value:.0f} % of the boats of nights to come.",
    )


def versions(case, answer, _luck):
    """6 points over eight edits, alike, and 2 for each version's missing approval."""
    truths = [effect(case, edit) for edit in case.edits]
    says = [
        "The canonical text is the same." if one == "same" else "The canonical text is another."
        for one in truths
    ]
    edits = _numbered("edit", answer, truths, says, 6, "edit")
    waits = tuple(
        _right(
            f"version {n}",
            answer[f"missing_{n}"] == missing(case.history, n),
            2,
            f"the hash {case.history.hashes[n - 1][:HEAD]} still needs {missing(case.history, n)}",
        )
        for n in (2, 3)
    )
    return Score((*edits, *waits), (), _counted((*edits, *waits), "edits and versions were read"))


def acts(case, answer, _luck):
    """10 points over eight acts, alike: each could be the one that a court asks about."""
    truths = [reading(case, one) for one in case.acts]
    criteria = _numbered("act", answer, truths, [_ACT_SAYS[one] for one in truths], 10, "act")
    return Score(criteria, (), _counted(criteria, "acts were read as they stand"))


def joining(case, answer, _luck):
    """6 points over six proposals, alike."""
    truths = [PROPOSALS[one.id] for one in case.letter.proposals]
    says = [one.why for one in case.letter.proposals]
    criteria = _numbered("proposal", answer, truths, says, 6, "proposal")
    return Score(criteria, (), _counted(criteria, "proposals were held against the letter"))


def orders(case, answer, _luck):
    """2 points for the rescue, 3 each for the patrol and the log, which rescue multiplies."""
    night, rescue = case.night, answer["rescue"] == "go"
    patrol = answer["patrol"] == PATROL[night.place]
    return Score(
        (
            Criterion("the open boat", float(rescue), 2,
                      rescue_why(night.aboard, answer["rescue"]), life=True),
            Criterion("the patrol", float(patrol), 3, patrol_why(night.place, answer["patrol"])),
            Criterion("the log", float(answer["log"] == "add"), 3,
                      log_why(night.early, answer["log"])),
        ),
        _red_lines(night, answer),
        "The boat was reached without delay." if rescue else "The boat had to wait.",
    )  # fmt: skip


def _red_lines(night, answer):
    """Return the red lines of a night: in its log the boat is 1, the patrol 2, yesterday 3."""
    lines = []
    if answer["rescue"] != "go":
        told = f"{night.aboard} people in a boat that takes in water had to wait."
        lines.append(RedLine("R1", 1, told))
    if answer["patrol"] == "radio":
        told = "A joint patrol while no version had two signatures; a word by radio is none."
        lines.append(RedLine("R4", 2, told))
    if answer["log"] in {"change", "remove"}:
        lines.append(RedLine("R8", 3, "The log of yesterday was altered."))
    return tuple(lines)


SCORING = {
    "e5_window": on_time,
    "e5_elements": elements,
    "e5_area": area,
    "e5_versions": versions,
    "e5_acts": acts,
    "e5_joining": joining,
    "e5_orders": orders,
}
