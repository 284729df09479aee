"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong reads clause by clause and moves every time to one clock. Reading fast, they take one
  sentence for sound that adds something in passing.
* Competent handles clocks and bases, stops at the first verb of a long point, misses what is
  weakened or added, and slips once in the log. Which lines suffer is drawn.
* Novice counts the day of signature, compares dates as written, and takes what is signed as agreed.
* Careless is competent, and boards on the paper.
"""

import re
from datetime import datetime, timedelta, timezone

from trainkit.lessons.a1.paper import POINTS

_VERBS = {
    "emphasize": "state",
    "consider": "consider",
    "encourage": "encourage",
    "continue": "keep",
    "maintain": "keep",
    "hold": "keep",
    "further exchange": "keep",
    "agree": "agree",
    "taking": "act",
    "ensure": "act",
}
_SEEKS = re.compile("|".join(rf"\b{verb}\b" for verb in _VERBS))
_OFFERED = {
    "extradition": "D4",
    "organized crime": "C2",
    "human trafficking": "F1",
    "voluntary returns": "F1",
    "risk categories": "B2",
    "southern flank": "F3",
    "almaty": "B4",
    "visa": "F2",
    "execution area": "E5",
    "come into operation": "E5",
}
"""Words of the points that call the titles offered to mind, the most telling first."""
_NEW_THINGS = ("quota", "streets", "financial police", "lapse", "without a court")


def _words(text):
    return re.findall(r"[a-z]+", text.lower())


def _verbs_of(point):
    """Return the verbs of a point with their places, in order."""
    return [(found.start(), _VERBS[found[0]]) for found in _SEEKS.finditer(POINTS[point].lower())]


def _governing(point, subject):
    """Return the verb nearest before the place of the point where most of the words stand."""
    text, wanted = POINTS[point].lower(), {word for word in _words(subject) if len(word) > 3}
    places = [found.start() for found in re.finditer(r"[a-z]+", text)]

    def share(place):
        return len(wanted & set(_words(text[place : place + len(subject) + 10])))

    most = max(share(place) for place in places)
    at = max(place for place in places if share(place) == most)
    before = [verb for place, verb in _verbs_of(point) if place <= at]
    return before[-1] if before else _verbs_of(point)[0][1]


def _zone(hours):
    return timezone(timedelta(hours=hours))


def _clocks(signing):
    clocks = {"Alder": _zone(signing.alder_utc_h), "Borea": _zone(signing.borea_utc_h)}
    return clocks, clocks[signing.host], clocks["Alder" if signing.host == "Borea" else "Borea"]


def _midnight(signing, days):
    """Return 00:00 at the place of signature, so many days after the date on the paper."""
    day = datetime.fromisoformat(f"{signing.at:%Y-%m-%d}") + timedelta(days=days)
    return day.replace(tzinfo=_clocks(signing)[1])


def _iso(moment):
    return moment.isoformat(timespec="minutes")


def _date(case):
    first = _midnight(case.signing, 15)
    other = _clocks(case.signing)[2]
    return {"first": _iso(first), "other": _iso(first.astimezone(other)), "end": "none"}


def _act(act, first):
    if not act.basis.startswith("the paper"):
        return "own"
    if "alone" in act.basis:
        return "power"
    return "early" if act.at.timestamp() < first.timestamp() else "in"


def _lines(name, values):
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


def _verdict(sentence):
    """Return a verdict from the words of a sentence, beside those of its point."""
    said = sentence.text.lower()
    if any(thing in said for thing in _NEW_THINGS):
        return "adds"
    loose = any(word in said for word in ("may look", "consider whether", "invites"))
    if loose:
        return "weaker"
    bound = any(word in said for word in ("must", "obliges", "requires", "bound", "agreed"))
    considers = "consider" in {verb for _, verb in _verbs_of(sentence.point)}
    return "stronger" if bound and considers else "same"


def _names():
    return [f"{desk}{number}" for desk in "AB" for number in range(1, 6)]


def _log(case):
    entries = dict(zip(_names(), case.log.entries, strict=True))
    both = max(case.log.alder_approved.timestamp(), case.log.borea_approved.timestamp())
    joint = [name for name, one in entries.items() if "plan" in one.basis]
    paper = [name for name, one in entries.items() if one.basis.startswith("the paper")]
    message = [name for name in paper if "Message" in entries[name].told]
    hands_on = [n for n in paper if re.search("search|kept", entries[n].told)]
    return {
        "unplanned": next(name for name in joint if entries[name].at.timestamp() < both),
        "power": hands_on[0],
        "stronger": message[0],
        "own": len(entries) - len(joint) - len(paper),
    }


def _night(case):
    """Return the orders of somebody who reads what is told of the three events."""
    from trainkit.lessons.a1.night import REQUESTS, VESSELS

    vessel, request = VESSELS[case.night.vessel], REQUESTS[case.night.request]
    cues = (
        ("territorial sea", "own_law"),
        ("without flag", "no_flag"),
        ("has authorised", "flag_given"),
        ("motor vessel", "flag_asked"),
    )
    asked = (("telephone", "fields_confirmed"), ("in writing", "fields"), ("list", "ask"))
    return {
        "rescue": "go",
        "boarding": next(order for cue, order in cues if cue in vessel),
        "data": next(order for cue, order in asked if cue in request),
    }


def _map(case):
    found = []
    for point in case.mapped:
        text = POINTS[point].lower()
        found.append(next(code for words, code in _OFFERED.items() if words in text))
    return _lines("point", found)


def _spoilt(answer, which, wrong, otherwise):
    """Return an answer in which line *which* is *wrong*, or *otherwise* where it was that."""
    name = sorted(answer)[which % len(answer)]
    return {**answer, name: wrong if answer[name] != wrong else otherwise}


def _strong(case):
    first = _midnight(case.signing, 15)
    clauses = [_governing(clause.point, clause.subject) for clause in case.clauses]
    return {
        "a1_date": _date(case),
        "a1_acts": _lines("act", [_act(act, first) for act in case.acts]),
        "a1_verbs": _lines("clause", clauses),
        "a1_sentences": _lines("sentence", [_verdict(one) for one in case.sentences]),
        "a1_log": _log(case),
        "a1_night": _night(case),
        "a1_map": _map(case),
    }


def strong(case, luck):
    """Return the answers of somebody who reads the text and the clocks with care."""
    found = _strong(case)
    hasty = int(8 * luck.uniform("a1 strong haste", 0))
    return {**found, "a1_sentences": _spoilt(found["a1_sentences"], hasty, "same", "stronger")}


def competent(case, luck):
    """Return the answers of somebody who knows the trade and reads the text once."""
    found = _strong(case)
    found["a1_acts"] = _one_clock_missed(case, found["a1_acts"])
    found["a1_verbs"] = _lines("clause", [_verbs_of(one.point)[0][1] for one in case.clauses])
    verdicts = [_hurried(one) for one in case.sentences]
    found["a1_sentences"] = _lines("sentence", verdicts)
    found["a1_log"] = {**found["a1_log"], "own": found["a1_log"]["own"] + 1}
    line = int(6 * luck.uniform("a1 competent map", 0))
    found["a1_map"] = _spoilt(found["a1_map"], line, "B2", "C2")
    if luck.uniform("a1 competent data", 0) < 0.5:
        found["a1_night"] = {**found["a1_night"], "data": "never"}
    return found


def _one_clock_missed(case, answer):
    """Return readings in which times in UTC were taken for those of the place."""
    first = _midnight(case.signing, 15)
    return {
        f"act_{number}": (
            answer[f"act_{number}"]
            if act.clock != "UTC"
            else _act_as_written(act, first.replace(tzinfo=None))
        )
        for number, act in enumerate(case.acts, start=1)
    }


def _act_as_written(act, first):
    return "in" if act.at.replace(tzinfo=None) >= first else "early"


def _hurried(sentence):
    """Return a verdict that sees only whether a sentence is stronger."""
    verdict = _verdict(sentence)
    return verdict if verdict == "stronger" else "same"


def novice(case, luck):
    """Return the answers of somebody who takes the paper for a treaty and dates as written."""
    first = _midnight(case.signing, 14)
    shown = _iso(first)
    written = [_act_as_written(act, first.replace(tzinfo=None)) for act in case.acts]
    bold = [
        "stronger" if "must" in one.text or "obliges" in one.text else "same"
        for one in case.sentences
    ]
    joint = [n for n, one in zip(_names(), case.log.entries, strict=True) if "plan" in one.basis]
    guess = ("flag_asked", "own_law")[int(2 * luck.uniform("a1 novice boarding", 0))]
    return {
        "a1_date": {"first": shown, "other": shown, "end": "none"},
        "a1_acts": _lines("act", written),
        "a1_verbs": _lines("clause", ["agree"] * len(case.clauses)),
        "a1_sentences": _lines("sentence", bold),
        "a1_log": {"unplanned": joint[0], "power": joint[0], "stronger": joint[-1], "own": 10},
        "a1_night": {"rescue": "go", "boarding": guess, "data": "never"},
        "a1_map": _map(case),
    }


def careless(case, luck):
    """Return the competent answers with a boarding on the paper alone: a red line."""
    found = competent(case, luck)
    return {**found, "a1_night": {**found["a1_night"], "boarding": "paper"}}
