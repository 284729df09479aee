"""Four trainees who play A4 with paper and pencil: only what the notebook shows.

None of them knows the reference, the gate's rules, the chain's search or the hidden watches.

* Strong reads with care; is a field too generous with the file, and telephones lives alone.
* Competent knows the trade: life by telephone, no list on a wish. Trims what is in order, takes
  another State's mark and the court for want of a basis, sends two items too many, divides by the
  wrong number, takes an honest late entry for a forged one and miscounts a line; finishes what is
  in hand before it telephones.
* Novice telephones a life and refuses whatever is on paper, sends the suspect's whole file, sees an
  altered line and no other hand, lets everybody queue, and says no without a word.
* Careless gives colleagues what they ask for and makes the records afterwards.
"""

import re
from itertools import pairwise

from trainkit.lessons.a4.dossier import ITEMS
from trainkit.lessons.a4.page import row

_READ = (
    ("voice", "^By telephone"),
    ("no_mandate", "insurer|Volunteers|traffic police|press office"),
    ("no_leave", "not to be passed on|Cyra has not been asked"),
    ("prosecutors", "court on Friday|indictment"),
    ("no_basis", "point 9|no law, agreement|file has as a victim|Alder and Borea. Cyra border"),
    ("reduced", "convictions|her address|ten years|while you are at it"),
)
_SERVES = {
    "identify": "name birth_date photograph",
    "locate": "name birth_date photograph vehicle last_seen",
    "trace_money": "name birth_date accounts",
}


def _answer(told):
    """Read a request by the words that tell of danger, of who asks, of a mark, of a wish."""
    return next((due for due, words in _READ if re.search(words, told)), "as_asked")


def _requests(case, **instead):
    found = [_answer(one.told) for one in case.requests]
    return {f"request_{n}": instead.get(due, due) for n, due in enumerate(found, start=1)}


def _needed(case):
    return {f"s_{name}" for name in _SERVES[case.wanted.purpose].split()}


def _file(case, more=(), **changed):
    needed, asked = _needed(case), set(case.wanted.asked)
    return {
        **{name: "send" if name in {*needed, *more} else "leave" for name in ITEMS},
        "ratio": round(len(needed & asked) / len(asked), 2),
        "missing": len(needed - asked),
        "retention": "purpose",
        "mark": "intelligence",
        **changed,
    }


def _read(log):
    """Read a log with a finger: texts first, then who follows whom, then the hours."""
    rows = [row(n, line) for n, line in enumerate(log.lines, start=1)]
    before, own, anew = ([one[at] for one in rows] for at in (4, 5, 6))
    for at in range(len(rows)):
        if own[at] != anew[at]:
            return "altered", at + 1
    breaks = [at for at in range(1, len(rows)) if before[at] != own[at - 1]]
    if not breaks:
        return _by_the_hours(rows)
    gone = [at for at in breaks if before[at] not in own]
    if gone:
        return "taken_out", gone[0] + 1
    return _put_in(before, own) or _moved(before, own)


def _by_the_hours(rows):
    early = [at for at in range(1, len(rows)) if rows[at][2] < rows[at - 1][2]]
    return ("back_dated", early[0] + 1) if early else ("whole", 0)


def _put_in(before, own):
    for at, name in enumerate(before):
        if before.count(name) > 1 and own[at] not in before:
            return "put_in", at + 1
    return None


def _moved(before, own):
    """Lift each line out in turn: the one without which only its own old place is open."""
    for at in range(1, len(own)):
        rest = [n for n in range(len(own)) if n != at]
        pairs = pairwise(rest)
        open_ = [before[b] for a, b in pairs if before[b] != own[a]]
        if open_ in ([], [own[at]]):
            return "moved", at + 1
    return "moved", 1


def _logs(found):
    pairs = list(enumerate(found, start=1))
    return {
        **{f"how_{n}": how for n, (how, _) in pairs},
        **{f"line_{n}": line for n, (_, line) in pairs},
    }


def _late(log):
    rows = [row(n, line) for n, line in enumerate(log.lines, start=1)]
    return next(n for n, one in enumerate(rows, start=1) if one[1] != one[2])


def _policy(**changed):
    return {
        "order": "preemptive",
        "check": "full",
        "oral_for": "danger_to_life",
        "confirm": "in_turn",
        "refusal": "reasoned",
        "records": "before",
        **changed,
    }


def strong(case, luck):
    """Reads with care; sends one item too many, and telephones lives alone."""
    spare = sorted({"s_vehicle", "s_accounts", "s_last_seen"} - _needed(case))
    return {
        "a4_gate": _requests(case),
        "a4_file": _file(case, more=spare[int(len(spare) * luck.uniform("a4 strong", 0)) :][:1]),
        "a4_chain": _logs([_read(log) for log in case.logs]),
        "a4_desk": _policy(),
    }


def competent(case, _luck):
    """Knows the trade; see the module."""
    read = [_read(log) for log in case.logs]
    slipped = [("back_dated", _late(log)) if how == "whole" else (how, line)
               for log, (how, line) in zip(case.logs, read, strict=True)]  # fmt: skip
    last = max(n for n, (how, _) in enumerate(read) if how != "whole")
    slipped[last] = (slipped[last][0], slipped[last][1] - 1)
    asked = set(case.wanted.asked)
    return {
        "a4_gate": _requests(case, as_asked="reduced", no_leave="no_basis", prosecutors="no_basis"),
        "a4_file": _file(
            case,
            more=("s_convictions",),
            ratio=min(1.0, round(len(_needed(case)) / len(asked), 2)),
        ),
        "a4_chain": _logs(slipped),
        "a4_desk": _policy(order="by_urgency"),
    }


def novice(case, _luck):
    """Refuses paper, sends the suspect's file whole, sees an altered line alone."""
    found = [_read(log) for log in case.logs]
    asked = case.wanted.asked
    return {
        "a4_gate": {n: v if v == "voice" else "no_basis" for n, v in _requests(case).items()},
        "a4_file": _file(
            case,
            more=tuple(name for name in ITEMS if name.startswith("s_")),
            ratio=round(1.0 - len(_needed(case) & set(asked)) / len(asked), 2),
            missing=0,
            retention="open",
            mark="none",
        ),
        "a4_chain": _logs([one if one[0] == "altered" else ("whole", 0) for one in found]),
        "a4_desk": _policy(
            order="first_come", oral_for="danger_and_urgent", confirm="at_once", refusal="bare"
        ),
    }


def careless(case, _luck):
    """Gives colleagues what they ask for, and makes the records afterwards."""
    return {
        "a4_gate": dict.fromkeys(_requests(case), "as_asked"),
        "a4_file": _file(case, more=tuple(ITEMS), ratio=1.0, missing=0, retention="open"),
        "a4_chain": _logs([("whole", 0) for _ in case.logs]),
        "a4_desk": _policy(order="first_come", check="none", refusal="bare", records="back_dated"),
    }
