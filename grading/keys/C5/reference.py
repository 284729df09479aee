"""The reference of C5: a board read hour by hour, and a plan that is argued.

* Week: for each person the hours of both acts are laid over each other as sets. The board of the
  model compares beginnings and ends; the two must agree, and a test says so.
* Moments: danger to life first, then possible victims, then the open act that waits.
* Notice: what makes room, what the circumstances add, and no more. Chance: as the figures come to.
* Plan: the board from the first day to the last; a joint team asked for at once, since it takes
  weeks; most hours to listening, which warns of boats in danger, to records, which say whom to
  listen to, and to looking for people who are exploited; the rest to witnesses, whom a court hears
  and whom the network notices less than a search; arrests together when the joint team has worked
  for some weeks. The optimum over all plans is not known; a
  test states how little a change of one line gains.
"""

from functools import lru_cache

from trainkit.lessons.c5.notice import due

_SECRET = {"surveillance", "interception", "source_handling", "telecom_data"}
_OPEN = {"search", "witness_interview", "freeze"}
_PLAN = {
    "board_1": "on",
    "board_2": "on",
    "board_3": "on",
    "channel": "joint_team",
    "joint_day": 0,
    "hours": {
        "records": 40,
        "telephone data": 0,
        "interception": 80,
        "surveillance": 0,
        "sources": 0,
        "witnesses": 60,
        "searches": 0,
        "devices": 0,
        "first contacts": 60,
    },
    "arrest_day": 100,
    "together": "yes",
    "on_danger": "pass_on",
    "screening": "first",
}


def _hours(act, after=0):
    return set(range(act.from_h, act.until_h + after))


def _judged(week, person):
    """Judge the two acts about a person by the hours that they share."""
    one, other = sorted((a for a in week.acts if a.person == person), key=lambda a: a.from_h)
    if one.team == other.team:
        return "neither"
    kinds = {one.action, other.action}
    if kinds & _SECRET and kinds & _OPEN and _hours(one) & _hours(other):
        return "collision"
    alike = len(kinds) == 1 and other.from_h in _hours(one, after=week.fresh_h + 1)
    return "duplicate" if alike else "neither"


def _free(week, said):
    """Return the first hour after the secret act of the first open act that would give one away."""
    act = next(a for a in week.acts if said[a.person] == "collision" and a.action in _OPEN)
    secret = next(a for a in week.acts if a.person == act.person and a is not act)
    return max(_hours(secret)) + 1


def week(case):
    """Return what the week of a case shows."""
    said = {person: _judged(case.week, person) for person in "ABCDEFGH"}
    later = {act.person: act for act in case.week.acts}
    return {
        **{f"person_{person.lower()}": harm for person, harm in said.items()},
        "collisions": sum(harm == "collision" for harm in said.values()),
        "twice_h": sum(later[p].work_h for p, harm in said.items() if harm == "duplicate"),
        "begin_h": _free(case.week, said),
    }


def chance(case):
    """Return what the figures come to."""
    told = case.meeting
    met = told.alder * (told.borea / told.people)
    return {
        "met": round(met, 2),
        "lost_h": round(20 * met * told.work_h / told.same, 1),
        "entries_h": round(20 * (told.alder + told.borea) * told.entry_min / 60, 1),
        "ask_day": told.day - (told.need_days + told.setup_days),
    }


@lru_cache(maxsize=512)
def _reference(case):
    return {
        "c5_week": week(case),
        "c5_moments": {f"moment_{n}": one.sort for n, one in enumerate(case.moments, start=1)},
        "c5_notice": due(case.circumstance),
        "c5_chance": chance(case),
        "c5_plan": _PLAN,
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)
