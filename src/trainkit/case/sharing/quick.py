"""The sharing desk without SimPy: the same entries in the same luck, several times as fast.

`processes` says how the desk works; a test holds that both write the same logbooks. Times of work
are above zero here: then no two events that know nothing of each other fall on one time.
"""

from collections.abc import Mapping
from functools import partial

from trainkit.case.sharing.asked import Sort, sorts
from trainkit.case.sharing.gate import Decision
from trainkit.case.sharing.kinds import JOBS
from trainkit.case.sharing.numbered import Numbered
from trainkit.case.sharing.officer import LAST
from trainkit.case.sharing.pages import Pages
from trainkit.case.sharing.processes import ARRIVALS, MOST_ATTEMPTS, by_voice
from trainkit.case.sharing.spec import URGENCIES, DeskSpec
from trainkit.case.sharing.times import Times
from trainkit.case.sharing.turns import Piece, Turns
from trainkit.kernel.agenda import Act, Agenda
from trainkit.kernel.kept import kept
from trainkit.kernel.logbook import Logbooks

_CHECK, _VOICE, _CONFIRM = (float(JOBS.index(name)) for name in ("check", "voice", "confirm"))
_AFTER = {"at_once": None, "in_turn": URGENCIES.index("urgent"), "last": LAST}
"""Rank of a confirmation; at once, it has that of its need."""
_NAMED, _NONE = 0.0, 1.0


