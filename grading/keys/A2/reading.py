"""What somebody sees who reads a vignette with care: in the words of the page, and nothing else."""

import re

_LETTERS = "ABCDE"


def lines(name, values):
    """Return values by numbered names."""
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


_READ = (
    (r"Law of the Sea, 1982", "italy"),
    (r"Decree of the Minister|European Union|Legislative Decree", "italy"),
    (r"^Law 6458|Presidential Decision|^Penal Code", "turkiye"),
    (r"^Resolution|^Recommendation|Proposals|Court of Human Rights", "neither"),
)
"""What the kind of a text says of its reach; all others are treaties of both, or custom."""


def bound(told):
    """Return whom a text binds, by the kind of text that it is."""
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
    (r"No roof|nothing to eat|unheated", "needs"),
    (r"ferry was given up|slid into the sea|no ship calls", "onward"),
    (r"armed group|sentenced to death|locked up", "threat"),
)


def flaw(offer, persons):
    """Return what is missing at a place for so many people."""
    if offer.name.startswith("the "):
        return "ship"
    beds = int(re.search(r"\d+", offer.told)[0])
    found = next((gap for words, gap in _GAPS if re.search(words, offer.told)), "none")
    return "room" if found == "none" and beds < persons else found


def fit(landing, taken=("none",)):
    """Return the letter of the first place on the way whose flaw is among *taken*."""
    found = sorted(zip("ABCD", landing.offers, strict=True), key=lambda one: one[1].away_h)
    return next(letter for letter, offer in found if flaw(offer, landing.persons) in taken)


def near(landing):
    """Return which offer is reached first."""
    hours = [offer.away_h for offer in landing.offers]
    return hours.index(min(hours))


def region(landing):
    """Return the State in whose region people were taken off."""
    return re.search(r"region of (\w+)", landing.told)[1].lower()


def flag(landing):
    """Return the State whose flag the ship flies."""
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


def order_of(number, night, rising):
    """Return the places of the five acts, by what they serve, in the order of *rising*."""
    served = [_serves(act) for act in night.acts]
    found = sorted(range(5), key=lambda act: rising.index(served[act]))
    return {
        f"night_{number}_act_{letter.lower()}": found.index(act) + 1
        for act, letter in enumerate(_LETTERS)
    }


_DEMANDS = (
    (r"flag of Cyra|Flag of Cyra", "flag"),
    (r"registered|refugee|fingerprints", "screening"),
    (r"", "no_gate"),
)


def reply(night):
    """Return the answer to the order from above, by what is asked."""
    return next(reply for words, reply in _DEMANDS if re.search(words, night.demand))


GOOD = ("danger", "aboard", "ashore", "register", "rest")


def nights(case, rising, replies):
    """Return the answers of three nights: acts in the order *rising*, and replies."""
    answer = {}
    for number, night in enumerate(case.nights, start=1):
        answer |= order_of(number, night, rising)
        answer[f"reply_{number}"] = replies[number - 1]
    return answer


def read(case):
    """Return the answers of somebody who reads everything with care."""
    duties = [_sighting(one.told) for one in case.sightings]
    return {
        "a2_binding": lines("instrument", [bound(one.told) for one in case.instruments]),
        "a2_duty": {
            **lines("due", [due for due, _ in duties]),
            **lines("source", [source for _, source in duties]),
        },
        "a2_place": _landings(case),
        "a2_order": nights(case, GOOD, [reply(night) for night in case.nights]),
    }


def _landings(case):
    return {
        **lines("place", [fit(one) for one in case.landings]),
        **lines("fault", [flaw(one.offers[near(one)], one.persons) for one in case.landings]),
        **lines("who", [region(one) for one in case.landings]),
    }
