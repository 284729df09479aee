"""What each rule rests on, by its id in the fact sheet of law and protection.

The sheet is teaching material; no lawyer of either State has signed it yet, and texts say so.
"""

from collections.abc import Mapping

from trainkit.errors import TrainkitError, nearest

SOURCES: Mapping[str, str] = {
    "L0.4": "The paper makes no police or judicial power: every act needs a basis of its own.",
    "L0.6": "The paper does not name rescue; the duties of rescue come from elsewhere and prevail.",
    "L1.2": "The duty to help binds also a State that is no party to UNCLOS (SOLAS, SAR, custom).",
    "L1.3": "SOLAS V/33: proceed with all speed, on information from any source, whoever they are.",
    "L1.4": "SAR Convention, annex 2.1.10: help any person, whatever nationality or status.",
    "L1.5": "MSC.167(78): screening must not delay rescue or disembarkation.",
    "L1.8": (
        "Smuggling Protocol, Arts 8 and 9: a foreign flag's authorisation; danger to life and "
        "agreements aside; ships without nationality; safety first; warships or marked vessels."
    ),
    "L1.9": "UNCLOS Art 110 and custom: smuggling is no ground to visit; being stateless is one.",
    "L1.13": "ICCPR Art 12(2): everyone may leave any country; leaving as such is no ground.",
    "L1.14": "ECHR Art 2, Alkhatib v Greece: necessity, proportionality, warning, planning.",
    "L2.3": "Smuggling Protocol, Arts 5 and 6.4: nobody is liable for having been smuggled.",
    "L2.8": "CETS 197, Arts 10 and 26: identification by trained staff; non-punishment of victims.",
    "L3.4": "ECHR Arts 1, 2, 3, 13: life and no ill-treatment, also at sea under control.",
    "L6.2": "A financial police of the sea polices; it does not coordinate search and rescue.",
    "P15": "Both sides determine scope, target, rules of engagement, duration and execution area.",
}
"""By id, in our own words."""


def cited(*ids: str) -> tuple[str, ...]:
    """Return *ids*, known to the fact sheet.

    Raises:
        TrainkitError: one of them is not: an error of ours.
    """
    for one in ids:
        if one not in SOURCES:
            raise TrainkitError(f"The fact sheet has no row '{one}'.{nearest(one, SOURCES)}")
    return ids
