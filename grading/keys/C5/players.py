"""Four trainees who play C5 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden runs, the board of the model or its code.
"""

from . import paper

_PEOPLE = "ABCDEFGH"
_OTHER = {"collision": "neither", "duplicate": "neither", "neither": "collision"}


def _judge(case, person):
    """Lay two lines under each other and judge as the text says."""
    (team, act, seen, _, _, until, _), later = paper.about(case, person)
    if team == later[0]:
        return "neither"
    if {seen, later[2]} == {"secret", "open"} and later[4] < until:
        return "collision"
    fresh = act == later[1] and later[4] - until <= paper.fresh(case)
    return "duplicate" if fresh else "neither"


def _week(case, wrong=(), **changed):
    said = {person: _judge(case, person) for person in _PEOPLE}
    twice = sum(paper.about(case, p)[1][6] for p in _PEOPLE if said[p] == "duplicate")
    (first, second), meant = paper.about(case, paper.meant(case)), said
    for person in wrong:
        meant = {**meant, person: _OTHER[said[person]]}
    secret = first if first[2] == "secret" else second
    return {
        **{f"person_{person.lower()}": harm for person, harm in meant.items()},
        "collisions": list(meant.values()).count("collision"),
        "twice_h": twice,
        "begin_h": secret[5],
        **changed,
    }


_ASKS = {
    "act": ("leaking boat", "calls for a doctor", "drowned at dusk", "stood in the sun"),
    "refer": ("locked in", "keeps her papers", "at gunpoint", "boy of fifteen"),
    "hold": ("Your search", "as a witness", "Your freeze", "in uniform"),
}


def _moments(case, **instead):
    found = {}
    for n, one in enumerate(case.moments, start=1):
        asked = (sort for sort, words in _ASKS.items() if any(w in one.told for w in words))
        sort = next(asked, "go_on")
        found[f"moment_{n}"] = instead.get(sort, sort)
    return found


_MUST = ("code", "kind", "times", "asked", "contact", "handling")
_ALL = (
    *(*_MUST, "name_birth", "officer_place", "reason", "content", "source", "victim"),
    *("family", "origin"),
)


def _needed(case):
    told = paper.situation(case)
    if "who is" in told:
        return (*_MUST, "name_birth")
    return (*_MUST, "officer_place") if "as a buyer" in told else _MUST


def _notice(sent, **changed):
    return {
        **{name: "send" if name in sent else "leave" for name in _ALL},
        "recipient": "liaison",
        "basis": "agreement",
        "retention": "case",
        "recorded": "yes",
        **changed,
    }


def _chance(case, **changed):
    people, alder, borea, same, work, minutes, day, need, setup = paper.figures(case)
    met = alder * borea / people
    return {
        "met": round(met, 1),
        "lost_h": round(20 * met / same * work),
        "entries_h": round(20 * (alder + borea) * minutes / 60),
        "ask_day": day - need - setup,
        **changed,
    }


_CELLS = (
    *("records", "telephone data", "interception", "surveillance", "sources"),
    *("witnesses", "searches", "devices", "first contacts"),
)


def _plan(hours, board="on", **changed):
    return {
        **{f"board_{n}": board for n in (1, 2, 3)},
        "channel": "joint_team",
        "joint_day": 0,
        "hours": dict(zip(_CELLS, hours, strict=True)),
        "arrest_day": 100,
        "together": "yes",
        "on_danger": "pass_on",
        "screening": "first",
        **changed,
    }


def strong(case, _luck):
    """Reads every line, spares what nobody needs, listens and looks, with a board and jointly."""
    return {
        "c5_week": _week(case),
        "c5_moments": _moments(case),
        "c5_notice": _notice(_needed(case)),
        "c5_chance": _chance(case),
        "c5_plan": _plan((50, 0, 80, 0, 0, 40, 10, 0, 60)),
    }


def competent(case, _luck):
    """Misjudges two people, adds both acts' hours, writes a reason, opens the board late."""
    both = sum(
        paper.about(case, p)[0][6] + paper.about(case, p)[1][6]
        for p in _PEOPLE
        if _judge(case, p) == "duplicate"
    )
    return {
        "c5_week": _week(case, wrong=("B", "F"), twice_h=both),
        "c5_moments": _moments(case, hold="act"),
        "c5_notice": _notice((*_needed(case), "reason")),
        "c5_chance": _chance(case, entries_h=_chance(case)["lost_h"]),
        "c5_plan": _plan((50, 20, 60, 20, 0, 20, 30, 0, 40), board_1="off", joint_day=30),
    }


def novice(case, _luck):
    """Calls every meeting a collision, holds a danger for the partner's plan, has no board."""
    told = dict.fromkeys((f"person_{person.lower()}" for person in _PEOPLE), "collision")
    return {
        "c5_week": _week(case, **told, collisions=8, twice_h=0),
        "c5_moments": _moments(case, refer="hold", go_on="hold"),
        "c5_notice": _notice(("code", "kind", "reason", "content", "source"), retention="open"),
        "c5_chance": _chance(case, met=5, lost_h=4000, ask_day=100),
        "c5_plan": _plan((60, 40, 20, 40, 0, 30, 50, 0, 0), board="off", arrest_day=40),
    }


_CARELESS = {"channel": "police", "together": "no", "on_danger": "hold", "arrest_day": 60}


def careless(case, _luck):
    """Holds back a danger, looks for signs after the charge, sends everything to everybody."""
    told = dict.fromkeys((f"person_{person.lower()}" for person in _PEOPLE), "neither")
    return {
        "c5_week": _week(case, **told, collisions=0, twice_h=0, begin_h=0),
        "c5_moments": _moments(case, act="hold", refer="hold"),
        "c5_notice": _notice(_ALL, basis="wish", recipient="all_police", recorded="no"),
        "c5_chance": _chance(case, met=0, lost_h=0, ask_day=150),
        "c5_plan": _plan(
            (40, 20, 40, 60, 0, 30, 50, 0, 0),
            board="off",
            **{**_CARELESS, "screening": "after_charge"},
        ),
    }
