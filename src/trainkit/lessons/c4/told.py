"""What a marker must know of the case beside the plan that a trainee has written."""

from trainkit.lessons.c4.case import Situation


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the interview plan must know of the case."""
    house, first = case.house, case.first
    age = "gives an age of seventeen" if first.child else "is grown up"
    tongue = f"speaks {first.language} only" if first.language else "speaks your own tongue"
    return (
        f"The house hears {house.hold + 2} people from wheelhouse and hold who speak "
        f"{house.early}, a child and {house.deck} people from the deck who speak {house.late}, "
        f"and the engineer of the tug. The interpreter of {house.late} comes "
        f"{house.late_h:g} hours after the landing; the people from the hold have not slept for "
        f"{house.awake_h:g} hours. The first person to sit down {age} and {tongue}; a cousin came "
        "along. The alternate case is a deckhand after a collision in fog, cold, sprained wrist, "
        "another tongue, with nobody's guilt in it: it is marked on the same scale."
    )
