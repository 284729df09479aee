"""What a marker must know of the case beside the note that a trainee has written."""

from trainkit.lessons.c3 import chains
from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.page import clock


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the note must know of the case."""
    chain = next(one for one in case.chains if one.flaw == "gap")
    step = chain.item.custody[chain.line - 1]
    return (
        f"The note is about the {chain.name}. At hand-over {chain.line} {step['giver']} gave it "
        f"away on {clock(step['given_h'])} and {step['taker']} signed on {clock(step['taken_h'])}: "
        f"for {chains.gap_h(case.chains):g} h nobody held it, at {step['place']}. The seal "
        f"{step['seal_given']} was given and read alike. Statute A6: the judge ordered the search. "
        "What is not known: who had it meanwhile. A note that fills the gap with a guess is wrong, "
        "however well it reads."
    )
