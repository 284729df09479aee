"""Where a side's signing key lies: made once, for its owner alone, and in no checkout."""

from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError, shown
from trainkit.kernel.keypair import key_in, public_part, settings_folder
from trainkit.kernel.secretfile import checkout_of

_PUBLIC = ".public"


@dataclass(frozen=True)
class SideKey:
    """The key of a side.

    Attributes:
        file: File of the private part.
        public_file: File of the public part, for the other side.
        public: The public part, in hexadecimal figures.
        is_new: Whether it was made just now.
    """

    file: Path
    public_file: Path
    public: str
    is_new: bool


def key_file(side: str, given: Path | None) -> Path:
    """Return where a side's key lies: the file that is given, or one in the user's settings.

    Raises:
        TrainkitError: it would lie in a checkout of git, or the name makes no file.
    """
    if given is None and not side.replace(" ", "").replace("-", "").isalnum():
        raise TrainkitError(f"{shown(side)} cannot name a key: use letters, as in Alder.")
    path = given or settings_folder() / "plan-keys" / f"{side}.signing"
    checkout = checkout_of(path)
    if checkout:
        raise TrainkitError(
            f"The key may not lie in {checkout}: that is a checkout of git, and a key that was "
            "committed once is known to all who fetch it. Name a file elsewhere."
        )
    if path.suffix == _PUBLIC:
        raise TrainkitError(
            f"{path} would be the public part, which is handed on. Name the key's own file, such "
            f"as {path.with_suffix('.signing')}."
        )
    return path


def made_key(side: str, given: Path | None) -> SideKey:
    """Return a side's key, made where there is none, and write its public part beside it.

    Raises:
        TrainkitError: it cannot be read or made; a file that is there is never written over.
    """
    file = key_file(side, given)
    is_new = not file.exists()
    public = public_part(key_in(file))
    beside = file.with_suffix(_PUBLIC)
    try:
        if not beside.exists():
            beside.write_text(public + "\n", encoding="ascii", newline="\n")
        told = beside.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise TrainkitError(f"The public key {beside} cannot be used: {error}.") from error
    if told == public:
        return SideKey(file, beside, public, is_new)
    raise TrainkitError(
        f"{beside} is there already and is not the public part of {file}. Move it away, then ask "
        "again: nothing was written over."
    )


def public_key(side: str, given: str) -> str:
    """Return a side's public key, in hexadecimal figures.

    Args:
        side: The side.
        given: The key itself or its file; that in the user's settings when empty.

    Raises:
        TrainkitError: there is no such file, or it cannot be read.
    """
    path = Path(given) if given else key_file(side, None).with_suffix(_PUBLIC)
    if given and not path.is_file():
        return given
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The public key of {side or 'a side'} cannot be read from {path}: {error}. `trainkit "
            "plan keygen NAME` makes one; the other side sends you its own."
        ) from error
