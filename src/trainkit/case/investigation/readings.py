"""What is read of people, of what a court may hear, and of the law: each a function of logbooks."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from trainkit.case.finance.enquiry import WANTED_H
from trainkit.case.investigation import redlines
from trainkit.case.victims.recall import Identified
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.redlines import breaches

Column = NDArray[np.float64]


def each(books: Logbooks) -> Iterator[Logbook]:
    """Yield the logbooks of the replications, one by one."""
    return (books[number] for number in range(len(books)))


def exploited_days(books: Logbooks) -> Column:
    """Return the days of exploitation that came to an end, over people."""
    return books.total("exploitation_ended", "days")


def found_share(books: Logbooks) -> Column:
    """Return the share of the exploited who were found; nan where nobody was exploited."""
    began, found = books.count("exploitation_began"), books.total("exploitation_ended", "found")
    return _share(found, began)


def identified(book: Logbook) -> Identified:
    """Return the counts of the last decision on everybody whose signs were weighed.

    Exploited people, skippers who were made to steer and others, and whoever was met besides; one
    who was charged before anybody looked counts as passed by.
    """
    last = {entry.subject: entry.facts for entry in book.of("signs_weighed")}
    victims = [facts["victim"] == 1.0 for facts in last.values()]
    return Identified.of(victims, [facts["presumed"] == 1.0 for facts in last.values()])


def victims_score(books: Logbooks) -> Column:
    """Return recall weighed with precision, 0 below the floor of specificity; nan with nobody."""
    return np.array([_score(book) for book in each(books)], dtype=np.float64)


def _score(book: Logbook) -> float:
    counts = identified(book)
    met = counts.found + counts.missed + counts.in_vain + counts.others
    return counts.score() if met else float("nan")


def tests_that_tell(books: Logbooks) -> Column:
    """Return how many enquiries could have told rival explanations apart when they were made."""
    return books.total("hypothesis_tested", "tells")


def confirming_share(books: Logbooks) -> Column:
    """Return the share of enquiries chosen to confirm; nan where none was made."""
    return _share(books.total("hypothesis_tested", "confirms"), books.count("hypothesis_tested"))


def admissible_share(books: Logbooks) -> Column:
    """Return the share of the items that a court may hear; nan where there is none."""
    items = books.count("item_obtained")
    heard = books.total("item_obtained", "evidence")
    return _share(heard, items)


def _share(some: Column, of: Column) -> Column:
    shares: Column = np.divide(some, of, out=np.full(len(of), np.nan), where=of > 0)
    return shares


def prompt_enquiries(books: Logbooks) -> Column:
    """Return how many reasoned financial enquiries yielded within 72 h."""
    return np.array([_prompt(book) for book in each(books)])


def _prompt(book: Logbook) -> float:
    answers = [entry.facts for entry in book.of("enquiry_answered")]
    return float(sum(f["yielded"] == 1.0 and float(f["after_h"]) <= WANTED_H for f in answers))


def freezes_held(books: Logbooks) -> Column:
    """Return the crowns whose freeze survived its review."""
    return np.array(
        [
            sum(float(e.facts["crowns"]) for e in book.of("freeze_reviewed") if e.facts["held"])
            for book in each(books)
        ],
        dtype=np.float64,
    )


def minimisation(books: Logbooks) -> Column:
    """Return the needed fields among those sent to the partner; nan where nothing was sent."""
    sent = books.total("personal_data_disclosed", "sent")
    return _share(books.total("personal_data_disclosed", "needed_sent"), sent)


def branches_reviewed(books: Logbooks) -> Column:
    """Return the share of opened branches that somebody else reviewed in time; nan with none."""
    ends = [book.of("branch_closed") for book in each(books)]
    late = np.array([sum(e.facts["reason"] == "term" for e in of) for of in ends], dtype=float)
    closed = np.array([len(of) for of in ends], dtype=float)
    return _share(closed - late, closed)


def branches_wrong(books: Logbooks) -> Column:
    """Return how many people a branch was kept open on without a foundation."""
    return np.array([_kept_wrongly(book) for book in each(books)], dtype=np.float64)


def _kept_wrongly(book: Logbook) -> int:
    ends = [entry.facts for entry in book.of("branch_closed")]
    return sum(f["reason"] == "handed_over" and not f["founded"] for f in ends)


def convicted_members(books: Logbooks) -> Column:
    """Return how many organisers were convicted on admissible evidence."""
    return np.array([_convicted(book) for book in each(books)], dtype=np.float64)


def _convicted(book: Logbook) -> int:
    return sum(
        entry.facts["result"] == "convicted" and entry.facts["rank"] in {"boss", "executive"}
        for entry in book.of("trial_ended")
    )


def lost_to_law(books: Logbooks) -> Column:
    """Return how many cases failed by law: a charge barred, no offence, no dual criminality."""
    return np.array([_lost(book) for book in each(books)], dtype=np.float64)


def _lost(book: Logbook) -> int:
    judged = [e.facts["result"] in {"barred", "no_offence"} for e in book.of("trial_ended")]
    refused = [not e.facts["granted"] for e in book.of("surrender_decided")]
    return sum(judged) + sum(refused)


def bystanders_charged(books: Logbooks) -> Column:
    """Return how many people with no part in it were arrested."""
    return books.count("person_arrested") - books.total("person_arrested", "member")


def red_line_breaches(books: Logbooks) -> Column:
    """Return how many breaches of red lines there were."""
    read = [number for number, kind in enumerate(books.kinds) if kind.name in redlines.READ]
    return np.array([_breached(book, read) for book in each(books)], dtype=np.float64)


def _breached(book: Logbook, read: list[int]) -> int:
    """Return the breaches in the entries that the rules read; the others are many."""
    entries = book.entries[np.isin(book.entries["kind"], read)]
    return len(breaches(redlines.RULES, Logbook(book.kinds, book.subjects, entries)))
