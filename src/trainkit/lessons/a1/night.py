"""The night that asks for a decision: a vessel, a request for data, a call for help.

No plan is approved tonight. What the boarding and the data may stand on differs from trainee to
trainee; the call for help is the same for all.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, whole


@dataclass(frozen=True)
class Night:
    """The night of a trainee.

    Attributes:
        vessel: Circumstances of the vessel, by name.
        request: Circumstances of the request, by name.
        call: Circumstances of the call for help, by name.
        aboard: People in the open boat.
        listed: People on the list that is asked for.
    """

    vessel: str
    request: str
    call: str
    aboard: int
    listed: int


VESSELS = {
    "unanswered": "A motor vessel under the flag of Cyra, on the high seas. You suspect migrant "
    "smuggling; nobody is in danger. Cyra has been asked nothing yet.",
    "authorised": "A motor vessel under the flag of Cyra, on the high seas. You suspect migrant "
    "smuggling; nobody is in danger. Cyra has authorised in writing that you board and search it.",
    "territorial": "A motor vessel inside Alder's territorial sea, bound for Alder's beach. You "
    "suspect a smuggling offence under Alder's law; nobody is in danger.",
    "stateless": "A motor vessel on the high seas, without flag, name or papers. Cyra and Borea "
    "both say in writing: not ours. You suspect migrant smuggling; nobody is in danger.",
}
REQUESTS = {
    "written": "Borea's desk asks in writing under the Cooperation Agreement of 2012. It names an "
    "offence, a case and two fields that it needs of one person on your list of {listed}.",
    "oral": "Borea's desk asks by telephone under the Cooperation Agreement of 2012, urgently. It "
    "names an offence, a case and two fields that it needs of one person on your list of {listed}.",
    "bare": "Borea's desk asks for your whole list of {listed} people 'for better exchange, point "
    "9'. It names no offence, no case and no other basis.",
}
CALLS = {
    "outside": "An open boat with {aboard} people takes in water, eight miles outside the area of "
    "the draft plan.",
    "inside": "An open boat with {aboard} people takes in water, inside the area of the draft "
    "plan, which nobody has approved.",
    "other": "An open boat with {aboard} people takes in water, in waters where Borea coordinates "
    "rescue. You are the nearest.",
}


def draw_night(luck: Luck) -> Night:
    """Return the night of a trainee's own variant."""
    return Night(
        vessel=one(luck, "vessel", tuple(VESSELS)),
        request=one(luck, "request", tuple(REQUESTS)),
        call=one(luck, "call", tuple(CALLS)),
        aboard=whole(luck, "aboard", 7, 14),
        listed=whole(luck, "listed", 18, 40),
    )
