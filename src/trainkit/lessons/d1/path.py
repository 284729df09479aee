"""The way of a sum through five accounts, among payments that have nothing to do with it.

Everybody has the same parts: a sum that is split over three accounts, gathered, and passed on; and
six payments beside it, each of a kind that is easily taken for a part. The numbers and the letters
differ. An account on the way keeps at most six in a hundred of what it got, and passes on the rest
within three days.
"""

from dataclasses import dataclass, replace

from trainkit.case.finance.entity import Payment
from trainkit.case.finance.number import account_number
from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import shuffled, whole

LETTERS = tuple("ABCDEFGHI")
N_PAYMENTS = 13
_DAY_H = 24.0


@dataclass(frozen=True)
class Way:
    """Payments of ten days, of which some are one sum on its way.

    Attributes:
        payments: All payments, by their hours; numbered from 1.
        names: What the reader calls each account, by its number.
        first: Letter of the account that the sum came to.
        came: The sum, in crowns.
        came_h: Hour at which it came.
    """

    payments: tuple[Payment, ...]
    names: tuple[tuple[str, str], ...]
    first: str
    came: int
    came_h: float

    @property
    def by_number(self) -> dict[str, str]:
        """The letters of the accounts by their numbers."""
        return dict(self.names)

    def letter(self, number: str) -> str:
        """Return the letter of an account."""
        return self.by_number[number].removeprefix("account ")


def draw_way(luck: Luck) -> Way:
    """Return the ten days of a trainee."""
    numbers = _numbers(luck)
    drawn = _Drawing(luck, numbers)
    rising = sorted((*drawn.sum(), *drawn.beside()), key=lambda one: one.at_h)
    payments = tuple(replace(one, id=place) for place, one in enumerate(rising, start=1))
    letters = shuffled(luck, "letters", LETTERS)
    pairs = sorted((f"account {letter}", one) for letter, one in zip(letters, numbers, strict=True))
    names = tuple((one, name) for name, one in pairs)
    return Way(payments, names, letters[0], drawn.came, 1.5 * _DAY_H)


def _numbers(luck: Luck) -> tuple[str, ...]:
    """Return nine account numbers that are nobody's."""
    return tuple(
        account_number(
            ("Alder", "Borea")[at % 2],
            whole(luck, "serial", 10**14, 10**15 - 1, at),
            whole(luck, "shift", 1, 96, at),
        )
        for at in range(len(LETTERS))
    )


@dataclass(frozen=True)
class _Drawing:
    """Accounts 0 to 5 are the way: 0 splits over 1, 2 and 3, these pay 4, and 4 pays 5."""

    luck: Luck
    numbers: tuple[str, ...]

    @property
    def came(self) -> int:
        return 50 * whole(self.luck, "sum that came", 190, 320)

    def _kept(self, crowns: int, at: int) -> int:
        """Return what an account passes on of what it got."""
        return round(crowns * (1.0 - whole(self.luck, "kept", 15, 50, at) / 1_000))

    def _parts(self) -> tuple[int, int, int]:
        passed = self._kept(self.came, 0)
        first = round(passed * whole(self.luck, "part", 28, 36) / 100)
        second = round(passed * whole(self.luck, "part", 28, 36, 1) / 100)
        return first, second, passed - first - second

    def _pay(self, payer: int, paid: int, at_h: float, crowns: int) -> Payment:
        left_h = at_h + whole(self.luck, f"minutes {payer} {paid} {at_h:.0f}", 0, 300) / 60
        numbers = self.numbers[payer], self.numbers[paid]
        return Payment(0, round(left_h, 2), round(left_h + 2.0, 2), *numbers, 100 * crowns)

    def sum(self) -> list[Payment]:
        parts = self._parts()
        on = [self._kept(part, at) for at, part in enumerate(parts, start=1)]
        split = [self._pay(0, at + 1, 44.0 + 7 * at, part) for at, part in enumerate(parts)]
        gathered = [self._pay(at + 1, 4, 84.0 + 9 * at, part) for at, part in enumerate(on)]
        return [*split, *gathered, self._pay(4, 5, 130.0, self._kept(sum(on), 4))]

    def beside(self) -> list[Payment]:
        """Return what is no part: too early, a wage, a rent, strangers, a like sum, spending."""
        parts = self._parts()
        return [
            self._pay(1, 6, 20.0, parts[0] - whole(self.luck, "early", 40, 160)),
            self._pay(7, 2, 70.0, whole(self.luck, "wage", 1_600, 2_300)),
            self._pay(3, 8, 76.0, 10 * whole(self.luck, "rent", 48, 79)),
            self._pay(6, 7, 60.0, parts[1] + whole(self.luck, "like", 30, 120)),
            self._pay(8, 4, 110.0, parts[2] - whole(self.luck, "other", 20, 90)),
            self._pay(5, 6, 190.0, whole(self.luck, "spent", 60, 340)),
        ]
