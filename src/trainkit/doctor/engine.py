"""Which engine answers: the compiled one, or SimPy."""

from collections.abc import Mapping

from trainkit.doctor.finding import Finding
from trainkit.errors import TrainkitError


def engine(problem: str, warm: Mapping[str, bool]) -> Finding:
    """Return which engine answers.

    Args:
        problem: Why numba does not load; empty when it does.
        warm: For each model with a compiled engine, whether it is compiled.
    """
    if problem:
        advice = (
            "Nothing is lost but speed. A blocked library is a matter for who runs the machine."
        )
        return Finding("engine", "warn", f"SimPy answers: {problem}", advice)
    cold = sorted(model for model, ready in warm.items() if not ready)
    if cold:
        found = f"numba loads; {', '.join(cold)} not compiled yet, so SimPy answers"
        return Finding("engine", "warn", found, "Run `trainkit warmup` once.")
    return Finding("engine", "ok", f"numba loads; compiled: {', '.join(sorted(warm)) or 'none'}")


def numba_problem() -> str:
    """Return why numba does not load here; empty when it does."""
    try:
        import numba  # noqa: F401, whether it loads is the question
    except (ImportError, OSError, AttributeError) as error:
        return f"numba does not load ({' '.join(str(error).split())})"
    return ""


def warm_models() -> dict[str, bool]:
    """Return whether each installed model that has a compiled engine is compiled."""
    from trainkit.kernel.warmth import is_warm
    from trainkit.scenarios import load, names

    found = {}
    for name in names():
        try:
            model = load(name).model
        except TrainkitError:
            continue  # `trainkit list` reports it
        if model.twin:
            found[model.name] = is_warm(model.name)
    return found
