"""The tasks of E4, declared once: fields, points, slips and hints."""

from trainkit.lessons.e4 import slips
from trainkit.lessons.e4.relay import KNOWN, meanings
from trainkit.lessons.e4.request import FIELDS
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

_FACTS = 6


_CLASSES = (
    ("distress", "Distress"),
    ("safety", "Safety"),
    ("incident", "Incident"),
    ("risk", "Risk"),
)
_SEND = (("send", "Send"), ("leave", "Leave out"))
_BASES = (
    ("sar_convention", "SAR Convention: rescue"),
    ("regulation", "Regulation on the common picture"),
    ("case_file", "A case that both prosecutors share"),
    ("wish", "The wish to exchange more, point 9"),
    ("none", "None is needed"),
)
_RECIPIENTS = (
    ("RCC Borea", "RCC Borea"),
    ("RCC Cyra", "RCC Cyra"),
    ("Borea Coast Guard", "Borea Coast Guard, operations"),
    ("Alder Sea Police", "Alder Sea Police"),
    ("Hotline relay", "The hotline relay"),
)
_RETENTION = (
    ("none", "Nothing personal is sent, so nothing to delete"),
    ("case", "Until the case is closed, then deleted"),
    ("month", "A month, whatever happens"),
    ("open", "As long as it may be of use"),
)
_MODES = (
    ("push", "Push each at once"),
    ("subscribe", "Collect, and send to those who subscribe"),
    ("pull", "Keep, and answer when asked"),
)


def _facts() -> tuple[Field, ...]:
    options = (*_CLASSES, ("none", "No message"))
    return tuple(Choice(f"fact_{n}", f"Fact {n}", options) for n in range(1, _FACTS + 1))


def _relay() -> tuple[Field, ...]:
    told = meanings()
    return (
        *(Choice(name, told[name], _SEND) for name in KNOWN),
        Choice("message_class", "Class", _CLASSES),
        Choice("recipient", "Recipient", _RECIPIENTS),
        Choice("basis", "Basis", _BASES),
        Choice("retention", "Kept by the recipient", _RETENTION[1:]),
    )


_ASKED = {
    "persons": "How many people were rescued",
    "names": "Names of all who were rescued",
    "photographs": "Photographs of all faces",
    "telephones": "Telephone numbers of passengers and families",
    "helmsman": "Name and date of birth of the one suspect",
}
_REQUEST = (
    *(Choice(name, _ASKED[name], _SEND) for name in FIELDS),
    Choice("basis", "Basis of the personal data", _BASES),
    Choice("retention", "Kept by the recipient", _RETENTION),
    Choice("recorded", "Entry in your disclosure log", (("yes", "Yes"), ("no", "No"))),
)
_PROTOCOL = (
    Choice(
        "queue",
        "Order at the desks",
        (
            ("first_come", "As messages come"),
            ("by_class", "By class; what is in hand is finished first"),
            ("preemptive", "By class; distress sets aside what is in hand"),
        ),
    ),
    Choice(
        "template",
        "Forms",
        (
            ("needed", "Hold what the reader needs"),
            ("known", "Hold everything that is known"),
            ("short", "Hold two lines; the rest when asked"),
        ),
    ),
    Choice("incidents", "Incident reports", _MODES),
    Choice("risk", "Risk reports", _MODES),
    Number("digest_min", "Time between two collections", "min", 15, 240, whole=True),
    Number("timeout_min", "No acknowledgement: send again after", "min", 1, 120, whole=True),
    Number("voice_min", "No acknowledgement of distress: phone after", "min", 0, 240, whole=True),
    Choice(
        "translators",
        "Of three people on watch, translators",
        (("1", "One translates, two write and read"), ("2", "Two translate, one writes and reads")),
    ),
)
_AUDIT = (
    Number("slowest_min", "Slowest distress message: from fact to read", "min", 0, 300),
    Number("waited", "Distress messages that waited behind another class", "", 0, 30, whole=True),
    Number("ratio", "Fields sent / fields needed, over all messages", "", 0.0, 20.0),
    Number("unrecorded", "Disclosures of personal data without a record", "", 0, 30, whole=True),
    Number("hours_left", "First report: hours left of the 24 at 00:00 UTC", "h", 0.0, 24.0),
)
_LIAISON = written("e4_liaison", 40, "E4.5", "information_sharing")

TASKS = (
    decided("e4_class", 12, "E4.1", _facts(), slips.CLASS),
    decided("e4_relay", 14, "E4.2", _relay(), slips.RELAY),
    decided("e4_request", 8, "E4.3", _REQUEST, slips.REQUEST),
    decided("e4_protocol", 16, "E4.1", _PROTOCOL, slips.PROTOCOL),
    decided("e4_audit", 10, "E4.4", _AUDIT, slips.AUDIT),
    _LIAISON,
)
