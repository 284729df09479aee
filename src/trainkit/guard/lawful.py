"""Nobody is picked by what they are: protected characteristics and what stands in for them.

A word is looked for in the name of a feature, a filter or an item of evidence. Some words name a
characteristic. Some name nothing else but stand in for one, such as a surname. Some do so only of
a person: a church is a landmark for a lookout, and the origin of funds is a lawful question.

Sources:
    FRA (2018). *Preventing unlawful profiling today and in the future: a guide*, on proxies.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from trainkit.errors import TrainkitError, shown

PROTECTED = frozenset(
    re.findall(
        r"\w+",
        "accent age ages birthplace bisexual caste citizenship citizenships complexion disability "
        "disabled ethnic ethnicities ethnicity faith female gay gender genders genetic headscarf "
        "homosexual language languages lesbian male nationalities nationality pregnancy pregnant "
        "race races racial religion religions religious sex sexes sexual sexuality skin skincolor "
        "skincolour transgender tribe tribes woman women "
        "cinsiyet cittadinanza etnia etnik irk mezhep milliyet nazionalita razza religione sesso "
        "uyruk",
    )
)
"""Words that a parameter or feature may not be named by; some are Italian or Turkish."""

PROXIES = frozenset(
    re.findall(
        r"\w+",
        "alevi arab arabic believer burqa christian clan congregation dialect diaspora fasting "
        "foreigner forename ghetto halal hijab hindu hometown homeland imam immigrant islamic jew "
        "jewish kippah koran kosher kurd kurdish madrasa muslim niqab patronymic pilgrimage pray "
        "prayer quran ramadan shia sikh sunni surname turban cognome soyad soyadi soyisim",
    )
)
"""Words that stand in for origin or faith and name nothing else; refused as these are."""

PROTECTION = frozenset(
    re.findall(
        r"\w+",
        "age ages dialect disability fasting halal kosher language languages pray prayer pregnancy "
        "pregnant",
    )
)
"""Of these, words that may be used to protect: a child, a patient, who needs an interpreter, a meal
or a quiet room."""

PROXIES_OF_A_PERSON = frozenset(
    re.findall(
        r"\w+", "beard born church descent mosque origin postcode synagogue temple veil worship zip"
    )
)
"""Words that stand in for them where somebody is weighed, as with the purpose ``suspicion``."""

_SOMEBODY = (
    r"(?:actor|client|crew|customer|driver|family|father|holder|migrant|mother|owner|passenger"
    r"|payee|payer|person|sender|suspect|travell?er)(?:'s|s)?"
)
_PHRASES = re.compile(
    r"(?:country|place|region|state)[ _-]?(?:of[ _-]?)?(?:birth|origin)"
    r"|birth[ _-]?(?:country|region|state|town)|foreign[ _-](?:born|nationals?|sounding)"
    r"|(?:mother|native)[ _-]?tongue|home[ _-](?:country|region|town)"
    r"|passport[ _-](?:country|state)|(?<![a-z])name[ _-](?:origin|sound)"
    r"|(?:(?:family|first|given|last|maiden)[ _-]?|sur[ _-])names?(?![a-z])"
    r"|(?:church|mosque|synagogue|temple)[ _-](?:attend|goer|member|visit)"
    r"|(?:traditional|foreign)[ _-](?:clothing|dress)(?![a-z])|dress[ _-]style"
    r"|(?:national|social)[ _-](?:origin|minorit)|political[ _-](?:belief|opinion|view)"
    r"|union[ _-]member|trade[ _-]union(?![ _-]member)"
    rf"|(?<![a-z]){_SOMEBODY}[ _-](?:{'|'.join(sorted(PROXIES_OF_A_PERSON))})(?![a-z])"
    rf"|(?<![a-z])(?:origin|descent)[ _-]of[ _-](?:an?[ _-]|the[ _-])?{_SOMEBODY}(?![a-z])"
)
_AGE = re.compile(
    r"(?:date|day|year)s?[ _-]of[ _-]birth|birth[ _-]?(?:date|day|year)|(?<![a-z])dob(?![a-z])"
)
_OF_THINGS = re.compile(
    r"(?<![a-z])(?:origin|source)s?[ _-]of[ _-](?:the[ _-])?"
    r"(?:assets?|call|cash|funds?|goods|means|money|payments?|voyage|wealth)(?![a-z])"
    r"|(?<![a-z])(?:assets?|call|cash|funds?|goods|money|payments?)[ _-]origins?(?![a-z])"
)
_LOOKS_ALONE = re.compile(rf"(?:{_SOMEBODY}[ ._-])?(appearance|clothing|dress|hair|looks|names?)")
_CALLS_HOME = re.compile(
    r"(?:calling|country|dial(?:l?ing)?|(?:tele)?phone|postal)[ _-](?:code|prefix)"
    r"|(?:caller|imei|remittance|sim)[ _-]country|(?:area|district|place)[ _-]of[ _-]residence"
)
_DOTLESS = str.maketrans("\u0131", "i")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def require_lawful_features(
    features: Iterable[str], where: str, purpose: str = "enforcement"
) -> None:
    """Refuse features, filters and parameters that are named by a characteristic or its proxy.

    Args:
        features: Names, dotted or in words; one text is one name.
        where: Rule or file, for the message.
        purpose: With ``protection``, the words of `PROTECTION` may be used, to protect. With
            ``suspicion``, where somebody is weighed, words are refused too that stand in for
            origin or faith only of a person, such as a church. With ``identity``, a date of birth
            may tell one named person from another.

    Raises:
        TrainkitError: the first that is not lawful; it is named (red line R3). Or one is no text.
    """
    if not isinstance(features, Iterable):
        features = (features,)
    for feature in (features,) if isinstance(features, str) else features:
        _require_text(feature, where)
        protected, proxy = _found(feature, purpose)
        if protected:
            raise TrainkitError(
                f"{where}: '{feature}' uses the protected characteristic '{protected}'. Nobody is "
                "picked by what they are: use what was seen or done, or the purpose 'protection'."
            )
        if proxy:
            raise TrainkitError(
                f"{where}: '{feature}' rests on '{proxy}', which stands in for origin or faith. "
                "Nobody is picked by what they are: use what was seen or done."
            )


def _require_text(feature: object, where: str) -> None:
    if not isinstance(feature, str):
        raise TrainkitError(
            f"{where}: {shown(feature)} is no name of a feature. Name each by a text, so that it "
            "can be seen what is used."
        )


@lru_cache(maxsize=4096)
def _found(feature: str, purpose: str) -> tuple[str, str]:
    """Return the characteristic and the proxy that a feature is named by; empty where none is."""
    plain = _OF_THINGS.sub("", _plain(feature))
    spared = PROTECTION if purpose == "protection" else frozenset[str]()
    words = _words(plain)
    phrase, proxies = _PHRASES.search(plain), PROXIES - spared
    if purpose == "suspicion":
        phrase = phrase or _LOOKS_ALONE.fullmatch(plain) or _CALLS_HOME.search(plain)
        proxies = PROXIES | PROXIES_OF_A_PERSON
    proxy = phrase.group() if phrase else min(proxies & words, default="")
    age = None if purpose in ("protection", "identity") else _AGE.search(plain)
    return min((PROTECTED - spared) & words, default=age.group() if age else ""), proxy


def _plain(feature: str) -> str:
    """Return a name in small letters without accents, parted where it is written in camels."""
    spelt = unicodedata.normalize("NFKD", _CAMEL.sub("_", feature))
    seen = "".join(sign for sign in spelt if unicodedata.category(sign) not in {"Mn", "Cf"})
    return seen.lower().translate(_DOTLESS)


def _words(plain: str) -> set[str]:
    """Return the words of a name, also in the singular; the age of a thing is no person's age."""
    words = set(re.split(r"[^a-z]+", plain))
    words |= {word.removesuffix("s") for word in words}
    return words - {"age"} if {"h", "min"} & words else words
