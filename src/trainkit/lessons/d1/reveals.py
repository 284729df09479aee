"""What is shown after commit: what the answer did and why, without points."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from trainkit.case.finance.rule import Rule, alerted
from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.case import Situation
from trainkit.lessons.d1.holding import USUAL as USUAL_ASKING
from trainkit.lessons.d1.holding import weeks
from trainkit.lessons.d1.month import READ, USUAL, hits, month_ahead
from trainkit.lessons.d1.tasks import FINDINGS, HOW, RULES, SHOWS, WEIGHS
from trainkit.lessons.task import Answer, Reveal

MONTHS, WEEKS = 12, 200


def _path(case: Situation, answer: Answer) -> Reveal:
    way = case.way
    taken = [one for one in way.payments if answer[f"payment_{one.id}"] == "part"]
    crowns = sum(one.amount_cents for one in taken) / 100
    return Reveal(
        f"You took {len(taken)} of {len(way.payments)} payments for parts of the sum, "
        f"{crowns:,.0f} crowns together, and let it end at account {answer['last']} with "
        f"{answer['kept']:,} crowns kept.\n\n"
        "A sum on its way leaves three marks: it is paid on after it came, it is nearly whole, and "
        "it comes from somebody who got it. A wage, a rent and a shop leave none of them. A "
        "payment that is like a part in amount, and earlier, or between strangers, is a chance. "
        "Which were parts and what was kept comes with the feedback."
    )


def _alerts(case: Situation, answer: Answer) -> Reveal:
    yours, usual = _read(case, answer), _read(case, USUAL)
    raised = np.mean([len(alerted_by(case, answer, number)) for number in range(MONTHS)])
    text = (
        f"Your rule: {dict(RULES)[answer['rule']]}. It raised {raised:.0f} alerts a month; the "
        f"first {READ} were read. In {MONTHS} months drawn with your own luck, {yours.mean():.1f} "
        f"of those that were read belonged to a pattern. With the bank's rule it was "
        f"{usual.mean():.1f}. Most alerts of any rule are innocent: people who were paid, moved "
        "house, or bought a boat. What is read is what is found; the rest is noise that somebody "
        "pays for."
    )
    return Reveal(text, {"yours": yours, "the bank's rule": usual}, "Alerts read that were right")


def alerted_by(case: Situation, answer: Answer, number: int) -> frozenset[int]:
    """Return the alerts of an answer's rule in a month of the trainee's own luck."""
    rule = Rule(answer["rule"], float(answer["least_crowns"]), 3, float(answer["window_h"]))
    return alerted(month_ahead(Luck(case.seed, number + 1)).payments, rule)


def _read(case: Situation, answer: Answer) -> NDArray[np.float64]:
    months = [month_ahead(Luck(case.seed, number + 1)) for number in range(MONTHS)]
    return np.array([float(hits(answer, one)) for one in months])


def _subjects(case: Situation, answer: Answer) -> Reveal:
    named = dict(FINDINGS)
    lines = [
        f"Subject {n}. You: {named[answer[f'subject_{n}']]}. {one.why}"
        for n, one in enumerate(case.subjects, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _value(case: Situation, answer: Answer) -> Reveal:
    return Reveal(
        f"You said that person {answer['receiver']} got what sender {case.value.asked} gave, that "
        f"{answer['owed']:,} crowns are owed and that payment {answer['settles']} settles it. What "
        f"the accounts show, by you: {dict(SHOWS)[answer['shows']]}.\n\n"
        "Equal sums are told apart by their hours; what went the other way is taken off before "
        "agents settle. An account shows the settlement alone, weeks later, with the amounts of "
        "many people in one. Without the pages nobody could read it. And most of those on the "
        "pages send a wage home."
    )


def _branch(case: Situation, answer: Answer) -> Reveal:
    named = dict(WEIGHS)
    lines = [
        f"Item {n}. You: {named[answer[f'item_{n}']]}. {one.why}"
        for n, one in enumerate(case.items, start=1)
    ]
    last = (
        "The second branch has a threshold of its own and needs a fact about the purpose: a "
        "decision, a stated purpose, a finding of a court. Links and sources do not replace it."
    )
    return Reveal("\n\n".join([*lines, last]))


def _hold(case: Situation, answer: Answer) -> Reveal:
    luck = Luck(case.seed)
    yours, usual = (weeks(case.week, one, luck, WEEKS) for one in (answer, USUAL_ASKING))
    asked = ", ".join(
        f"{one.letter} ({dict(HOW)[answer[f'ask_{one.letter.lower()}']]})"
        for one in case.week.accounts
    )
    text = (
        f"You asked: {asked}; you began with {answer['first']}. In {WEEKS} weeks drawn with your "
        f"own luck, {yours.mean():,.0f} crowns stayed held on average, less half of what was held "
        f"from somebody who did nothing. With one line for every account it was "
        f"{usual.mean():,.0f}. In {int((yours > usual).sum())} of {WEEKS} weeks yours came out "
        f"ahead, in {int((yours < usual).sum())} behind, in the others alike. Money "
        "leaves by chance: a good order that came too late once is still a good order."
    )
    samples = {"yours": yours, "one line for every account": usual}
    return Reveal(text, samples, "Crowns that stay held, less half of what was held wrongly")


_BY_TASK: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "d1_path": _path,
    "d1_alerts": _alerts,
    "d1_subjects": _subjects,
    "d1_value": _value,
    "d1_branch": _branch,
    "d1_hold": _hold,
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer of a task did, and why."""
    return _BY_TASK[task_id](case, answer)
