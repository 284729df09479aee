"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong reads what each text is, who speaks in a vignette and what is there; in haste they take
  one instrument amiss.
* Competent knows the trade: goes where people are in danger, does not board on suspicion, lands
  where there are beds, afloat too. They take guidance and judgments for binding, send a boat where
  a question would do, forget to keep a case that is not theirs, look at the flag in place of the
  region, let the register come before the landing, and obey once.
* Novice knows one treaty and the nearest harbour, helps those who call, and obeys.
* Careless is competent, and lets the file come first.
"""

import re

from .reading import bound, fit, flag, lines, near, nights, read, reply


def strong(case, luck):
    """Return the answers of somebody who reads with care, and once in haste."""
    found = read(case)
    hasty = f"instrument_{1 + int(10 * luck.uniform('a2 strong haste', 0))}"
    taken = found["a2_binding"][hasty]
    found["a2_binding"] = {**found["a2_binding"], hasty: "both" if taken != "both" else "neither"}
    return found


def competent(case, luck):
    """Return the answers of somebody who knows the trade and reads the law once."""
    found = read(case)
    found["a2_binding"] = lines("instrument", [_cited(one.told) for one in case.instruments])
    hurried = {"hold": "go", "ask": "go"}
    found["a2_duty"] = {name: hurried.get(value, value) for name, value in found["a2_duty"].items()}
    found["a2_place"] = _with_beds(case, found["a2_place"])
    rising = ("danger", "aboard", "register", "ashore", "rest")
    found["a2_order"] = nights(case, rising, [reply(night) for night in case.nights])
    return _slipped(case, found, luck)


def _cited(told):
    """Return whom a text binds for somebody who takes what is cited for what binds."""
    if re.search("^Resolution|Safi|^Recommendation", told):
        return "both"
    return "italy" if "Refugee Convention" in told else bound(told)


def _with_beds(case, answer):
    """Return landings of somebody who takes beds for safety, afloat too, and looks at flags."""
    places = [fit(one, ("none", "ship")) for one in case.landings]
    return {**answer, **lines("place", places), **lines("who", map(flag, case.landings))}


def _slipped(case, found, luck):
    """Return answers in which one reply is obedience and one master's source is Art 98."""
    obeyed = 1 + int(3 * luck.uniform("a2 competent reply", 0))
    found["a2_order"] = {**found["a2_order"], f"reply_{obeyed}": "obey"}
    for number, one in enumerate(case.sightings, start=1):
        if "master" in one.told and f"flag of {case.sides.outside}" in one.told:
            found["a2_duty"] = {**found["a2_duty"], f"source_{number}": "unclos"}
    return found


def careless(case, luck):
    """Return the answers of somebody competent who wants the file in order first."""
    found = competent(case, luck)
    rising = ("rest", "register", "danger", "aboard", "ashore")
    return {**found, "a2_order": nights(case, rising, ["obey"] * 3)}


def novice(case, luck):
    """Return the answers of somebody who knows one treaty and the nearest harbour, and obeys."""
    doubted = int(3 * luck.uniform("a2 novice doubt", 0))
    replies = ["obey" if place != doubted else "no_gate" for place in range(3)]
    rising = ("danger", "rest", "register", "ashore", "aboard")
    return {
        "a2_binding": lines("instrument", [_national(one.told) for one in case.instruments]),
        "a2_duty": {**_called(case), **lines("source", ["unclos"] * 6)},
        "a2_place": {
            **lines("place", ["ABCD"[near(one)] for one in case.landings]),
            **lines("fault", ["none"] * 3),
            **lines("who", map(flag, case.landings)),
        },
        "a2_order": nights(case, rising, replies),
    }


def _called(case):
    """Return what is due for somebody who helps those who call, and reports the others."""
    heard = [bool(re.search("call|relays|reports|asks", one.told)) for one in case.sightings]
    return lines("due", ["go" if one else "relay" for one in heard])


def _national(told):
    """Return whom a text binds for somebody who knows a national law when he sees one."""
    return bound(told) if re.search("Decree|^Law|^Penal", told) else "both"
