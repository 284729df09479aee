"""What feedback says of each item: what holds, and why."""

from trainkit.lessons.a1.night_why import BOARDING_WHY as BOARDING_SAYS
from trainkit.lessons.a1.night_why import DATA_WHY as DATA_SAYS

from .truth import CLAUSES, SENTENCES

__all__ = ["ACT_SAYS", "BOARDING_SAYS", "DATA_SAYS", "clause_says", "sentence_says"]

_ACTS = {
    "in": "It needs the paper, and on one clock it lies after the first instant.",
    "early": "It needs the paper, and on one clock it lies before the first instant.",
    "own": "Its basis is another than the paper. Older frameworks and rescue wait for no date.",
    "power": "It would need a power. The paper gives none, in operation or not.",
}
_KINDS = {
    "state": "The sides state a view.",
    "consider": "The sides consider.",
    "encourage": "The sides encourage others.",
    "keep": "The sides keep something going.",
    "agree": "The sides agree.",
    "act": "The sides bind themselves to an act or a result.",
}
_VERDICTS = {
    "same": "It says what the paper says.",
    "stronger": "It binds more than the paper does.",
    "weaker": "It binds less than the paper does.",
    "adds": "It adds something.",
}


def _say(told):
    return lambda right: f"{'Right' if right else 'Not so'}. {told}"


ACT_SAYS = {name: _say(told) for name, told in _ACTS.items()}


def clause_says(clause):
    """Return what is said of a clause, right or not."""
    return _say(f"{_KINDS[CLAUSES[clause.id]]} {clause.why}")


def sentence_says(sentence):
    """Return what is said of a sentence, right or not."""
    return _say(f"{_VERDICTS[SENTENCES[sentence.id]]} {sentence.why}")
