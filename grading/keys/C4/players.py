"""Four trainees who play C4 by reading: only what the notebook shows.

None of them knows the reference, the rules of the classifier, the hidden days or the model's rates.
"""

from trainkit.case.interview.rights import CHECKLIST, NEVER_SAID

_SAID = {**{right.id: right.said for right in CHECKLIST}, **NEVER_SAID}
_PERSONS = {
    "first_contact": (
        "keeps his papers", "put at the engine", "wound", "for the journey", "answers for her",
        "picked fruit",
    ),
    "suspect_interview": ("take money", "arranged it", "three languages"),
}  # fmt: skip
_MOMENTS = {
    "safety": ("my brother", "second boat", "by the gate"),
    "doctor": ("lips", "burn", "fever"),
    "stop": ("uncle", "passenger who speaks", "rather not", "sold fuel", "nods"),
    "adapt": ("sixteen", "seventeen", "fifteen"),
    "pause": ("stares", "mixes up", "weeps without"),
}
_NEVER = ("we can help you with", "like the others", "Nothing that you say", "Why did", "convicted")


def _sorted(text, words, otherwise):
    """Read a line by the words in it that tell, in the order in which they weigh."""
    return next((sort for sort, some in words.items() if any(w in text for w in some)), otherwise)


def _status(case, **instead):
    read = [_sorted(one.told, _PERSONS, "witness_interview") for one in case.persons]
    return {f"person_{n}": instead.get(one, one) for n, one in enumerate(read, start=1)}


def _signs(case, **instead):
    read = [_sorted(one.told, _MOMENTS, "go_on") for one in case.moments]
    return {f"moment_{n}": instead.get(one, one) for n, one in enumerate(read, start=1)}


def _fits(case, text):
    """Say what concerns this person and has no price in it."""
    if any(words in text for words in _NEVER):
        return False
    if "grown-up" in text:
        return case.first.child
    return bool(case.first.language) if "interpreter works" in text else True


def _rights(case, fits=_fits, **changed):
    said = [fits(case, _SAID[one]) for one in case.first.sentences]
    return {
        **{f"say_{n}": "say" if one else "leave" for n, one in enumerate(said, start=1)},
        "interpreter": "wait" if case.first.language else "none",
        "asks": "choice",
        **changed,
    }


def _type(text):
    """Read a question as the notebook teaches it: joined, open, none, loaded, either-or, one."""
    low = text.lower()
    first = low.split()[0].strip(",.")
    signs = {
        "multiple": low.count("?") > 1 or any(w in low for w in (" and what", " and who", ", who")),
        "open": low.startswith(("tell me what", "describe", "could you tell", "what happened")),
        "probing": low.startswith(("tell me", "you mentioned", "who", "how", "at what")),
        "opinion": not text.endswith("?"),
        "leading": "n't" in low or first in {"so", "you"},
        "forced_choice": " or " in low,
    }
    return next((kind for kind, shown in signs.items() if shown), "closed")


def _questions(case, read=_type):
    return {f"question_{n}": read(one.text) for n, one in enumerate(case.questions, start=1)}


def _day(mix=(6, 4, 0, 0), **changed):
    return {
        "medical": "before",
        "rest_h": 2,
        "explain_min": 30,
        "account_min": 60,
        "pause_min": 30,
        "questions": dict(zip(("open", "probing", "closed", "leading"), mix, strict=True)),
        "tellings": "once",
        "interpreting": "in_room",
        "on_distress": "pause",
        **changed,
    }


def strong(case, _luck):
    """Reads every line to its end, and plans for rest, rapport and one telling."""
    return {
        "c4_status": _status(case),
        "c4_signs": _signs(case),
        "c4_rights": _rights(case),
        "c4_questions": _questions(case),
        "c4_day": _day(),
    }


def competent(case, _luck):
    """Takes a seeming invitation for one, pauses where it ends, asks twice and on the telephone."""

    def read(text):
        if text.startswith("Tell me"):
            return "open"
        kind = _type(text)
        return {"opinion": "leading", "forced_choice": "closed"}.get(kind, kind)

    return {
        "c4_status": _status(case, suspect_interview="witness_interview"),
        "c4_signs": _signs(case, stop="pause", go_on="pause"),
        "c4_rights": _rights(case, asks="free"),
        "c4_questions": _questions(case, read),
        "c4_day": _day((4, 4, 2, 0), tellings="twice", rest_h=1, account_min=45, explain_min=25),
    }


def _heard(text):
    """Read a question by its first word only."""
    if " or " in text:
        return "closed"
    if text.startswith(("Tell", "Describe", "What", "Who", "How", "At")):
        return "open"
    return "closed" if text.endswith("?") else "opinion"


def _friendly(_case, text):
    return not text.startswith(("Why", "If you say nothing"))


def novice(case, _luck):
    """Hears a story and wants it at once; says everything that sounds friendly."""
    return {
        "c4_status": _status(case, first_contact="witness_interview"),
        "c4_signs": _signs(case, stop="go_on", adapt="go_on", pause="stop", go_on="pause"),
        "c4_rights": _rights(case, _friendly, asks="free"),
        "c4_questions": _questions(case, _heard),
        "c4_day": _day(
            (3, 3, 3, 1), tellings="twice", rest_h=0, explain_min=10, account_min=90,
            pause_min=90, on_distress="go_on",
        ),
    }  # fmt: skip


def careless(case, _luck):
    """Wants a confession: interrogates, asks the hurt, and takes whoever can interpret."""
    return {
        "c4_status": dict.fromkeys((f"person_{n}" for n in range(1, 5)), "suspect_interview"),
        "c4_signs": dict.fromkeys((f"moment_{n}" for n in range(1, 7)), "go_on"),
        "c4_rights": _rights(case, lambda *_: False, interpreter="companion", asks="assigned"),
        "c4_questions": dict.fromkeys((f"question_{n}" for n in range(1, 9)), "closed"),
        "c4_day": _day(
            (0, 2, 4, 4), medical="after", tellings="thrice", rest_h=0, explain_min=0,
            account_min=120, pause_min=120, interpreting="companion", on_distress="go_on",
        ),
    }  # fmt: skip
