"""Six expected acts of another night, and what the log has: in time, late, or not at all.

Two of each, for everybody. The log is written on three clocks, and holds lines that look like an
expected act and are none: a draft, a question, an intention.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled
from trainkit.lessons.e6.acts import CLOCKS

IN_TIME, LATE, MISSED = "in_time", "late", "missed"
COUNT = 6


@dataclass(frozen=True)
class Step:
    """An expected act, and the line that the log has of it.

    Attributes:
        put: What was put to the watch.
        expected: What was expected.
        due_h: When it was put, in hours UTC.
        within_min: Minutes within which the act was expected.
        logged: What the log says.
        at_h: When, in hours UTC.
        clock: The clock that wrote it.
        finding: in_time, late, or missed.
    """

    put: str
    expected: str
    due_h: float
    within_min: int
    logged: str
    at_h: float
    clock: str
    finding: str

    @property
    def when(self) -> str:
        """The time as written, with its clock."""
        minutes = round(60 * (self.at_h + CLOCKS[self.clock])) % (24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02} {self.clock}"


_POOL = (
    ("A hotline gives a position", "RCC Alder declares a phase",
     "RCC Alder declares the alert phase", "RCC Alder asks the hotline for a better position"),
    ("RCC Borea is silent on a hand-over", "RCC Alder goes on to act and asks again",
     "RCC Alder sends Skua and asks again", "RCC Alder notes that no answer has come"),
    ("A journalist asks for names", "the desk gives numbers and no names",
     "The desk gives two numbers and no name", "The desk asks the minister what it may say"),
    ("The link to Borea is out", "the desk goes over to the telephone",
     "The desk reads the distress message by telephone", "The desk drafts a message for later"),
    ("Tern has twice as many on board as told", "RCC Borea sends a second unit",
     "RCC Borea sends Petrel as well", "RCC Borea intends to send Petrel at dawn"),
    ("A relay says that all are rescued", "RCC Alder verifies by head count",
     "RCC Alder adds the head counts of both units", "RCC Alder tells the relay its thanks"),
    ("The plan's window ends in an hour", "both sides approve a longer one, or acts stop",
     "Both sides approve the longer window", "Alder's side approves the longer window"),
    ("Osprey reports fuel for an hour", "RCC Alder relieves Osprey by another unit",
     "RCC Alder relieves Osprey by Lanner", "RCC Alder asks Osprey how long it can stay"),
)  # fmt: skip
_WITHIN_MIN = (10, 15, 20, 30)


def draw_steps(luck: Luck) -> tuple[Step, ...]:
    """Return six steps of a trainee's own variant, in the order in which they were put."""
    pool = shuffled(luck, "e6 steps", _POOL)[:COUNT]
    findings = shuffled(luck, "e6 findings", (IN_TIME, LATE, MISSED) * 2)
    drawn = [_step(luck, n, row, findings[n]) for n, row in enumerate(pool)]
    return tuple(sorted(drawn, key=lambda step: step.due_h))


def _step(luck: Luck, number: int, row: tuple[str, str, str, str], finding: str) -> Step:
    put, expected, done, other = row
    due_h = 18.0 + 1.5 * number + round(12.0 * luck.uniform("e6 due", number)) / 12.0
    within = _WITHIN_MIN[int(4 * luck.uniform("e6 within", number))]
    took = _took_min(luck, number, within, finding)
    clock = one(luck, f"e6 step clock {number}", tuple(CLOCKS))
    text = other if finding == MISSED else done
    return Step(put, expected, due_h, within, text, due_h + took / 60.0, clock, finding)


def _took_min(luck: Luck, number: int, within: int, finding: str) -> int:
    """Return after how many minutes the log has its line; what is no act stands there early."""
    share = luck.uniform("e6 took", number)
    if finding == LATE:
        return within + 3 + int(20 * share)
    return 2 + int((within - 2) * share)
