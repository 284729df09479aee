"""The checks that are no tests: lint, format, types, layers, spelling."""

from starting.house import House
from starting.process import shown
from starting.release import shipped

_LAYERS = "from importlinter.cli import lint_imports_command as check; check()"


def check(house: House) -> int:
    """Run every check, in view, and return 1 if any of them found something."""
    failed = []
    for name, words in _checks(house).items():
        house.say(f"Checking {name}.")
        if shown([str(house.python), *words], house.inside, house.root) != 0:
            failed.append(name)
    house.say(f"To be mended: {', '.join(failed)}." if failed else "All checks pass.")
    return 1 if failed else 0


def _checks(house: House) -> dict[str, tuple[str, ...]]:
    """Return what Python is called with for each check; modules, as some machines block scripts."""
    top = sorted({path.relative_to(house.root).parts[0] for path in shipped(house)})
    return {
        "lint": ("-m", "ruff", "check", "."),
        "format": ("-m", "ruff", "format", "--check", "."),
        "types": ("-m", "mypy"),
        "layers": ("-c", _LAYERS),
        "spelling": ("-m", "codespell_lib", *top),
    }
