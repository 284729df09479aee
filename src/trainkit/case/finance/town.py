"""The people, companies and accounts of a ledger, drawn; who is what in the town's traffic."""

from trainkit.case.finance.entity import Account, Company, Directorship, Ownership, Person
from trainkit.case.finance.everyday import Town, units
from trainkit.case.finance.number import account_number
from trainkit.case.finance.size import LedgerSpec
from trainkit.kernel.luck import Luck

_SIDES = ("Alder", "Borea")
_TRADES = ("shop", "works", "carrier")
_OPENED_H = -365 * 24.0


def persons(spec: LedgerSpec, luck: Luck) -> tuple[Person, ...]:
    """Return the people, half in Alder and half in Borea by chance."""
    sides = units(luck, "side", spec.n_persons).tolist()
    return tuple(Person(f"person {at}", _SIDES[u < 0.5]) for at, u in enumerate(sides))


def companies(spec: LedgerSpec, luck: Luck) -> tuple[Company, ...]:
    """Return the companies; every third is a shop."""
    sides = units(luck, "company side", spec.n_companies).tolist()
    return tuple(
        Company(f"company {at}", _SIDES[u < 0.5], _TRADES[at % 3]) for at, u in enumerate(sides)
    )


def accounts(owners: list[Person | Company], luck: Luck) -> tuple[Account, ...]:
    """Return an account for each owner, at a bank of the owner's State."""
    names = ("serial", "shift", "opening")
    drawn = zip(*(units(luck, name, len(owners)).tolist() for name in names), strict=True)
    found = []
    for at, (one, (serial, shift, opening)) in enumerate(zip(owners, drawn, strict=True)):
        place = int(10**11 * serial) * 10**4 + at
        number = account_number(one.side, place, 1 + int(96 * shift))
        cents = 100 * (200 + int(3_000 * opening))
        found.append(Account(number, one.id, one.side, cents, _OPENED_H))
    return tuple(found)


def town(spec: LedgerSpec) -> Town:
    """Return who has which account: people first, then companies; one in sixteen lets homes."""
    firms = [spec.n_persons + at for at in range(spec.n_companies)]
    shops = firms[::3]
    employers = [place for place in firms if place not in shops]
    letting = [employers[0], *range(0, spec.n_persons, 16)]
    return Town(range(spec.n_persons), shops, employers, letting, spec.horizon_h)


def behind(
    people: tuple[Person, ...], firms: tuple[Company, ...], luck: Luck
) -> tuple[tuple[Ownership, ...], tuple[Directorship, ...]]:
    """Return who owns and who directs each company; here one person does both."""
    drawn = units(luck, "behind", len(firms)).tolist()
    pairs = [
        (people[int(len(people) * u)].id, firm.id) for u, firm in zip(drawn, firms, strict=True)
    ]
    return tuple(Ownership(*pair) for pair in pairs), tuple(Directorship(*pair) for pair in pairs)
