"""Land of a scenario, against which a plan's area is held where it is given."""

import tomllib
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.guard import require_synthetic
from trainkit.joint.plan import form
from trainkit.joint.plan.area import Corners, named, require_apart
from trainkit.joint.plan.plan import Plan

_FORM: form.Form = {
    "synthetic": lambda _value, _where: None,
    "land": form.rows({"name": form.words, "corners_nm": form.rows(form.place, least=3)}, least=1),
}


def land_in(path: Path) -> dict[str, Corners]:
    """Return the corners of each land in a file, in nautical miles, by name.

    Raises:
        TrainkitError: it cannot be read, or is not in its form.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The land in {path} cannot be read: {error}. It is TOML with [[land]] tables, each "
            "with a name and corners_nm."
        ) from error
    require_synthetic(found, path.name)
    form.require(found, _FORM, path.name)
    return named(found["land"])


def require_at_sea(plan: Plan, land: dict[str, Corners]) -> None:
    """Refuse a plan whose area lies on land.

    Raises:
        TrainkitError: it overlaps one; it says by how much.
    """
    require_apart(plan.content["area"]["corners_nm"], land, f"{plan.where}.area", "the land")
