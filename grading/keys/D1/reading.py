"""How somebody reads the pages of D1 who knows nothing but what stands there."""

import re

_EXPLAINED = (
    "agrees with the account|has the same amount and date|fit the invoices|last year looked"
    "|fit the wage|confirms the wages"
)
_OPEN = "has not answered|answers in"
_BORN = "born in|prays|speaks the language"
_PURPOSE = "by a decision|writes that the sum|court has found"
_LINK = "graded|business partner|rent of a flat"
_MADE = "convicted of smuggling|within a day|never bought|before boats"


def finding(told):
    """Return what a subject shows, by what is said to explain it."""
    if re.search(_EXPLAINED, told):
        return "none"
    return "ask" if re.search(_OPEN, told) else "signal"


def kind(told):
    """Return what an item is about: making, purpose, link, who somebody is, or nothing."""
    about = ((_BORN, "who"), (_PURPOSE, "purpose"), (_LINK, "link"), (_MADE, "made"))
    return next((name for words, name in about if re.search(words, told)), "nothing")


WEIGHS = {
    "made": "proceeds",
    "purpose": "terrorist_financing",
    "link": "terrorist_financing",
    "who": "neither",
    "nothing": "neither",
}


def marks(way, taken):
    """Return the fields of the payments, those of *taken* as parts."""
    return {f"payment_{one.id}": "part" if one in taken else "not" for one in way.payments}


def followed(way):
    """Return parts in the order of hours: large payments out of accounts that the sum has reached.

    With a pencil: a letter gets a tick once the sum has reached it, and a payment out of a ticked
    letter is a part if it is more than a sixth of the sum.
    """
    ticked, found = {way.first}, []
    for one in sorted(way.payments, key=lambda one: one.at_h):
        large = one.amount_cents > 100 * way.came / 6
        if one.at_h > way.came_h and large and way.letter(one.payer_account) in ticked:
            ticked.add(way.letter(one.beneficiary_account))
            found.append(one)
    return found


def end(way, found):
    """Return the letter that was reached last."""
    return way.letter(found[-1].beneficiary_account)


def heads(month):
    """Return right and wrong alerts, counted as heads."""
    guilty = month.payments / month.one_in
    return guilty * month.recall_pct / 100, (month.payments - guilty) * month.false_pct / 100


def handed(value, late=24.0):
    """Return who was handed the sum of the sender asked about, at most so many hours later."""
    given = next(one for one in value.taken if one.who == value.asked)
    same = [one for one in value.paid if one.crowns == given.crowns]
    return next(one.who for one in same if given.at_h < one.at_h <= given.at_h + late)


def day_after(ordered, days):
    """Return the day of a calendar on which so many working days have gone by; day 1 is Monday."""
    day = ordered
    while days:
        day += 1
        days -= day % 7 not in (6, 0)
    return day
