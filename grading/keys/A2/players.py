"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong reads what each text is, who speaks in a vignette and what is there; in haste they take
  one instrument amiss.
* Competent knows the trade: goes where people are in danger, does not board on suspicion, lands
  where there is a roof. They take guidance and judgments for binding, send a boat where a question
  would do, forget to keep a case that is not theirs, look at the flag in place of the region, let
  the register come before the landing, and obey once.
* Novice knows one treaty and the nearest harbour, helps those who call, and obeys.
* Careless is competent, and lets the file come first.
"""

import re

_LETTERS = "ABCDE"


def _lines(name, values):
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


_READ = (
    (r"Law of the Sea, 1982", "italy"),
    (r"Decree of the Minister|European Union|Legislative Decree", "italy"),
    (r"^Law 6458|Presidential Decision|^Penal Code", "turkiye"),
    (r"^Resolution|^Recommendation|Proposals|Court of Human Rights", "neither"),
)
"""What the kind of a text says of its reach; all others are treaties of both, or custom."""


def _bound(told):
    return next((value for words, value in _READ if re.search(words, told)), "both")


_SAFE = "flat sea|the sea is calm|everybody is well|light breeze"
_VAGUE = "hour late|saw a light|A beacon sends|message on the net"
_HELD = "would ground|cannot manoeuvre|will lose the mast|slip the tow"


def _sighting(told):
    """Return what is due and on which source, as somebody reads who looks for danger first."""
    if re.search(_SAFE, told) and "You command" in told:
        return "none", "other"
    if re.search(_VAGUE, told):
        return "ask", "sar"
    if "watch officer" in told:
        return "hold", "sar"
    return ("relay" if re.search(_HELD, told) else "go"), "solas"


_GAPS = (
    (r"nurse, for (\d+)|space for (\d+)|school with (\d+)", "room"),
    (r"No roof|nothing to eat|unheated", "needs"),
    (r"ferry was given up|slid into the sea|no ship calls", "onward"),
    (r"armed group|sentenced to death|locked up", "threat"),
)


def _flaw(offer):
    if offer.name.startswith("the "):
        return "ship"
    return next((flaw for words, flaw in _GAPS if re.search(words, offer.told)), "none")


def _fit(landing):
    """Return the letter of the first place on the way that has no flaw."""
    found = sorted(zip(_LETTERS, landing.offers, strict=False), key=lambda one: one[1].away_h)
    return next(letter for letter, offer in found if _flaw(offer) == "none")


def _near(landing):
    hours = [offer.away_h for offer in landing.offers]
    return hours.index(min(hours))


def _region(landing):
    return re.search(r"region of (\w+)", landing.told)[1].lower()


def _flag(landing):
    return re.search(r"flag of (\w+)", landing.told)[1].lower()


_SERVES = (
    (r"Steer for|out of the water|Go to the boat|pump|lifejackets|rafts beside", "danger"),
    (r"Look at everybody|give water|radio doctor", "aboard"),
    (r"place of safety|for landing|ashore", "ashore"),
    (r"names and countries|each adult|fingerprints", "register"),
    (r"", "rest"),
)


def _serves(act):
    return next(name for words, name in _SERVES if re.search(words, act.told))


def _order(number, night, rising):
    """Return the places of the five acts, by what they serve, in the order of *rising*."""
    served = [_serves(act) for act in night.acts]
    found = sorted(range(5), key=lambda act: rising.index(served[act]))
    return {
        f"night_{number}_act_{letter.lower()}": str(found.index(act) + 1)
        for act, letter in enumerate(_LETTERS)
    }


_DEMANDS = (
    (r"flag of Cyra|Flag of Cyra", "flag"),
    (r"registered|refugee|fingerprints", "screening"),
    (r"", "no_gate"),
)


def _reply(night):
    return next(reply for words, reply in _DEMANDS if re.search(words, night.demand))


_GOOD = ("danger", "aboard", "ashore", "register", "rest")


def _nights(case, rising, replies):
    answer = {}
    for number, night in enumerate(case.nights, start=1):
        answer |= _order(number, night, rising)
        answer[f"reply_{number}"] = replies[number - 1]
    return answer


def _read(case):
    duties = [_sighting(one.told) for one in case.sightings]
    return {
        "a2_binding": _lines("instrument", [_bound(one.told) for one in case.instruments]),
        "a2_duty": {
            **_lines("due", [due for due, _ in duties]),
            **_lines("source", [source for _, source in duties]),
        },
        "a2_place": {
            **_lines("place", [_fit(one) for one in case.landings]),
            **_lines("fault", [_flaw(one.offers[_near(one)]) for one in case.landings]),
            **_lines("who", [_region(one) for one in case.landings]),
        },
        "a2_order": _nights(case, _GOOD, [_reply(night) for night in case.nights]),
    }


def strong(case, luck):
    """Return the answers of somebody who reads with care, and once in haste."""
    found = _read(case)
    hasty = f"instrument_{1 + int(10 * luck.uniform('a2 strong haste', 0))}"
    taken = found["a2_binding"][hasty]
    found["a2_binding"] = {**found["a2_binding"], hasty: "both" if taken != "both" else "neither"}
    return found


def competent(case, luck):
    """Return the answers of somebody who knows the trade and reads the law once."""
    found = _read(case)
    found["a2_binding"] = {
        **found["a2_binding"],
        **{
            f"instrument_{number}": _as_rule(one.told)
            for number, one in enumerate(case.instruments, start=1)
            if _as_rule(one.told)
        },
    }
    hurried = {"hold": "go", "ask": "go"}
    found["a2_duty"] = {name: hurried.get(value, value) for name, value in found["a2_duty"].items()}
    found["a2_place"] = {**found["a2_place"], **_lines("who", map(_flag, case.landings))}
    rising = ("danger", "aboard", "register", "ashore", "rest")
    found["a2_order"] = _nights(case, rising, [_reply(night) for night in case.nights])
    return _slipped(case, found, luck)


def _as_rule(told):
    """Return whom a text binds for somebody who takes what is cited for what binds."""
    if re.search("^Resolution|Safi|^Recommendation", told):
        return "both"
    return "italy" if "Refugee Convention" in told else ""


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
    return {**found, "a2_order": _nights(case, rising, ["obey"] * 3)}


def novice(case, luck):
    """Return the answers of somebody who knows one treaty and the nearest harbour, and obeys."""
    called = [bool(re.search("call|relays|reports|asks", one.told)) for one in case.sightings]
    ends = ["ABCD"[_near(one)] for one in case.landings]
    rising = ("danger", "rest", "register", "ashore", "aboard")
    doubted = int(3 * luck.uniform("a2 novice doubt", 0))
    replies = ["obey" if place != doubted else "no_gate" for place in range(3)]
    national = [
        _bound(one.told) if re.search("Decree|^Law|^Penal", one.told) else "both"
        for one in case.instruments
    ]
    return {
        "a2_binding": _lines("instrument", national),
        "a2_duty": {
            **_lines("due", ["go" if one else "relay" for one in called]),
            **_lines("source", ["unclos"] * 6),
        },
        "a2_place": {
            **_lines("place", ends),
            **_lines("fault", ["none"] * 3),
            **_lines("who", map(_flag, case.landings)),
        },
        "a2_order": _nights(case, rising, replies),
    }
