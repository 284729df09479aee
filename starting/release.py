"""A release as a ZIP: every file of this version, so that nothing more than Python is needed."""

import argparse
import os
import shutil
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from starting.failure import SetupError
from starting.house import House

_MADE = {"build", "dist", "academy", "wheelhouse", "node_modules", "__pycache__"}
"""Folders of what is made here and not shipped."""
_DOTTED = {".ci", ".gitignore"}
"""What is shipped although its name begins with a dot."""


def shipped(house: House) -> tuple[Path, ...]:
    """Return the files of this version: what git tracks, or in an unpacked ZIP what is there."""
    git = shutil.which("git", path=house.environ.get("PATH"))
    if git and (house.root / ".git").exists():
        listed = house.run([git, "-C", str(house.root), "ls-files", "-z"], house.environ)
        if listed.code == 0:
            names = [name for name in listed.text.split("\0") if name]
            return tuple(path for name in names if (path := house.root / name).is_file())
    return tuple(sorted(_walked(house.root)))


def _walked(root: Path) -> Iterator[Path]:
    for folder, inner, files in os.walk(root):
        inner[:] = [name for name in inner if _is_shipped(name)]
        yield from (Path(folder) / name for name in files if _is_shipped(name))


def _is_shipped(name: str) -> bool:
    if name.startswith("."):
        return name in _DOTTED
    return name not in _MADE and not name.endswith((".egg-info", ".pyc"))


def release(house: House, arguments: Sequence[str]) -> int:
    """Write the ZIP of this version and say where; `--to FILE` names it."""
    name = f"trainkit-{_version(house.root)}"
    parser = argparse.ArgumentParser("start.py release-zip", description=__doc__)
    parser.add_argument("--to", type=Path, default=house.root / "dist" / f"{name}.zip")
    target: Path = parser.parse_args(arguments).to
    files = shipped(house)
    if not (house.root / ".git").exists():
        raise SetupError(
            "This folder is itself an unpacked release, or a copy without git, and its files may "
            "have been changed since. Make a release from a checkout with git."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    _pack(house.root, files, target, name)
    house.say(f"{len(files)} files are in {target}. Unpack it elsewhere and run start.py there.")
    return 0


def _version(root: Path) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _pack(root: Path, files: Sequence[Path], target: Path, name: str) -> None:
    """Pack the files with a fixed date, so that the same version gives the same ZIP."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            inside = f"{name}/{file.relative_to(root).as_posix()}"
            entry = zipfile.ZipInfo(inside, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            archive.writestr(entry, file.read_bytes())
