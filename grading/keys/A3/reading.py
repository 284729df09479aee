"""What somebody sees who reads a file with care: in the words of the page, and nothing else."""

import re

_HELP = "soup and blankets|lifejackets|frozen feet"
_YOUNG = r"of 1[3-7]\b|school card says 14"
_WILL = (
    "locked|locks|beat him|in the street, and her daughter|under guard|threatened his family"
    "|keeps? her passport|answers for her|where her children go|a man with a dog|every week|guests"
    "|mother's address|waits at the door|until he agreed|hold the tiller|a knife|lets nobody go"
    "|their mother will pay|who answers for him"
)
_LIVES_BY = (
    "without wages|without pay|gets nothing|gives the man all|is paid nothing|wages go to|works it"
    "|of his club pay|from five to eleven|no wage|pays nothing|cost more than they earn|kept back"
    "|gives him the money|hands over what|keeps what she earns|to a club|go to two brothers"
    "|guests wait|agreed to steer|hold the tiller|run the engine|owes more than|collects the wages"
)
_PAID = r"paid|pay for the boat|for money|money that|from wages"
_FREE = "paid nobody|Nobody gained|Nobody was paid|is paid each week|paid for her mother"
_ENTRY = "no visas?|without a visa|without visas|None of them had a visa"


def young(file):
    """Return whether somebody under 18 is worked, as the file tells it."""
    return bool(re.search(_YOUNG, file.told))


def will(file):
    """Return whether somebody's will was broken, as the file tells it."""
    return bool(re.search(_WILL, file.told))


def lived_by(file):
    """Return whether others live by the person's work, as the file tells it."""
    return bool(re.search(_LIVES_BY, file.told))


def bought(file):
    """Return whether an entry without leave was paid for, as the file tells it."""
    entered = re.search(_ENTRY, file.told) and re.search(_PAID, file.told)
    return bool(entered) and not re.search(_FREE, file.told)


def named(smuggled, trafficked):
    """Return the word for two findings."""
    words = {(True, True): "both", (True, False): "smuggling", (False, True): "trafficking"}
    return words.get((smuggled, trafficked), "neither")


def by_law(file):
    """Return what a file is for somebody who looks for both stories."""
    return named(bought(file), lived_by(file) and (young(file) or will(file)))


def elements(file):
    """Return the elements of a closed file for somebody who looks for each."""
    return {
        f"act_{file.number}": "no" if re.search(_HELP, file.told) else "yes",
        f"means_{file.number}": "spared" if young(file) else "used" if will(file) else "none",
        f"purpose_{file.number}": "shown" if lived_by(file) else "none",
        f"kind_{file.number}": by_law(file),
    }


def punished(file):
    """Return where help with an entry is punished, for somebody who looks at what was gained."""
    if bought(file):
        return "both"
    return "alder" if re.search("no visa, and she|had no visa. No money|no right", file.told) else (
        "neither"
    )  # fmt: skip


_PAPERS = (
    ("old report", "separate"),
    ("sign a charge", "protect"),
    ("card is false", "protect"),
    ("bus that takes people", "protect"),
    ("prosecutor asks", "charge"),
    ("", "witness"),
)


def paper(one):
    """Return what to do on a paper, for somebody who reads the file before the paper."""
    return next(found for words, found in _PAPERS if words in one.told)


_PERIODS = (
    ("messages, read|ledger and three|passport, two payrolls", "may_end"),
    ("", "stays"),
)


def period(one):
    """Return what follows for a period, for somebody who asks what was said of this person."""
    return next(found for words, found in _PERIODS if re.search(words, one.told))


def firm(proofs):
    """Return the letter of the case in which more than one voice speaks."""
    found = [bool(re.search("ledger|bank|telephone data", one.told)) for one in proofs]
    return "ABC"[found.index(True)]


def lines(name, values):
    """Return values by numbered names."""
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


def read(case):
    """Return the answers of somebody who reads everything with care."""
    closed = {}
    for file in case.closed:
        closed |= elements(file)
    counts = [one.presumed + max(one.days, 30) for one in case.periods.counts]
    return {
        "a3_elements": closed,
        "a3_laws": {f"law_{file.number}": punished(file) for file in case.closed},
        "a3_files": {f"kind_{file.number}": by_law(file) for file in case.files},
        "a3_treat": lines("paper", [paper(one) for one in case.papers]),
        "a3_clock": {
            **lines("does", [period(one) for one in case.periods.asked]),
            **lines("ends", counts),
            "stands": firm(case.periods.proofs),
        },
    }
