"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong follows the sum by hours, counts heads, reads what explains a payment, and sets a rule on
  what is passed on; in haste they count what was kept from the wrong end.
* Competent knows the trade: follows the sum and lets a stranger's payment and one hole pass, sets
  the amount high, takes what is not yet known for a signal, forgets what went the other way, gives
  little weight to a link, and asks for the shop as well.
* Novice takes all that comes later for a part, believes that a rule which finds half is right in
  half, flags what is large, and asks for everything in one line.
* Careless is competent, and weighs where somebody was born.
"""

from . import reading

_SIDES = {"Alder": 5, "Borea": 7}


def _findings(case, **instead):
    read = [reading.finding(one.told) for one in case.subjects]
    return {f"subject_{n}": instead.get(one, one) for n, one in enumerate(read, start=1)}


def _items(case, opens, **instead):
    kinds = [reading.kind(one.told) for one in case.items]
    weighs = {**reading.WEIGHS, **instead}
    return {**{f"item_{n}": weighs[one] for n, one in enumerate(kinds, start=1)}, "opens": opens}


def _opens(case):
    return "both" if "purpose" in [reading.kind(one.told) for one in case.items] else "proceeds"


def _asks(case, traced, other, day):
    first = max(case.week.accounts, key=lambda one: one.traced)
    asks = {
        f"ask_{one.letter.lower()}": traced if one.traced else other for one in case.week.accounts
    }
    return {**asks, "first": first.letter, "ends_day": day}


def _counted(month, **rule):
    right, wrong = reading.heads(month)
    return {
        "true_alerts": round(right),
        "all_alerts": round(right + wrong),
        "precision_pct": round(100 * right / (right + wrong), 1),
        "half_pct": round(50 * right / (right / 2 + wrong), 1),
        **rule,
    }


def _pages(case, owed, shows="nothing_between"):
    settles = 1 + min(
        range(len(case.value.amounts)), key=lambda at: abs(case.value.amounts[at] - owed)
    )
    who = reading.handed(case.value)
    return {"receiver": who, "owed": owed, "settles": str(settles), "shows": shows}


def _gross(value):
    return sum(one.crowns for one in value.taken)


def strong(case, luck):
    """Return the answers of somebody who reads with care, and once in haste."""
    way, week = case.way, case.week
    found = reading.followed(way)
    start = found[0].amount_cents if luck.uniform("d1 strong", 0) < 0.3 else 100 * way.came
    kept = round(abs(start - found[-1].amount_cents) / 100)
    rule = {"rule": "passed_on", "least_crowns": 500, "window_h": 120}
    day = reading.day_after(week.ordered_day, _SIDES[week.side])
    return {
        "d1_path": {**reading.marks(way, found), "last": reading.end(way, found), "kept": kept},
        "d1_alerts": _counted(case.month, **rule),
        "d1_subjects": _findings(case),
        "d1_value": _pages(case, _gross(case.value) - case.value.back),
        "d1_branch": _items(case, _opens(case)),
        "d1_hold": _asks(case, "reasoned", "leave", day),
    }


def competent(case, _luck):
    """Return the answers of somebody who knows the trade and looks once."""
    way, week = case.way, case.week
    found = reading.followed(way)
    last = found[-1]
    gathered = [one for one in found if one.beneficiary_account == last.payer_account]
    strange = [
        one
        for one in way.payments
        if one.beneficiary_account == last.payer_account and one not in found
    ]
    taken = [one for one in (*found, *strange) if one is not gathered[-1]]
    rule = {"rule": "amount", "least_crowns": 5_000, "window_h": 72}
    day = week.ordered_day + _SIDES[week.side]
    return {
        "d1_path": {**reading.marks(way, taken), "last": reading.end(way, found), "kept": 0},
        "d1_alerts": _counted(case.month, **rule),
        "d1_subjects": _findings(case, ask="signal"),
        "d1_value": _pages(case, _gross(case.value)),
        "d1_branch": _items(case, _opens(case), link="neither"),
        "d1_hold": _asks(case, "reasoned", "reasoned", day),
    }


def novice(case, _luck):
    """Return the answers of somebody who flags what is large and asks for everything."""
    way = case.way
    later = [one for one in way.payments if one.at_h > way.came_h]
    rule = {"rule": "amount", "least_crowns": 2_000, "window_h": 72}
    wrong = {"precision_pct": case.month.recall_pct, "half_pct": case.month.recall_pct}
    large = {
        f"subject_{n}": "none" if "wage" in one.told else "signal"
        for n, one in enumerate(case.subjects, start=1)
    }
    return {
        "d1_path": {**reading.marks(way, later), "last": reading.end(way, later), "kept": 0},
        "d1_alerts": _counted(case.month, **rule, **wrong),
        "d1_subjects": large,
        "d1_value": _pages(case, _gross(case.value), "payment"),
        "d1_branch": _items(case, "proceeds", link="neither", purpose="neither"),
        "d1_hold": _asks(case, "bare", "bare", case.week.ordered_day + 5),
    }


def careless(case, luck):
    """Return the answers of somebody competent who weighs where somebody was born."""
    return {
        **competent(case, luck),
        "d1_branch": _items(case, "both", who="terrorist_financing"),
    }
