"""Account numbers that look like account numbers and can be nobody's.

A real international account number leaves the remainder 1 when it is divided by 97. Ours never do,
so that no drawn number can hit a real account; one that passes the test is refused. The letters of
the countries are those that are free for users (ISO 3166: XA to XZ), and are no State's.

Sources:
    ISO 13616-1 and ISO 7064 (MOD 97-10): the test. `reference/case.md`, last line: that ours fail.
"""

import re

from trainkit.errors import TrainkitError, nearest, shown

COUNTRIES = {"Alder": "XA", "Borea": "XB", "Cyra": "XC"}
"""Letters by State; none of them is a real country's."""

_DIGITS = 16
_FORM = re.compile(r"X[A-Z][0-9]{18}")
_ANY_FORM = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]+")


def remainder(number: str) -> int:
    """Return what is left of an account number when it is divided by 97; 1 where the test passes.

    Args:
        number: Two letters, two digits, then letters and digits; spaces do not count.

    Raises:
        TrainkitError: it has another form.

    Examples:
        >>> remainder("XA00 0000 0000 0000 0001")
        63
    """
    plain = number.replace(" ", "").upper() if isinstance(number, str) else ""
    if not _ANY_FORM.fullmatch(plain):
        raise TrainkitError(
            f"{shown(number)} is no account number: it is two letters, two digits, then letters "
            "and digits."
        )
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97


def account_number(side: str, serial: int, shift: int) -> str:
    """Return an account number that fails the test.

    Args:
        side: State of the bank.
        serial: Number of the account, 0 or more, at most 16 digits.
        shift: How far its two check digits lie from those that would pass, 1 to 96.

    Raises:
        TrainkitError: no such State, a serial of more digits, or a shift that could pass.
    """
    if side not in COUNTRIES:
        raise TrainkitError(
            f"No bank is in '{side}'.{nearest(str(side), COUNTRIES)} The States are "
            f"{', '.join(COUNTRIES)}."
        )
    whole = isinstance(serial, int) and isinstance(shift, int)
    if not whole or not 1 <= shift <= 96 or not 0 <= serial < 10**_DIGITS:
        raise TrainkitError(
            f"An account number has a serial of at most {_DIGITS} digits and a shift from 1 to 96, "
            f"not {serial} and {shift}: with any other shift it could be somebody's."
        )
    body = f"{serial:0{_DIGITS}d}"
    passing = 98 - remainder(f"{COUNTRIES[side]}00{body}")
    return f"{COUNTRIES[side]}{2 + (passing - 2 + shift) % 97:02d}{body}"


def require_nobodys(number: str) -> None:
    """Refuse an account number that could be somebody's, or that does not look like one.

    Raises:
        TrainkitError: it passes the test of real account numbers, or has another form.
    """
    if not isinstance(number, str) or not _FORM.fullmatch(number):
        raise TrainkitError(
            f"{shown(number)} is no account number of ours: these are XA, XB or another X with a "
            "letter, and eighteen digits. Take one from account_number."
        )
    if remainder(number) == 1:
        raise TrainkitError(
            "An account number passes the test of real ones (the remainder by 97 is 1), so it "
            "could be somebody's. Nothing real may stand in a ledger: take one from "
            "account_number, which always fails the test."
        )
