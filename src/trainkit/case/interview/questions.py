"""What sort of question a sentence in plain English is, by stated rules, with the reason.

The rules are read in order and the first that fits decides. They read form and not meaning: a
question that presumes what nobody has said yet is found only where its form shows it. They are for
learning to hear one's own questions, and no measure of an interview that was held.

Sources:
    Oxburgh, Myklebust, Grant (2010). *The question of question types in police interviews*.
        International Journal of Speech, Language and the Law 17: the types and their quarrels.
    PMC7997731 on 434 interviews: a quarter of the questions that began with "tell me" asked for
        one thing only; they are read here by what follows "tell me".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from trainkit.errors import TrainkitError, shown

Type = Literal["open", "probing", "closed", "leading", "multiple", "forced_choice", "opinion"]
TYPES: tuple[Type, ...] = (
    "open", "probing", "closed", "leading", "multiple", "forced_choice", "opinion",
)  # fmt: skip


@dataclass(frozen=True)
class Typed:
    """The type of a question, and the words by which it was found.

    Attributes:
        type: Its type.
        reason: Why, for the one who asked it.
    """

    type: Type
    reason: str


_AUXILIARY = (
    "did|do|does|was|were|is|are|am|has|have|had|can|could|would|will|should|shall|may|might|must"
)
_WH = "who|whom|whose|what|when|where|why|how|which"
_SUBJECT = "i|you|he|she|it|they|we|that|this|there"
_OPENING = re.compile(r"^(?:(?:please|and|so|now|ok|okay|well|then|thank you)\b[\s,.:]*)+(?=\w)")
_CUE = re.compile(r"^you (?:said|mentioned|told (?:me|us))\b[^;:.?]*[;:.]\s*(?=\w)")
_POLITE = re.compile(
    r"^(?:can|could|would|will) you (?:please )?(?=tell|explain|describe|take|walk|show)"
    r"|^(?:i would|i'd) like you to (?=tell|explain|describe)"
)
_TED = re.compile(
    r"^(?:tell (?:me|us)|explain|describe|(?:take|walk) (?:me|us) (?:back|through)"
    r"|in your own words|go on|start wherever)\b"
)
_WHAT_HAPPENED = re.compile(
    r"^(?:what happened|what else|what would you like to (?:say|tell)|and then\?|then\?)"
)
_FAUX = re.compile(rf"^tell (?:me|us) (?:{_WH}|if|whether)\b")
_STILL_OPEN = re.compile(r"^tell (?:me|us) (?:what (?:happened|you|was|it)|how (?:it|you))\b")
_SECOND = re.compile(
    rf"(?:\band|,|;)\s+(?:and\s+)?(?:(?:at|from|in|with|to|on|by)\s+)?"
    rf"(?:(?:{_WH})\b|(?:{_AUXILIARY})\s+(?:{_SUBJECT}|the)\b)"
)
_AFTER_OPEN = re.compile(
    r"(?:\band|,|;)\s+(?:and\s+)?(?:who|when|where|why|which|how (?:many|much|long|far|often))\b"
    rf"|\band\s+(?:what|how)\s+(?:{_AUXILIARY})\s+(?:{_SUBJECT}|the)\b"
)
_NEGATED = r"(?:is|was|are|were|did|do|does|has|have|had|ca|could|would|wo|should)n't"
_TAG = re.compile(
    rf"[,.]\s*(?:{_NEGATED}\s+(?:{_SUBJECT})|(?:{_AUXILIARY})\s+(?:{_SUBJECT})(?:\s+not)?"
    r"|right|correct|yes|no|true|ok|okay|is that not so|do you agree|don't you agree)\s*\?$"
)
_NEGATIVE = re.compile(rf"^{_NEGATED}\b")
_PRESSING = re.compile(r"\b(?:surely|obviously|of course|you must have|admit|isn't it true)\b")
_VIEW = re.compile(
    r"^(?:i think|i believe|i am sure|i'm sure|i know|i suppose|i don't believe|it seems to me"
    r"|in my (?:view|opinion|experience)|it is clear|everybody knows|people like)\b"
)
_DECLARED = re.compile(rf"^(?:{_SUBJECT}|the \w+|your \w+|his \w+|her \w+|their \w+)\s+\w+.*\?$")
_EITHER = re.compile(r"\bor\b(?!\s+(?:not|anything|something|anyone|anybody|so)\b)")
_ASKS = re.compile(rf"^(?:{_WH}|{_AUXILIARY})\b.*[^.!?]$")
_FRONTED = re.compile(rf"^(?:at|from|in|with|to|on|by|for|about|since|until)\s+(?:{_WH})\b")


def question_type(text: str) -> Typed:
    """Return the type of a question, with the reason.

    Args:
        text: One question in plain English.

    Raises:
        TrainkitError: there is no text.

    Examples:
        >>> question_type("Tell me what happened after you got into the car.").type
        'open'
        >>> question_type("He took your papers, didn't he?").type
        'leading'
    """
    if not isinstance(text, str) or not re.search(r"\w", text):
        raise TrainkitError(
            f"A question is asked for and {shown(text)} was given. Write one question in words."
        )
    told = _plain(text)
    return next(Typed(kind, reason) for kind, shows, reason in _RULES if shows(told))


def _plain(text: str) -> str:
    """Return the question in small letters, without the words that only lead up to it.

    One that is typed without its mark gets it.
    """
    told = " ".join(text.lower().replace("\u2019", "'").split())
    if told in {"and then?", "then?"}:
        return told
    bare = _POLITE.sub("", _CUE.sub("", _OPENING.sub("", told)))
    return f"{bare}?" if _ASKS.match(bare) else bare


def _multiple(told: str) -> bool:
    if told.count("?") > 1:
        return True
    if _open(told):
        return bool(_AFTER_OPEN.search(told))
    asks = re.match(rf"^(?:{_WH}|{_AUXILIARY})\b", told) or _FRONTED.match(told)
    return bool(asks and _SECOND.search(_without_tag(told)))


def _without_tag(told: str) -> str:
    return _TAG.sub("?", told)


def _opinion(told: str) -> bool:
    return bool(_VIEW.match(told)) or not (told.endswith("?") or _open(told) or _FAUX.match(told))


def _leading(told: str) -> bool:
    asked = _TAG.search(told) or _NEGATIVE.match(told) or _PRESSING.search(told)
    return bool(asked or _DECLARED.match(told))


def _forced(told: str) -> bool:
    return bool(_EITHER.search(told)) and told.endswith("?") and not _open(told)


def _open(told: str) -> bool:
    if _FAUX.match(told) and not _STILL_OPEN.match(told):
        return False
    return bool(_TED.match(told) or _WHAT_HAPPENED.match(told))


def _probing(told: str) -> bool:
    wh = re.match(rf"^(?:{_WH})\b", told) or _FRONTED.match(told)
    return bool(wh or re.match(rf"^tell (?:me|us) (?:{_WH})\b", told))


_RULES: tuple[tuple[Type, Callable[[str], bool], str], ...] = (
    (
        "multiple",
        _multiple,
        "It asks two things or more at once: nobody knows which of them was answered.",
    ),
    (
        "opinion",
        _opinion,
        "It says what you think and asks nothing: the person can only agree or resist.",
    ),
    (
        "leading",
        _leading,
        "Its form gives the answer: a tag, a negation or a statement with a question mark.",
    ),
    (
        "forced_choice",
        _forced,
        "It offers alternatives: the true answer may be none of them, and one will be picked.",
    ),
    (
        "open",
        _open,
        "Tell, explain, describe, or what happened: the person chooses what to say and how much.",
    ),
    (
        "probing",
        _probing,
        "Who, what, when, where, which or how: it asks for one thing that is not given away.",
    ),
    ("closed", lambda _: True, "Yes or no answers it, and the detail in it is yours."),
)
"""Type, whether a question shows it, and the reason, in the order in which they are tried."""
