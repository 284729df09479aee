"""What is shown after a commit in A4: what the decision did, beside the standing order, and why."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.a4 import watch
from trainkit.lessons.a4.asked import GOES
from trainkit.lessons.a4.case import Situation
from trainkit.lessons.a4.dossier import ITEMS, OTHERS
from trainkit.lessons.a4.standing import POLICY
from trainkit.lessons.task import Answer, Reveal

WATCHES = 60
_LABEL = "Minutes until a life in danger has its answer, mean of a watch"
_CHANCE = (
    "A good policy whose one life came at the worst moment was still a good policy: look at all "
    "watches."
)
_GATE = (
    "You let personal data leave the team in {gone} of seven answers, and {apart}. A refusal is no "
    "unkindness: it says what is missing, and the request comes again. What has gone out does not "
    "come back, and the one whom it concerns never hears of it. {voice}"
)
_VOICE = {
    "told": "What could not wait you told by telephone; the record is made at once and the letter "
    "follows.",
    "others": "You told something by telephone, and not what could not wait for a letter.",
    "nobody": "Nothing went by telephone, and one of the seven could not wait for a letter.",
}
_FILE = (
    "Of the file you send {sent} of {all} items; {others} of them {concern} somebody who is not "
    "sought. The request asked for {asked}. Who reads a short answer finds what matters; who reads "
    "a whole file finds it too, and the rest besides. What was forgotten can be offered: a good "
    "answer says what else is there, and waits to be asked."
)
_CHAIN = (
    "You call {whole} of the four logs whole. A chain of hashes tells that a line is not what it "
    "was, and where; it does not tell who did it or why. An honest mistake is mended by a new line "
    "that names the old one. And a chain has no key: whoever writes the whole log anew has a whole "
    "log. That is why its last hash is kept by somebody else."
)
_DESK = (
    "In {sooner} of {all} watches with a life in danger it has its answer sooner than under the "
    "standing order; on average after {mine:.0f} minutes against {usual:.0f}. Of what was due, "
    "answers and confirmations, {late:.0f} in 100 came too late, against {before:.0f}. Of 100 "
    "fields that were sent {ratio:.0f} were needed, against {lean:.0f}. What is urgent and no "
    "danger waited {urgent:.0f} minutes."
)
_CROSSED = "{}. That is a red line ({}): it caps the notebook, whatever the points."


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _gate(case: Situation, answer: Answer) -> Reveal:
    gone = sum(value in GOES for value in answer.values())
    kinds = len(set(answer.values()))
    apart = f"you told {kinds} sorts of answer apart" if kinds > 1 else "all have the same answer"
    return Reveal(_GATE.format(gone=gone, apart=apart, voice=_VOICE[_spoken(case, answer)]))


def _spoken(case: Situation, answer: Answer) -> str:
    """Return what became of the life in danger: told at once, told to others, or left to wait."""
    life = next(n for n, one in enumerate(case.requests, start=1) if one.due == "voice")
    if answer[f"request_{life}"] == "voice":
        return "told"
    return "others" if "voice" in answer.values() else "nobody"


def _file(case: Situation, answer: Answer) -> Reveal:
    sent = [name for name in ITEMS if answer[name] == "send"]
    others = sum(name in OTHERS for name in sent)
    told = _FILE.format(
        sent=len(sent),
        all=len(ITEMS),
        others=others or "none",
        concern="concerns" if others < 2 else "concern",
        asked=len(case.wanted.asked),
    )
    crossed = "Data of somebody who is not sought went out without a basis"
    return Reveal(f"{told}\n\n{_CROSSED.format(crossed, 'R5')}" if others else told)


def _chain(case: Situation, answer: Answer) -> Reveal:
    whole = sum(answer[f"how_{n}"] == "whole" for n in range(1, len(case.logs) + 1))
    return Reveal(_CHAIN.format(whole=whole or "none"))


def _desk(case: Situation, answer: Answer) -> Reveal:
    own, usual = (
        watch.outcome(case.watch, one, Luck(case.seed), WATCHES) for one in (answer, POLICY)
    )
    both = ~(np.isnan(own.minutes) | np.isnan(usual.minutes))
    mine, before = (np.array(one.minutes)[both] for one in (own, usual))
    told = _DESK.format(
        sooner=int((mine < before).sum()),
        all=len(mine),
        mine=mine.mean(),
        usual=before.mean(),
        late=100 * own.late,
        before=100 * usual.late,
        ratio=100 * own.ratio,
        lean=100 * usual.ratio,
        urgent=own.urgent_min,
    )
    lines = [_CROSSED.format(line.text, line.rule) for line in own.crossed]
    samples: dict[str, Any] = {"your policy": mine, "standing order": before}
    return Reveal("\n\n".join([told, *lines, _CHANCE]), samples, _LABEL)


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "a4_gate": _gate,
    "a4_file": _file,
    "a4_chain": _chain,
    "a4_desk": _desk,
}
