"""The tasks of C3, declared once: fields, points, slips and hints."""

from trainkit.lessons.c3 import slips
from trainkit.lessons.c3.chains import EXHIBITS as CHAINED
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

_ITEMS, _FINDINGS = 6, 5


_COURTS = (
    ("both", "Both courts"),
    ("Alder", "Alder's court only"),
    ("Borea", "Borea's court only"),
    ("neither", "Neither court"),
)
_ITEM: tuple[Field, ...] = (
    *(Choice(f"item_{n}", f"Item E-{n} may be used by", _COURTS) for n in range(1, _ITEMS + 1)),
    Number("sources", "Independent sources for the purchase of the boat", "", 0, 6, whole=True),
)
_FLAWS = (
    ("none", "Whole"),
    ("gap", "A gap: for some hours nobody held it"),
    ("overlap", "Two holders at one time"),
    ("seal", "A seal that does not match"),
    ("altered", "A line was altered afterwards"),
)
_AFTER = (
    ("note", "Enter today, dated today, what is known and what is not; tell the prosecutor"),
    ("fill", "Write in the missing hand-over, with the hour at which it must have been"),
    ("leave", "Leave it as it is: whoever reads the chain will see it"),
)
_CUSTODY: tuple[Field, ...] = (
    *(Choice(f"flaw_{key(one)}", one.capitalize(), _FLAWS) for one in CHAINED),
    Number("altered_line", "The altered line has the number", "", 1, 4, whole=True),
    Number("gap_h", "Nobody held the exhibit with the gap for", "h", 0.0, 100.0),
    Choice("after", "What you do about the gap", _AFTER),
)
_CLOCKS = (
    Number("last_day", "Interception: last day whose calls may be used", "", 0, 120, whole=True),
    Number("calls_lost", "Calls that no court may hear, of the six", "", 0, 6, whole=True),
    Number("suspension_day", "Payment: last day on which it stands still", "", 0, 120, whole=True),
    Number("arrest_left", "Arrest: days left today until it must end", "d", -60, 60, whole=True),
    Number("disclosure_left", "Disclosure: days left today", "d", -60, 60, whole=True),
)
_DISCLOSE = (
    ("disclose", "To the defence, whole, now"),
    ("protect", "Its substance to the defence now, the protected part to the judge"),
    ("file", "Stays in the file, no disclosure flag"),
)
_FINDING = tuple(Choice(f"finding_{n}", f"Finding {n}", _DISCLOSE) for n in range(1, _FINDINGS + 1))
_WHERE = (
    ("state", "State's laboratory"),
    *((f"{n}", f"Unit, place {n}") for n in range(1, 6)),
)
_CARRIERS = (("courier", "Sworn courier"), ("officer", "An officer of the team"), ("post", "Post"))
_PLAN: tuple[Field, ...] = (
    *(Choice(f"lab_{key(one)}", f"{one.capitalize()}: examined by", _WHERE) for one in EXAMINED),
    *(Choice(f"by_{key(one)}", f"{one.capitalize()}: carried by", _CARRIERS) for one in EXHIBITS),
    Number("renew_days", "Ask for a renewal before the order ends by", "d", 0, 14, whole=True),
    Choice(
        "recorder",
        "When the order ends, the recorder",
        (("goes_on", "Goes on until the judge has decided"), ("stops", "Stops")),
    ),
    Choice(
        "disclosure",
        "What speaks for the accused goes to the defence",
        (
            ("with_file", "With the file, when the exhibit is due"),
            ("at_once", "As soon as it is found"),
            ("weekly", "With the weekly round"),
        ),
    ),
)
_NOTE = written("c3_note", 30, "C3.6", "court_note")

TASKS = (
    decided("c3_items", 12, "C3.1", _ITEM, slips.ITEMS),
    decided("c3_custody", 14, "C3.2", _CUSTODY, slips.CUSTODY),
    decided("c3_clocks", 12, "C3.3", _CLOCKS, slips.CLOCKS),
    decided("c3_disclosure", 10, "C3.4", _FINDING, slips.DISCLOSURE),
    decided("c3_plan", 22, "C3.5", _PLAN, slips.PLAN),
    _NOTE,
)
