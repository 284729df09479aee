"""Four trainees who play C1 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden weeks or the model.
"""

_WORDS = {
    "refuse": ("come from Cyra", "pray together", "surnames"),
    "overlap": ("across the border", "earns money", "More than one person"),
    "item": ("papers lie", "doors of the flat", "wages go"),
}
_NAMES = ("A", "B", "C")


def _sort(told):
    """Read a statement by the words that tell of people, of a part, of a thing seen."""
    for sort, words in _WORDS.items():
        if any(word in told for word in words):
            return sort
    return "keep"


def _statements(case, **instead):
    sorts = [_sort(one.told) for one in case.statements]
    return {f"statement_{n}": instead.get(s, s) for n, s in enumerate(sorts, start=1)}


def _line(number, told):
    high, low = max(told), min(told)
    speaks = "none" if high == low else _NAMES[told.index(high)]
    return {f"ratio_{number}": round(high / low, 2), f"for_{number}": speaks}


def _table(case, **changed):
    lines = [one.of_100 for one in case.items]
    found = {}
    for number, told in enumerate(lines, start=1):
        found |= _line(number, told)
    products, fits = [1.0, 1.0, 1.0], [0, 0, 0]
    for told in lines:
        products = [p * chance for p, chance in zip(products, told, strict=True)]
        fits = [n + (chance >= 50) for n, chance in zip(fits, told, strict=True)]
    found["fits_most"] = _NAMES[fits.index(max(fits))]
    found["likeliest"] = _NAMES[products.index(max(products))]
    return {**found, **changed}


_SOURCE = {"A": 0.95, "B": 0.8, "C": 0.6, "D": 0.3, "E": 0.0, "F": 0.5}
_SAYS = {"1": 1.0, "2": 0.8, "3": 0.6, "4": 0.3, "5": 0.0, "6": 0.5}


def _row(case, twice=False, searched=True, graded=True):
    told = case.chain
    weight = _SOURCE[told.grade[0]] * _SAYS[told.grade[1]]
    found = told.detection / 100.0
    missed = (100.0 - found * told.exists[1]) / (100.0 - found * told.exists[0])
    said = told.doors[1] / told.doors[0]
    sure = (1.0 + weight) / (1.0 - weight)
    ratios = (said, said if twice else 1.0, missed if searched else 1.0, sure if graded else 1.0)
    odds, answer = told.prior / (100.0 - told.prior), {}
    for number, ratio in enumerate(ratios, start=1):
        odds *= ratio
        answer[f"after_{number}"] = round(100.0 * odds / (1.0 + odds), 1)
    return {**answer, "backwards": answer["after_4"]}


def _spread(kind):
    return max(kind.of_100) / min(kind.of_100)


def _plan(case, place, danger, origin):
    places = {f"kind_{n}": place(kind) for n, kind in enumerate(case.week.kinds, start=1)}
    return {**places, "danger": danger, "origin": origin}


def _by_table(kind):
    """Rank what tells apart by a factor of three, repetitions behind, and leave the rest."""
    if kind.repeats:
        return "third"
    if _spread(kind) < 1.6:
        return "leave"
    return "first" if kind.of_100[1] == max(kind.of_100) else "second"


def _by_feel(kind):
    """Rank what differs at all; leave nothing but what is alike in the table."""
    if _spread(kind) == 1.0:
        return "leave"
    return "first" if _spread(kind) > 3.0 else "second"


def _worth(one, cost_h=200.0):
    lead, yes, other = one.belief / 100.0, one.yes[0] / 100.0, one.yes[1] / 100.0
    right = max(lead * yes, (1 - lead) * other) + max(lead * (1 - yes), (1 - lead) * (1 - other))
    return max(0.0, cost_h * (right - lead))


def _ends(case, untested="ask", dear="close", **changed):
    answer = {}
    for number, one in enumerate(case.stops, start=1):
        if one.danger:
            said = "protect"
        elif not one.tested:
            said = untested
        elif _worth(one) > one.cost_h:
            said = "ask"
            answer["worth_h"] = round(_worth(one), 1)
        else:
            said = dear
        answer[f"stop_{number}"] = said
    return {**answer, **changed}


def strong(case, _luck):
    """Reads lines and not columns, asks who said it first, and protects at once."""
    return {
        "c1_set": _statements(case),
        "c1_matrix": _table(case),
        "c1_chain": _row(case),
        "c1_plan": _plan(case, _by_table, "at_once", "check"),
        "c1_stop": _ends(case),
    }


def competent(case, luck):
    """Keeps an overlap, goes by the count, weighs a repetition or no search, trusts the tips."""
    twice = luck.uniform("competent", 0) < 0.5
    return {
        "c1_set": _statements(case, overlap="keep"),
        "c1_matrix": _table(case, likeliest="A", ratio_1=2.0, ratio_2=2.0),
        "c1_chain": _row(case, twice=twice, searched=twice),
        "c1_plan": _plan(case, _by_feel, "next", "trust"),
        "c1_stop": _ends(case, untested="close"),
    }


def novice(case, _luck):
    """Keeps whatever is said, takes differences, counts every report, asks everything at once."""
    lines = [max(one.of_100) - min(one.of_100) for one in case.items]
    wrong = {f"ratio_{n}": float(max(1, value)) for n, value in enumerate(lines, start=1)}
    return {
        "c1_set": _statements(case, overlap="keep", item="keep"),
        "c1_matrix": _table(case, likeliest="A", **wrong),
        "c1_chain": _row(case, twice=True, searched=False, graded=False),
        "c1_plan": _plan(case, lambda _: "first", "next", "trust"),
        "c1_stop": _ends(case, untested="close", dear="ask", worth_h=0.0),
    }


def careless(case, _luck):
    """Suspects people for what they are, looks for what fits, and lets a call for help wait."""
    return {
        "c1_set": dict.fromkeys((f"statement_{n}" for n in range(1, 7)), "keep"),
        "c1_matrix": _table(case, likeliest="A", **{f"ratio_{n}": 50.0 for n in range(1, 6)}),
        "c1_chain": dict.fromkeys(("after_1", "after_2", "after_3", "after_4", "backwards"), 95.0),
        "c1_plan": _plan(
            case, lambda kind: "first" if kind.of_100[0] > 50 else "third", "in_turn", "trust"
        ),
        "c1_stop": {**dict.fromkeys((f"stop_{n}" for n in range(1, 5)), "close"), "worth_h": 0.0},
    }
