"""Sentences from a draft course: some say what the paper says, some make it more, or less."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import shuffled, some


@dataclass(frozen=True)
class Sentence:
    """A sentence of the draft.

    Attributes:
        id: Its name.
        point: Number of the point of which it speaks.
        text: What it says.
        why: What the paper says instead, or too: for the reader, after commit.
    """

    id: str
    point: int
    text: str
    why: str


_STRONGER = (
    Sentence("duty_4", 4, "Point 4 obliges both sides to work together against human trafficking.",
             "The sides consider it. A duty to act against trafficking has other sources."),
    Sentence("duty_6", 6, "Under point 6 each side must train the agencies that request it.",
             "They consider providing training. A request may be declined."),
    Sentence("duty_7", 7, "In point 7 the sides have agreed to increase controls on risk "
             "categories.",
             "They consider increasing controls, as appropriate. That is not yet agreed."),
    Sentence("duty_8", 8, "By point 8 the law enforcement bodies are bound to enhance their "
             "cooperation.",
             "They consider ways to enhance it. Existing frameworks bind; this point does not."),
    Sentence("duty_9", 9, "Point 9 requires the Coast Guards to improve their information "
             "exchange.",
             "They consider ways for improving it. Nobody is required to send anything by it."),
    Sentence("duty_14", 14, "In point 14 the sides must complete the updating of the Customs "
             "Union.",
             "For the Customs Union the verb is 'consider ways', inside a point with other verbs."),
)  # fmt: skip
_FAITHFUL = (
    Sentence("true_1", 1, "In point 1 the sides agree to enhance their coordination against "
             "organized crime.",
             "The verb is that of the text, and the subject too."),
    Sentence("true_3", 3, "By point 3 the sides agree to step up cooperation with other willing "
             "parties.",
             "The verb is that of the text, and 'willing' has been kept."),
    Sentence("true_9", 9, "Improving information exchange between the Coast Guards is what the "
             "sides consider in point 9.",
             "The order of the words is changed; how far it binds is not."),
    Sentence("true_12", 12, "Point 12 has the sides continue the existing cooperation on "
             "irregular migration flows.",
             "It continues what exists, as the text says."),
    Sentence("true_14", 14, "By point 14 the sides are taking concrete measures to facilitate visa "
             "processes.",
             "It sounds strong and is so in the text: here the paper itself binds to an act."),
    Sentence("true_15", 15, "Point 15 says that both sides will determine the duration and the "
             "execution area of activities.",
             "It names two of the five elements and leaves the decision with both sides."),
)  # fmt: skip
_WEAKER = (
    Sentence("less_1", 1, "In point 1 the sides may look at coordination against organized crime.",
             "They agree to enhance it. 'May look at' takes back what was agreed."),
    Sentence("less_2", 2, "By point 2 the sides consider whether to strengthen security "
             "cooperation.",
             "They agree to strengthen it; only the way is left to treaties and own law."),
    Sentence("less_14", 14, "In point 14 an efficient implementation of the procedures is "
             "something that the sides may look at.",
             "The verb is 'ensure', the strongest of the paper."),
    Sentence("less_15", 15, "Point 15 invites the sides to consider determining the execution "
             "area together.",
             "They agree that both determine it. Without both there is no activity."),
)  # fmt: skip
_ADDED = (
    Sentence("more_2", 2, "Point 2 agrees that extradition requests are granted without a court.",
             "The point speaks of addressing requests, within treaties and own law. A court stays "
             "a court."),
    Sentence("more_5", 5, "Point 5 encourages the two agencies and sets a yearly quota for "
             "returns.",
             "Returns are voluntary there, and no number is named."),
    Sentence("more_8", 8, "Point 8 considers patrols of one side's police in the streets of the "
             "other.",
             "The point speaks of investigations on existing frameworks. Patrols are not in it."),
    Sentence("more_9", 9, "Point 9 considers handing the coordination of rescue to the Financial "
             "Police.",
             "The point does not name rescue at all. Who coordinates it is settled elsewhere."),
    Sentence("more_16", 16, "By point 16 the paper will come into operation and will lapse after "
             "two years.",
             "The text names no end. An end that is not written must not be taught."),
)  # fmt: skip

SENTENCES = (*_STRONGER, *_FAITHFUL, *_WEAKER, *_ADDED)
COUNT = 8


def draw_sentences(luck: Luck) -> tuple[Sentence, ...]:
    """Return eight sentences: as many of each kind for everybody, in an order of their own."""
    drawn = (
        *some(luck, "sentences stronger", _STRONGER, 3),
        *some(luck, "sentences faithful", _FAITHFUL, 2),
        *some(luck, "sentence weaker", _WEAKER, 1),
        *some(luck, "sentences with more", _ADDED, 2),
    )
    return shuffled(luck, "order of sentences", drawn)
