"""What a reader may move before deciding: one's own question, one account, and one interpreter.

All answer by rules and formulas and not with a run; nobody's own case is in them, and nothing is
graded.

Sources:
    `trainkit.case.interview.account` for the account; Erlang (1917) for the interpreters' queue.
"""

from math import factorial
from typing import Any

import numpy as np

from trainkit.case.interview import account
from trainkit.case.interview.questions import question_type
from trainkit.case.interview.spec import DaySpec
from trainkit.errors import TrainkitError
from trainkit.lessons.c4.day import authored
from trainkit.lessons.pieces import button, line, row, status
from trainkit.views import front
from trainkit.views.live import Shown, Slider, sliders

EXAMPLES = (
    "Tell me about the market.",
    "Tell me who had the key.",
    "When did you wake up?",
    "Did you sleep?",
    "He was angry, wasn't he?",
    "Was it morning or evening?",
    "Who was there and what did they eat?",
    "I think you were tired.",
)
_AWAKE_H, _DETAILS = 26.0, 60
_EVENLY = (np.arange(1000) + 0.5) / 1000.0


def own_question() -> None:
    """Show a line for the reader's own question, and what type it is."""
    words = "\n".join(typed(one) for one in EXAMPLES)
    if not front.has_widgets():
        print(words)
        return
    from ipywidgets import HTML, VBox

    said, entry = HTML(status(typed(EXAMPLES[0]))), line("Your question", "as you would ask it")

    def read() -> None:
        said.value = status(typed(entry.value))

    front.show(VBox([row(entry, button("Read it", read, "Says of which type it is")), said]), words)


def typed(text: str) -> str:
    """Return of which type a question is, and why."""
    try:
        found = question_type(text)
    except TrainkitError as error:
        return str(error)
    kind = found.type.replace("_", " ")
    return f"{text.strip()} It reads as {kind}. {found.reason}"


def one_account() -> None:
    """Show sliders of rest, welcome, time and questions, and what one account comes to."""
    controls = (
        Slider("rest_h", "Rest and food before", "h", 0, 8, 0.5, value=0),
        Slider("explain_min", "Welcome and rights", "min", 0, 60, 5, value=10),
        Slider("account_min", "Account", "min", 15, 120, 15, value=60),
        Slider("open", "Invitations among ten questions", "", 0, 10, 1, value=3),
    )
    sliders(controls, told, "One account of somebody who has been up all night")


def told(values: dict[str, Any]) -> Shown:
    """Return the details and errors of one account; what is no invitation is a closed question."""
    spec = _spec(values["explain_min"] / 60.0, values["open"] / 10.0)
    tired = account.tiredness(spec, _AWAKE_H, values["rest_h"])
    state, hours = account.State(tired, account.rapport(spec)), values["account_min"] / 60.0
    right = account.expected_details(spec, state, _DETAILS, hours)
    wrong = account.error_rate(spec, state) * hours
    share = 100 * right / (right + wrong)
    return Shown(
        f"Of ten people {10 * account.willing(spec):.0f} want to speak today. One who does tells "
        f"{right:.0f} of {_DETAILS} details and {wrong:.1f} errors: {share:.0f} in 100 are right. "
        f"Tiredness, from 0 to 100: {100 * tired:.0f}."
    )


def _spec(explain_h: float, invited: float) -> DaySpec:
    """Return a day with so long a welcome and such a share of invitations and what follows them."""
    changed = {
        "explain_h": explain_h,
        "open_share": 0.7 * invited,
        "probing_share": 0.3 * invited,
        "closed_share": 1.0 - invited,
        "leading_share": 0.0,
    }
    day_spec: DaySpec = authored().parameters.model_copy(update=changed)
    return day_spec


def interpreters() -> None:
    """Show sliders of people, minutes and interpreters, and the wait for an interpreter."""
    controls = (
        Slider("people", "People an hour who need one", "", 0.2, 3, 0.1, value=0.6),
        Slider("minutes", "Minutes with each", "min", 15, 150, 15, value=90),
        Slider("many", "Interpreters", "", 1, 4, 1, value=1),
    )
    sliders(controls, waited, "Waiting for an interpreter")


def waited(values: dict[str, Any]) -> Shown:
    """Return the mean wait for one of several interpreters, by Erlang's formula."""
    many, hours = int(values["many"]), values["minutes"] / 60.0
    load = values["people"] * hours
    if load >= many:
        return Shown(
            f"They are given {100 * load / many:.0f} % of what they can do: the queue grows all "
            "day, and the last are not heard."
        )
    late = erlang_c(many, load)
    rate = (many - load) / hours
    return Shown(
        f"They are busy {100 * load / many:.0f} % of the time. {100 * late:.0f} of 100 people "
        f"wait, and on average a person waits {60 * late / rate:.0f} minutes.",
        samples=60.0 * _waits(late, rate),
        label="Minutes that 1,000 people wait for an interpreter",
    )


def erlang_c(many: int, load: float) -> float:
    """Return the share that waits where *many* serve a *load*, by Erlang's formula.

    Examples:
        >>> erlang_c(1, 0.5)
        0.5
    """
    full = load**many / factorial(many) * many / (many - load)
    return full / (sum(load**n / factorial(n) for n in range(many)) + full)


def _waits(late: float, rate: float) -> Any:
    """Return a thousand waits in hours: none, or exponential for the share that waits."""
    beyond = np.maximum((1.0 - _EVENLY) / late, 1e-12)
    return np.where(beyond < 1.0, -np.log(beyond) / rate, 0.0)
