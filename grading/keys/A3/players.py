"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong looks for both stories in each file; in haste they name one open file amiss.
* Competent knows the elements. They let a child's yes stand, read a tiller as a tiller, take an
  injury for exploitation and one more file amiss, punish a favour on both sides, keep no old matter
  apart, let a letter about many decide once, and count from the first talk.
* Novice looks for a border: who crossed one was smuggled, who crossed none has no case. They treat
  everybody as a witness, and end what is inconvenient.
* Careless is competent, and locks people up until the story has been checked.
"""

import re

from .reading import by_law, lines, read


def strong(case, luck):
    """Return the answers of somebody who reads with care, and once in haste."""
    found = read(case)
    name = f"kind_{7 + int(14 * luck.uniform('a3 strong haste', 0))}"
    seen = found["a3_files"][name]
    hasty = {"both": "trafficking", "trafficking": "both"}.get(seen, "smuggling")
    found["a3_files"] = {**found["a3_files"], name: hasty}
    return found


def competent(case, luck):
    """Return the answers of somebody who knows the elements and reads once."""
    found = read(case)
    found["a3_elements"] |= _agreed(case)
    found["a3_laws"] = {
        name: "both" if value == "alder" else value for name, value in found["a3_laws"].items()
    }
    found["a3_files"] = {f"kind_{file.number}": _first_sight(file) for file in case.files}
    hasty = f"kind_{7 + int(14 * luck.uniform('a3 competent haste', 0))}"
    found["a3_files"][hasty] = "both" if found["a3_files"][hasty] != "both" else "smuggling"
    found["a3_treat"] |= _unparted(case)
    return {**found, "a3_clock": _hurried(case, found["a3_clock"], luck)}


def _agreed(case):
    """Return the fields of a closed file in which a child's yes is let stand."""
    young = [file.number for file in case.closed if re.search(r"of 1[5-7]\b", file.told)]
    return {name: value for n in young for name, value in _no_case(n).items()}


def _no_case(number):
    return {f"means_{number}": "none", f"kind_{number}": "neither"}


def _first_sight(file):
    """Return what an open file is for somebody who takes a tiller and a wound as they look."""
    if "steered a boat. He had paid" in file.told:
        return "smuggling"
    if re.search("half frozen|fainted|broken foot", file.told):
        return "both"
    return by_law(file)


def _unparted(case):
    """Return papers of somebody who lets an old matter go with the rest, and spares a suspect."""
    read_once = {"old report": "protect", "prosecutor asks": "witness"}
    return {
        f"paper_{n}": what
        for n, one in enumerate(case.papers, start=1)
        for words, what in read_once.items()
        if words in one.told
    }


def _hurried(case, answer, luck):
    """Return periods of somebody who lets many speak about one, and counts from the first talk."""
    counts = [one.talked + max(one.days, 30) for one in case.periods.counts]
    many = "people like him|same house|shelter is full"
    crowd = {
        f"does_{n}": "may_end"
        for n, one in enumerate(case.periods.asked, start=1)
        if re.search(many, one.told)
    }
    late = 1 + int(2 * luck.uniform("a3 competent count", 0))
    return {**answer, **crowd, f"ends_{late}": counts[late - 1]}


def careless(case, luck):
    """Return the answers of somebody competent who wants everybody locked up until it is clear."""
    found = competent(case, luck)
    return {**found, "a3_treat": lines("paper", ["hold"] * len(case.papers))}


def novice(case, luck):
    """Return the answers of somebody who looks for a border, and for nothing behind it."""
    closed = {}
    for file in case.closed:
        closed |= _by_border(file)
    trusted = 1 + int(4 * luck.uniform("a3 novice period", 0))
    does = ["stays" if n == trusted else "may_end" for n in range(1, 5)]
    return {
        "a3_elements": closed,
        "a3_laws": {f"law_{file.number}": _crossed(file, "both") for file in case.closed},
        "a3_files": {f"kind_{file.number}": _outcry(file) for file in case.files},
        "a3_treat": lines("paper", ["witness"] * len(case.papers)),
        "a3_clock": {
            **lines("does", does),
            **lines("ends", [one.talked + one.days for one in case.periods.counts]),
            "stands": "B",
        },
    }


def _by_border(file):
    """Return the elements of a closed file for somebody who looks for force and for a border."""
    forced = bool(re.search("beat|locked|threat", file.told))
    return {
        f"act_{file.number}": "yes",
        f"means_{file.number}": "used" if forced else "none",
        f"purpose_{file.number}": "shown" if forced else "none",
        f"kind_{file.number}": _crossed(file, "smuggling"),
    }


def _crossed(file, word):
    return word if re.search("visa|border|into Alder|into Borea", file.told) else "neither"


def _outcry(file):
    """Return what an open file is for somebody who knows victims by blows and locks alone."""
    if re.search("beaten|locked|knife", file.told):
        return "trafficking"
    return _crossed(file, "smuggling")
