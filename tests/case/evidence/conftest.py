"""Items to try: a search with its order, and a chain of custody without a flaw."""

from dataclasses import replace

from trainkit.case.evidence import HandOver, Item, handed_over
from trainkit.case.law import Warrant, statute

HOLDERS = ("seizing team", "courier", "evidence store", "laboratory", "court registry")


def order(action="search", authority="judge", from_h=0.0, to_h=72.0, side="Alder"):
    basis = statute(side, action, "smuggling")
    return Warrant(basis, action, 1, authority, (0,), from_h, to_h)


def item(**changed):
    """Return a search of Alder, signed for once."""
    told = {
        "id": "A-1",
        "fact": "the boat was bought",
        "origin": "receipt book",
        "channel": "own",
        "action": "search",
        "offence": "smuggling",
        "side": "Alder",
        "obtained_h": 10.0,
        "basis": "A6",
        "warrant": order(),
    }
    found = Item(**{**told, **changed})
    return found if "custody" in changed else carried(found, 1)


def carried(found, hands=4, **changed):
    """Return an item that has gone through so many hands without a gap; *changed* is the last."""
    for line in range(hands):
        step = HandOver(
            giver=HOLDERS[line % 5],
            taker=HOLDERS[(line + 1) % 5],
            given_h=found.obtained_h + 5.0 * line + 1.0,
            taken_h=found.obtained_h + 5.0 * line + 1.1,
            place="Station 3",
            seal_given="S-4711",
            seal_taken="S-4711",
        )
        found = handed_over(found, replace(step, **changed) if line == hands - 1 else step)
    return found