class _Desk:
    """The desk in one watch."""

    def __init__(self, spec: DeskSpec, times: Times, pages: Pages) -> None:
        self._spec, self._times, self._pages = spec, times, pages
        self._turns = Turns(spec.officers, spec.order)
        self._agenda = Agenda()
        self._unrecorded: list[tuple[Numbered, float]] = []
        self._before = spec.records == "before"

    def play(self, known: Mapping[str, Sort], until_h: float) -> None:
        """Let needs of the *known* sorts arise and be answered until an hour."""
        for place, sort in enumerate(known.values()):
            if sort.spec.rate_per_h > 0.0:
                self._next_need(sort, place, 0)
        if not self._before:
            self._agenda.later(self._spec.watch_h, self._late_records)
        self._agenda.play(until_h)

    def _write(self, kind: str, need: Numbered, *facts: float) -> None:
        self._pages.write(self._agenda.now_h, kind, need.place, facts)

    def _next_need(self, sort: Sort, place: int, n: int) -> None:
        mean_h = 1.0 / sort.spec.rate_per_h
        gap_h = self._times.luck.exponential(ARRIVALS, place, n, mean=mean_h)
        self._agenda.later(gap_h, partial(self._arises, sort, place, n))

    def _arises(self, sort: Sort, place: int, n: int) -> None:
        if self._agenda.now_h > self._spec.watch_h:
            return
        need = Numbered(sort, place, n, self._agenda.now_h)
        self._write("need_arose", need, *need.told, float(sort.lawful))
        self._next_need(sort, place, n + 1)
        if sort.lawful:
            self._agenda.later(sort.spec.deadline_h, partial(self._deadline, need))
        if by_voice(self._spec, sort):
            self._speak(need)
        else:
            self._ask(need, 0)

    def _deadline(self, need: Numbered) -> None:
        if not need.answered:
            self._write("deadline_passed", need, *need.told, need.sort.spec.deadline_h)

    def _speak(self, need: Numbered) -> None:
        self._write("request_received", need, *need.told, 0.0, _NAMED)
        time_h = self._times.voice_h(need.number)
        self._work(need, _VOICE, need.urgency, time_h, partial(self._told, need))

    def _told(self, need: Numbered) -> None:
        self._disclose(need, need.sort.needed, _NAMED, 1.0)
        rank = _AFTER[self._spec.confirm]
        after = partial(self._confirmed, need, self._agenda.now_h)
        time_h = self._times.confirm_h(need.number)
        self._work(need, _CONFIRM, need.urgency if rank is None else rank, time_h, after)

    def _confirmed(self, need: Numbered, told_h: float) -> None:
        age_h = self._agenda.now_h - told_h
        in_time = float(age_h <= self._spec.confirm_within_h)
        self._write("confirmed_in_writing", need, need.told[0], age_h, in_time)

    def _ask(self, need: Numbered, attempt: int) -> None:
        faulty = self._times.faulty(need.number, attempt, need.sort.spec.faulty)
        basis = _NONE if faulty else _NAMED
        self._write("request_received", need, *need.told, float(attempt), basis)
        found = need.sort.faulty if faulty else need.sort.complete
        refused = found.verdict == "refused" and self._spec.check != "none"
        time_h = self._times.check_h(need.number, attempt, refused)
        after = partial(self._checked, need, attempt, found, basis)
        self._work(need, _CHECK, need.urgency, time_h, after)

    def _checked(self, need: Numbered, attempt: int, found: Decision, basis: float) -> None:
        if found.verdict == "refused" and self._spec.check != "none":
            self._refuse(need, attempt)
            return
        sent = found.fields if self._spec.check == "full" else need.sort.spec.asked
        self._disclose(need, sent, basis, 0.0)

    def _refuse(self, need: Numbered, attempt: int) -> None:
        again = need.sort.lawful and attempt + 1 < MOST_ATTEMPTS
        self._write("request_refused", need, *need.told, float(again))
        if again:
            time_h = self._times.return_h(need.number, attempt)
            self._agenda.later(time_h, partial(self._ask, need, attempt + 1))

    def _disclose(self, need: Numbered, sent: tuple[str, ...], basis: float, oral: float) -> None:
        sort, number = need.sort, need.told[0]
        if self._before:
            self._write("record_made", need, number, 0.0)
        else:
            self._unrecorded.append((need, self._agenda.now_h))
        lawful = float(sort.entitled), float(sort.lawful), float(self._before), oral
        many = float(len(sent)), float(len(set(sent) & set(sort.needed)))
        self._write("personal_data_disclosed", need, number, basis, *lawful, *many)
        need.answered, age_h = True, self._agenda.now_h - need.arose_h
        in_time = float(age_h <= sort.spec.deadline_h)
        self._write("need_answered", need, *need.told, age_h, in_time)

    def _late_records(self) -> None:
        for need, told_h in self._unrecorded:
            self._write("record_made", need, need.told[0], 1.0)
            if self._spec.records == "back_dated":
                self._write("record_back_dated", need, need.told[0], self._agenda.now_h - told_h)
        self._unrecorded.clear()
        self._agenda.later(1.0, self._late_records)

    def _work(self, need: Numbered, job: float, rank: int, time_h: float, after: Act) -> None:
        piece = Piece((*need.told, job), need.place, time_h, after)
        self._note("job_queued", piece)
        self._turns.queue(piece, rank)
        self._give()

    def _note(self, kind: str, piece: Piece) -> None:
        self._pages.write(self._agenda.now_h, kind, piece.sort, piece.told)

    def _give(self) -> None:
        """Let the next one be taken up, and set aside what it does not wait for."""
        aside = self._turns.set_aside()
        if aside is not None:
            aside.left_h -= self._agenda.now_h - aside.began_h
            self._note("job_set_aside", aside)
        piece = self._turns.next()
        if piece is not None:
            piece.began_h = self._agenda.now_h
            self._note("job_taken_up", piece)
            self._agenda.later(piece.left_h, partial(self._done, piece, piece.turn))

    def _done(self, piece: Piece, turn: int) -> None:
        if turn == piece.turn:
            self._turns.leave(piece)
            self._note("job_done", piece)
            piece.after()
            self._give()


def watches(spec: DeskSpec, seed: int, n: int, until_h: float) -> Logbooks:
    """Return the logbooks of the first *n* watches of a desk, as SimPy would have written them.

    Args:
        spec: How the desk works; mean times of work are above zero.
        seed: Seed of the experiment.
        n: How many replications, from 0 on.
        until_h: Hour until which they are played.

    Raises:
        TrainkitError: the requests are none, see `asked.sorts`.
    """
    pages, known = Pages(), sorts(spec)
    for replication in range(n):
        _Desk(spec, Times(spec, kept(seed, replication)), pages).play(known, until_h)
        pages.turn()
    return pages.logbooks(tuple(known))
