"""The tasks of D1, declared once: fields, points, slips and hints."""

from trainkit.lessons.d1 import slips
from trainkit.lessons.d1.holding import PLACES
from trainkit.lessons.d1.items import N_ITEMS
from trainkit.lessons.d1.path import LETTERS, N_PAYMENTS
from trainkit.lessons.d1.value import N_PAYMENTS as N_SETTLING
from trainkit.lessons.d1.value import RECEIVERS
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

RULES = (
    ("amount", "the payment is at least so large"),
    ("round", "it is a multiple of 100 crowns, and at least so large"),
    ("velocity", "the payer has paid so much three times within the hours"),
    ("fan_in", "three have paid so much to the account within the hours"),
    ("passed_on", "the account pays out nearly all that it got within the hours"),
)
FINDINGS = (
    ("signal", "a signal: open an inquiry"),
    ("none", "no signal: write so, and close"),
    ("ask", "one fact is missing: ask for it, with a reason"),
)
SHOWS = (
    ("nothing_between", "no payment from sender to receiver; only what the agents settle"),
    ("payment", "a payment from the sender to the receiver, by way of the agents"),
    ("crime", "that sender and receiver have committed an offence"),
)
WEIGHS = (
    ("proceeds", "branch 1: proceeds of crime"),
    ("terrorist_financing", "branch 2: financing of terrorism"),
    ("neither", "neither: leave it out"),
)
OPENS = (
    ("proceeds", "proceeds alone"),
    ("both", "both branches"),
    ("neither", "neither branch"),
)
HOW = (
    ("reasoned", "write the reason, then ask"),
    ("bare", "ask now, in one line"),
    ("leave", "do not ask"),
)


def _way() -> tuple[Field, ...]:
    part = (("part", "part of the sum"), ("not", "not a part"))
    return (
        *(Choice(f"payment_{n}", f"Payment {n}", part) for n in range(1, N_PAYMENTS + 1)),
        Choice("last", "The sum ends at", tuple((one, f"account {one}") for one in LETTERS)),
        Number("kept", "Kept on the way, of what came", "crowns", 0, 20_000, whole=True),
    )


_MONTH = (
    Number("true_alerts", "Alerts that belong to a pattern", "alerts", 0, 100_000),
    Number("all_alerts", "All alerts", "alerts", 0, 100_000),
    Number("precision_pct", "Of all alerts, these are right", "%", 0.0, 100.0),
    Number("half_pct", "The same, if half as many payments belong to patterns", "%", 0.0, 100.0),
    Choice("rule", "Rule for the month ahead: alert where", RULES),
    Number("least_crowns", "Payments below are not looked at", "crowns", 0, 20_000, whole=True),
    Number("window_h", "Hours that the rule looks back", "h", 1, 720, whole=True),
)
_VALUE = (
    Choice("receiver", "Who got it", tuple((one, f"person {one}") for one in RECEIVERS)),
    Number("owed", "The agent in Alder owes the one in Borea", "crowns", 0, 30_000, whole=True),
    Choice(
        "settles",
        "Which payment settles it",
        tuple((str(n), f"payment {n}") for n in range(1, N_SETTLING + 1)),
    ),
    Choice("shows", "What the accounts of sender and receiver show", SHOWS),
)


def _subjects() -> tuple[Field, ...]:
    return tuple(Choice(f"subject_{n}", f"Subject {n}", FINDINGS) for n in range(1, 7))


def _branch() -> tuple[Field, ...]:
    items = (Choice(f"item_{n}", f"Item {n}", WEIGHS) for n in range(1, N_ITEMS + 1))
    return (*items, Choice("opens", "Together they open", OPENS))


def _hold() -> tuple[Field, ...]:
    asks = (Choice(f"ask_{one.lower()}", f"Account {one}", HOW) for one in PLACES)
    first = tuple((one, f"account {one}") for one in PLACES)
    return (
        *asks,
        Choice("first", "You begin with", first),
        Number("ends_day", "The suspension runs out with day", "", 1, 40, whole=True),
    )


_PROFILE = written("d1_profile", 30, "D1.7", "financial_profile")
TASKS = (
    decided("d1_path", 16, ("D1.1",), _way(), slips.PATH),
    decided("d1_alerts", 14, ("D1.2",), _MONTH, slips.ALERTS),
    decided("d1_subjects", 14, ("D1.3",), _subjects(), slips.SUBJECTS),
    decided("d1_value", 8, ("D1.4",), _VALUE, slips.VALUE),
    decided("d1_branch", 8, ("D1.5",), _branch(), slips.BRANCH),
    decided("d1_hold", 10, ("D1.5", "D1.6"), _hold(), slips.HOLD),
    _PROFILE,
)
