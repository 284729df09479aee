"""How A4 is scored: by how soon a life in danger has its answer, in watches nobody has seen.

The policy of the desk is placed between the standing order (0) and the reference (1), all in the
same hidden luck. What goes out across a line counts neither as in time nor as little. In the seven
requests, the life that cannot wait gates the others. What a file may hold and what a log shows are
no matter of luck.

Red lines: R5 where personal data leave the team that may not (a request that no basis carries, that
comes from somebody without a mandate or without another State's leave; a victim's address beside
what a service needs; a victim or a witness in a suspect's file; a policy whose watches show it), R8
where a policy dates records back.
"""

from trainkit.lessons.a4 import watch
from trainkit.lessons.a4.asked import GOES
from trainkit.lessons.a4.dossier import ITEMS, OTHERS
from trainkit.lessons.a4.standing import POLICY, standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_WATCHES = 192
_RATIO_OFF = 0.01
_NOT_TO_GO = {
    "no_basis": "Personal data went out without a legal basis",
    "no_mandate": "Personal data went to somebody who has no mandate",
    "no_leave": "Personal data of another State went on without its leave",
}
_WRONG_REASON = 0.5
"""What a refusal earns that is due and gives another reason: nothing has gone out."""


def baseline(case):
    """Return the standing order's answers; nobody reads the logs."""
    return {**standing_order(case), "a4_chain": {}}


def gate(case, answer, _luck):
    """Four points for the life in danger, six for what goes, eight for what does not, behind it."""
    pairs = [(one, answer[f"request_{n}"]) for n, one in enumerate(case.requests, start=1)]
    life = [given == "voice" for one, given in pairs if one.due == "voice"]
    goes = [given == one.due for one, given in pairs if one.due in GOES and one.due != "voice"]
    stays = [_refused(one.due, given) for one, given in pairs if one.due not in GOES]
    right = sum(given == one.due for one, given in pairs)
    return Score(
        (
            Criterion(
                "a life in danger has its answer at once",
                sum(life) / len(life),
                4,
                "It is told by telephone, recorded, and confirmed in writing.",
                life=True,
            ),
            Criterion(
                "what may go, goes, and no more",
                sum(goes) / len(goes),
                6,
                f"{sum(goes)} of {len(goes)} go as they are due.",
            ),
            Criterion(
                "what may not go stays, and is told why",
                sum(stays) / len(stays),
                8,
                f"{sum(one == 1.0 for one in stays)} of {len(stays)} are refused for what is "
                "missing; a refusal with another reason earns half.",
            ),
        ),
        tuple(_gone(n, one, answer) for n, one in _crossing(case, answer)),
        f"{right} of {len(pairs)} requests have the answer that is due to them.",
    )


def _refused(due, given):
    return 1.0 if given == due else 0.0 if given in GOES else _WRONG_REASON


def _crossing(case, answer):
    """Return the requests, with their numbers, whose answer lets go what may not go."""
    for number, one in enumerate(case.requests, start=1):
        given = answer[f"request_{number}"]
        whole = given in GOES and given != "reduced"
        address = one.request.category == "victim" and "address" in one.request.fields
        if (one.due in _NOT_TO_GO and given in GOES) or (address and whole):
            yield number, one


def _gone(number, one, answer):
    text = _NOT_TO_GO.get(one.due, "A victim's address went with what a service needs")
    given = answer[f"request_{number}"]
    return RedLine("R5", number, f"{text} (request {number}, {given.replace('_', ' ')}).")


def file(case, answer, _luck):
    """Five points for the items, three for the ratio, two for what was forgotten, two marks."""
    needed = set(case.wanted.needed)
    odd = sum((answer[name] == "send") != (name in needed) for name in ITEMS)
    near = abs(answer["ratio"] - case.wanted.ratio) <= _RATIO_OFF + 1e-9
    others = [name for name in OTHERS if answer[name] == "send"]
    lines = (RedLine("R5", 1, "Somebody who is not sought went out with the file."),)
    return Score(
        (
            Criterion(
                "as little as serves the purpose",
                1.0 - odd / 4.0,
                5,
                f"{odd} items are too many or missing.",
            ),
            Criterion(
                "minimisation ratio",
                float(near),
                3,
                f"Needed among those asked for over those asked for: {case.wanted.ratio:.2f}.",
            ),
            Criterion(
                "what was forgotten",
                float(answer["missing"] == case.wanted.forgotten),
                2,
                f"{case.wanted.forgotten} needed items were not asked for.",
            ),
            _same("retention", answer["retention"] == "purpose", "It ends with its purpose."),
            _same("mark", answer["mark"] == "intelligence", "Police tell police, not a court."),
        ),
        lines if others else (),
        f"{odd} of {len(ITEMS)} items are not as the purpose has them.",
    )


def _same(name, right, text):
    return Criterion(name, float(right), 1, text)


def chain(case, answer, _luck):
    """Two points for what was done to each log, one and a half for where, if that is right."""
    criteria = []
    for number, log in enumerate(case.logs, start=1):
        how = answer[f"how_{number}"] == log.how
        line = how and answer[f"line_{number}"] == log.line
        said = f"{log.how.replace('_', ' ')}" + (f", line {log.line}" if log.line else "")
        criteria += [
            Criterion(f"log {number}, what", float(how), 2, f"It is: {said}."),
            Criterion(f"log {number}, where", float(line), 1.5, f"It is: {said}."),
        ]
    right = sum(one.fraction == 1.0 for one in criteria[1::2])
    return Score(tuple(criteria), outcome=f"{right} of {len(case.logs)} logs are read whole.")


_DESK = (
    (
        "minutes until a life in danger has its answer",
        "danger_min",
        6,
        "Told by telephone, before everything, whatever is in hand.",
        "minutes, mean",
    ),
    (
        "what is due comes in time",
        "late",
        5,
        "Who is told what is missing comes once more; a call is confirmed before its term ends.",
        "share of answers and confirmations that are late",
    ),
    (
        "as little as serves the purpose",
        "ratio",
        5,
        "Fields that nobody needs are left out where somebody looks at each.",
        "needed fields sent for each field sent",
    ),
)
"""Criteria of the policy; the first is of lives and gates the others."""
_ACROSS = "Data went out across a red line: being quick and sparing counts for nothing then."


def desk(case, answer, luck):
    """Six points for lives, five for what is due in time, five for the measure."""
    mine, usual, best = (
        watch.outcome(case.watch, one, luck, _WATCHES)
        for one in (answer, POLICY, reference(case)["a4_desk"])
    )
    return Score(
        tuple(_criterion(mine, usual, best, *told) for told in _DESK),
        mine.crossed,
        f"A life in danger has its answer after {mine.danger_min:.0f} minutes on average.",
    )


def _criterion(mine, usual, best, name, read, points, text, unit):
    life = read == "danger_min"
    if mine.crossed and not life:
        return Criterion(name, 0.0, points, _ACROSS)
    value, low, high = (getattr(one, read) for one in (mine, usual, best))
    sign = 1.0 if high > low else -1.0
    fraction = between(sign * value, sign * low, sign * high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=life, measure=measure)


SCORING = {"a4_gate": gate, "a4_file": file, "a4_chain": chain, "a4_desk": desk}
