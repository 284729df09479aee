"""The tasks of A1 and what their answers hold."""

from trainkit.lessons.a1 import acts, clauses, hints, sentences, slips
from trainkit.lessons.a1.daylog import NAMES
from trainkit.lessons.field import Choice, Field, Instant, Number
from trainkit.lessons.task import Task

READINGS = (
    ("in", "stands on the paper, which is in operation"),
    ("early", "does not stand: it needs the paper, and the paper is not yet in operation"),
    ("own", "stands on a basis of its own, whatever the day"),
    ("power", "does not stand: it takes the paper for a power, on whatever day"),
)
KINDS = (
    ("state", "emphasize: the sides state a view"),
    ("consider", "consider: the sides will look at it"),
    ("encourage", "encourage: the sides ask somebody else"),
    ("keep", "continue, maintain, hold, exchange: the sides keep it going"),
    ("agree", "agree: the sides have decided it"),
    ("act", "take measures, ensure: the sides bind themselves to an act or a result"),
)
VERDICTS = (
    ("same", "says what the paper says"),
    ("stronger", "binds more than the paper does"),
    ("weaker", "binds less than the paper does"),
    ("adds", "adds something that the paper does not hold"),
)
NOTEBOOKS = (
    ("B2", "B2 Threat, vulnerability and impact"),
    ("B4", "B4 Central Asia to the Mediterranean: Almaty desk"),
    ("C2", "C2 Network disruption lab"),
    ("D4", "D4 Request desk"),
    ("E5", "E5 Operation plan: five elements, two approvals"),
    ("F1", "F1 Referral, assisted voluntary return, reintegration"),
    ("F2", "F2 Visa service lab"),
    ("F3", "F3 Consultations: southern flank and Rome Process"),
)
ENDS = (
    ("none", "the paper names no end"),
    ("year", "one year after it began"),
    ("plan", "with the first plan"),
    ("notice", "three months after notice by one side"),
)
RESCUE = (
    ("go", "Go now, and tell the rescue centre that coordinates there."),
    ("board_first", "Finish with the motor vessel first, then go."),
    ("approval", "Ask both sides to approve the plan first, then go."),
    ("hand_over", "Report the boat, and stay with the motor vessel."),
)
BOARDING = (
    ("paper", "Board now as a joint act: the paper is in operation and names smuggling."),
    ("flag_asked", "Stay in sight and ask the flag State; do not board before it authorises."),
    ("flag_given", "Board within what the flag State has authorised."),
    ("own_law", "Board under Alder's own law."),
    ("no_flag", "Board as a ship without nationality, under the law of the sea."),
)
DATA = (
    ("all", "Send the whole list under point 9."),
    ("fields", "Send the two fields under the agreement of 2012, and log it."),
    ("fields_confirmed", "Give the two fields now, log it, and ask for the request in writing."),
    ("ask", "Send nothing yet: ask for basis, case and purpose, and log it."),
    ("never", "Refuse for good: 'consider' forbids any exchange."),
)


def _each(
    name: str, label: str, count: int, options: tuple[tuple[str, str], ...]
) -> tuple[Field, ...]:
    numbers = range(1, count + 1)
    return tuple(Choice(f"{name}_{n}", f"{label} {n}", options) for n in numbers)


DATE = Task(
    id="a1_date",
    title="The first instant",
    question="From which instant is the paper in operation, and until when?",
    points=10,
    fields=(
        Instant("first", "First instant, on the clock of the place of signature"),
        Instant("other", "The same instant, on the other State's clock"),
        Choice("end", "It ends", ENDS),
    ),
    hints=hints.DATE,
    slips=slips.DATE,
    outcomes=("A1.1",),
)
ACTS = Task(
    id="a1_acts",
    title="Eight acts about that instant",
    question="On what does each of the eight acts stand, if it stands at all?",
    points=14,
    fields=_each("act", "Act", acts.COUNT, READINGS),
    hints=hints.ACTS,
    slips=slips.ACTS,
    outcomes=("A1.1", "A1.2"),
)
VERBS = Task(
    id="a1_verbs",
    title="Eight clauses",
    question="How far does each clause bind the two sides?",
    points=12,
    fields=_each("clause", "Clause", clauses.COUNT, KINDS),
    hints=hints.VERBS,
    slips=slips.VERBS,
    outcomes=("A1.3",),
)
SENTENCES = Task(
    id="a1_sentences",
    title="Eight sentences of a draft course",
    question="Which sentences may stay, and what is wrong with the others?",
    points=12,
    fields=_each("sentence", "Sentence", sentences.COUNT, VERDICTS),
    hints=hints.SENTENCES,
    slips=slips.SENTENCES,
    outcomes=("A1.3",),
)
LOG = Task(
    id="a1_log",
    title="The log of a day",
    question="Which entries of this log would you bring to the two chiefs tomorrow?",
    points=8,
    fields=(
        Choice("unplanned", "The joint act done before both sides had approved the plan",
               tuple((name, name) for name in NAMES)),
        Choice("power", "The act that takes the paper for a power",
               tuple((name, name) for name in NAMES)),
        Choice("stronger", "The entry that makes a verb of the paper stronger",
               tuple((name, name) for name in NAMES)),
        Number("own", "Acts that would stand if the paper had never been signed", "acts", 0, 10,
               1, whole=True),
    ),
    hints=hints.LOG,
    slips=slips.LOG,
    outcomes=("A1.2", "A1.4"),
)  # fmt: skip
NIGHT = Task(
    id="a1_night",
    title="A night without a plan",
    question="What do you order, and on which basis?",
    points=8,
    fields=(
        Choice("rescue", "The open boat", RESCUE),
        Choice("boarding", "The motor vessel, once nobody is in danger", BOARDING),
        Choice("data", "The list", DATA),
    ),
    hints=hints.NIGHT,
    slips=slips.NIGHT,
    outcomes=("A1.2", "A1.4"),
)
MAP = Task(
    id="a1_map",
    title="Six points and where they are practised",
    question="Which of these notebooks do you open to practise each point?",
    points=6,
    fields=_each("point", "Point in line", 6, NOTEBOOKS),
    hints=hints.MAP,
    slips=(),
    outcomes=("A1.5",),
)
MEMO = Task(
    id="a1_memo",
    title="A memo to the commander",
    question="Answer the commander's note in at most 200 words: what the paper says and with which "
    "verb, what it does not give, what the act may stand on instead, and what never waits.",
    points=30,
    outcomes=("A1.4",),
    manual=True,
    rubric="legal_reasoning",
)
TASKS = (DATE, ACTS, VERBS, SENTENCES, LOG, NIGHT, MAP, MEMO)
