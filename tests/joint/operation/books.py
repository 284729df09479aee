"""The books of an operation, kept a second time from the entries alone."""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class People:
    """Where the people of one boat are: everyone in exactly one place."""

    left: int = 0
    on_board: int = 0
    in_water: int = 0
    lost: int = 0
    landed: int = 0
    aboard: dict = field(default_factory=lambda: defaultdict(int))
    ashore: int = 0

    def counted(self):
        """Return all people of the boat, wherever they are."""
        carried = sum(self.aboard.values())
        return self.on_board + self.in_water + self.lost + self.landed + carried + self.ashore

    def safe(self):
        """Return who was taken aboard or landed."""
        return self.landed + sum(self.aboard.values()) + self.ashore


class Books:
    """Keeps the books of a logbook and holds every entry to them."""

    def __init__(self, spec):
        self.boats = {}
        self.carried = defaultdict(int)
        self.room = {unit.name: unit.survivor_capacity for unit in spec.units}
        self.room.update({f"merchant {n}": spec.merchant_capacity for n in range(1, 5)})
        self.read = 0

    def read_through(self, logbook):
        """Hold every entry of a logbook to the books; return them."""
        time_h = 0.0
        for entry in logbook:
            assert entry.time_h >= time_h, entry
            time_h = entry.time_h
            note = getattr(self, f"_{entry.kind}", None)
            if note is not None:
                note(entry, **entry.facts)
            self._whole(entry)
        return self

    def _whole(self, entry):
        people = self.boats.get(entry.facts.get("case"))
        if people is not None:
            parts = (people.on_board, people.in_water, *people.aboard.values())
            assert min(parts) >= 0, entry
            assert people.counted() == people.left, entry
        assert self.carried[entry.subject] <= self.room.get(entry.subject, 0), entry

    def _boat_departed(self, entry, case, persons, **_):
        assert case not in self.boats, entry
        self.boats[case] = People(left=persons, on_board=persons)

    def _told(self, entry, case, persons, **_):
        people = self.boats[case]
        assert people.in_water == 0, entry
        assert people.on_board == persons, entry

    _boat_in_doubt = _distress_began = _boat_swamped = _lifejackets_given = _told

    def _people_in_water(self, entry, case, persons, **_):
        self._told(entry, case, persons)
        people = self.boats[case]
        people.on_board, people.in_water = 0, persons

    _boat_capsized = _people_in_water

    def _person_lost(self, entry, case, persons, person_hours, **_):
        assert person_hours >= 0.0, entry
        self.boats[case].in_water -= persons
        self.boats[case].lost += persons

    def _boat_landed(self, entry, case, persons, person_hours):
        people = self.boats[case]
        assert people.on_board + people.in_water == persons, entry
        assert person_hours >= 0.0, entry
        people.on_board = people.in_water = 0
        people.landed = persons

    def _persons_recovered(self, entry, case, persons, person_hours, aboard, waited_h):
        people = self.boats[case]
        assert min(persons, person_hours, waited_h) >= 0.0, entry
        from_water = min(persons, people.in_water)
        people.in_water -= from_water
        people.on_board -= persons - from_water
        people.aboard[entry.subject] += persons
        self.carried[entry.subject] += persons
        assert self.carried[entry.subject] == aboard, entry

    def _persons_disembarked(self, entry, persons, **_):
        assert self.carried[entry.subject] == persons, entry
        self.carried[entry.subject] = 0
        for people in self.boats.values():
            people.ashore += people.aboard.pop(entry.subject, 0)

    def _case_closed(self, entry, case, reason, safe, lost):
        if reason == "verified_false":
            assert case not in self.boats, entry
            return
        if case in self.boats:
            people = self.boats[case]
            assert (people.safe(), people.lost) == (safe, lost), entry
            still_out = people.on_board + people.in_water
            assert still_out == 0 or reason == "searched", entry

    def _message_received(self, entry, case, age_h, priority):
        self.read += 1
        assert age_h >= 0.0, entry

    def _unit_on_scene(self, entry, case, response_h):
        assert response_h >= 0.0, entry

    def _unit_tasked(self, entry, case, eta_h, centre):
        assert eta_h >= 0.0, entry

    def _boat_found(self, entry, case, pos, searched_h):
        assert 0.0 <= pos <= 1.0, entry
        assert searched_h >= 0.0, entry
