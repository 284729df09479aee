"""The financial enquiries of a run, read of its logbook: when each was answered, and by what."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from trainkit.case import law
from trainkit.case.investigation.assets import Enquiry
from trainkit.case.investigation.kinds import side_of
from trainkit.case.investigation.register import register
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.warrants import offence_at
from trainkit.kernel.logbook import Entry, Logbook

Answer = tuple[str, int, float]
_ENQUIRY = "financial_enquiry"


def enquiries(book: Logbook, spec: InvestigationSpec) -> Iterator[tuple[float | str, Enquiry]]:
    """Yield the financial enquiries of a run with their numbers in its logbook.

    Args:
        book: Its logbook.
        spec: What it was told, orders included.
    """
    answers = {entry.facts["enquiry"]: entry for entry in book.of("enquiry_answered")}
    items, sent = _items(book), Counter[str]()
    for entry in book.of("enquiry_sent"):
        sent[entry.subject] += 1
        asked = _sent(entry, sent[entry.subject], offence_at(spec, entry.time_h))
        number = entry.facts["enquiry"]
        answer, item = answers.get(number), items.get((asked.side, asked.target), "")
        yield number, _with(asked, answer, item) if answer else asked


def _sent(entry: Entry, place: int, offence: str) -> Enquiry:
    side, target = side_of(entry.subject), int(entry.facts["target"])
    basis = law.statute(side, _ENQUIRY, offence).id
    return Enquiry(side, place, target, entry.time_h, after_h=None, yielded=False, basis=basis)


def _with(asked: Enquiry, answer: Entry, item: str) -> Enquiry:
    after_h, yielded = float(answer.facts["after_h"]), answer.facts["yielded"] == 1.0
    return replace(asked, after_h=after_h, yielded=yielded, item=item)


def _items(book: Logbook) -> Mapping[tuple[str, int], str]:
    """Return the item that a team's enquiries on a person brought: the first answer to say it."""
    found, names = {}, register(book)
    for one in book.of("item_obtained"):
        if one.facts["channel"] == "own" and one.facts["action"] == _ENQUIRY:
            whose = side_of(one.subject), int(one.facts["target"])
            found[whose] = names[int(one.facts["item"])]
    return found


def answer_of(entry: Entry) -> Answer:
    """Return what ties a trace to its enquiry: team, person and the moment of the answer."""
    return entry.subject, int(entry.facts["target"]), entry.time_h
