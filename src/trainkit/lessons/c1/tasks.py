"""The tasks of C1, declared once: fields, points, slips and hints."""

from trainkit.lessons.c1 import slips
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

_SORTS = (
    ("keep", "A hypothesis: it shuts the other explanations out"),
    ("overlap", "Overlaps: it can be true together with a hypothesis"),
    ("item", "An item: something that can be seen or asked"),
    ("refuse", "Out: it rests on what people are"),
)
_ABC = (("A", "A"), ("B", "B"), ("C", "C"))
_FOR = (*_ABC, ("none", "none: it tells nothing"))
_PLACES = (
    ("first", "First"),
    ("second", "Second"),
    ("third", "If time is left"),
    ("leave", "Leave"),
)
_DUE = (
    ("ask", "Make the next enquiry"),
    ("close", "Stop asking and put the case to the prosecutor"),
    ("protect", "Protect now, whatever is believed"),
)


def _set() -> tuple[Field, ...]:
    return tuple(Choice(f"statement_{n}", f"Statement {n}", _SORTS) for n in range(1, 7))


def _matrix() -> tuple[Field, ...]:
    found: list[Field] = []
    for n in range(1, 6):
        found += [
            Number(f"ratio_{n}", f"Item {n}: largest chance / smallest", "times", 1.0, 100.0),
            Choice(f"for_{n}", f"Item {n} speaks for", _FOR),
        ]
    return (
        *found,
        Choice("fits_most", "Most items (50 of 100 or more) fit", _ABC),
        Choice("likeliest", "Likeliest after all five, from equal beliefs", _ABC),
    )


def _chain() -> tuple[Field, ...]:
    steps = ("the neighbour", "the hotline", "the search", "the graded report")
    return (
        *(
            Number(f"after_{n}", f"Belief in B after {step}", "%", 0.0, 100.0)
            for n, step in enumerate(steps, start=1)
        ),
        Number("backwards", "Belief in B with all four in the reverse order", "%", 0.0, 100.0),
    )


_DANGER = (
    ("in_turn", "Is worked in its turn"),
    ("next", "Is worked next; what is in hand is finished"),
    ("at_once", "Is worked at once; what is in hand is set aside"),
)
_ORIGIN = (
    ("check", "Is asked first: half an hour a lead"),
    ("trust", "Is not asked"),
)


def _plan() -> tuple[Field, ...]:
    return (
        *(Choice(f"kind_{n}", f"Enquiry {n}", _PLACES) for n in range(1, 7)),
        Choice("danger", "A call for help", _DANGER),
        Choice("origin", "Where a lead comes from", _ORIGIN),
    )


def _stop() -> tuple[Field, ...]:
    return (
        *(Choice(f"stop_{n}", f"Case {n}", _DUE) for n in range(1, 5)),
        Number("worth_h", "What the enquiry in the marked case is worth", "h", 0.0, 200.0),
    )


_WRITTEN = written("c1_written", 50, "C1.5", "investigation_plan")

TASKS = (
    decided("c1_set", 8, "C1.1", _set(), slips.SET),
    decided("c1_matrix", 10, "C1.2", _matrix(), slips.MATRIX),
    decided("c1_chain", 10, "C1.2", _chain(), slips.CHAIN),
    decided("c1_plan", 14, "C1.3", _plan(), slips.PLAN),
    decided("c1_stop", 8, "C1.4", _stop(), slips.STOP),
    _WRITTEN,
)
