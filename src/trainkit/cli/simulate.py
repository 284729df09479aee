"""Commands that simulate: run, sweep, compare, and draw a case after its run."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.catalogue import Json, Name
from trainkit.cli.reports import show_findings, show_logbook, show_results
from trainkit.errors import TrainkitError

Seed = Annotated[int | None, typer.Option(help="Seed of 64 bits; the scenario's when left out.")]
Number = Annotated[int, typer.Option("--n", help="Replications.")]
Engine = Annotated[str, typer.Option(help="auto, simpy or compiled; the results are the same.")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", help="A value, as units.0.search_speed_kn=20; may be repeated."),
]

Policy = Annotated[
    str | None,
    typer.Option(help="A policy of the model, as describe lists them; it changes the second."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    for command in (run, sweep, compare, chart):
        app.command()(command)


def run(
    name: Name,
    sets: Sets = None,
    n: Number = 1,
    seed: Seed = None,
    engine: Engine = "auto",
    replication: Annotated[int, typer.Option(help="Which replication is shown.")] = 0,
    save: Annotated[Path | None, typer.Option(help="Write the logbook to this file.")] = None,
    json: Json = False,
) -> None:
    """Run a scenario: the metrics with intervals, and the end of one logbook.

    Example: trainkit run trainkit/two-agency-search --set units.0.search_speed_kn=20 --n 200
    """
    from trainkit import experiments

    scenario = _scenario(name, sets)
    results = experiments.replicate(scenario, n, seed=seed, engine=_engine(engine))
    book = experiments.run(scenario, seed=seed, replication=replication, engine=_engine(engine))
    if json:
        show_results({"scenario": name, "seed": results.seed, "n": n}, rows_of(results))
    else:
        show_logbook(book, replication)
        show_findings(name, results.seed, n, rows_of(results))
    if save:
        _save(book, save, scenario, results.seed, replication)


def rows_of(results: Any) -> list[dict[str, Any]]:
    """Return the metrics of results with their intervals, a row each."""
    from trainkit.experiments.results import row

    return [row(found, results.name) for found in results.findings()]


def _save(book: Any, path: Path, scenario: Any, seed: int, replication: int) -> None:
    from trainkit.kernel.chain import save

    header = {
        "scenario": scenario.name,
        "fingerprint": scenario.fingerprint,
        "seed": seed,
        "replication": replication,
    }
    save(book, path, header)


def _scenario(name: str, sets: list[str] | None) -> Any:
    from trainkit.scenarios import load

    scenario = load(name)
    return scenario.vary(dict(map(_setting, sets))) if sets else scenario


def _setting(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise TrainkitError(f"--set takes NAME=VALUE, such as speed_kn=20, not '{text}'.")
    return name.strip(), value_of(value.strip())


def value_of(text: str) -> Any:
    """Return the value that *text* writes as in a scenario file; a bare word is a text.

    Examples:
        >>> value_of("20.0"), value_of("true"), value_of("inverse_cube")
        (20.0, True, 'inverse_cube')
    """
    import tomllib

    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        return text


def _under(scenario: Any, policy: str | None) -> Any:
    from trainkit.scenarios import under

    return under(scenario, policy) if policy else scenario


def _engine(name: str) -> Any:
    return name


def sweep(
    name: Name,
    parameter: Annotated[str, typer.Argument(help="Dotted name of what varies.")],
    at: Annotated[str, typer.Argument(help="Its values, separated by commas.")],
    sets: Sets = None,
    n: Number = 200,
    seed: Seed = None,
    engine: Engine = "auto",
    out: Annotated[Path | None, typer.Option(help="Folder that keeps what is done.")] = None,
    json: Json = False,
) -> None:
    """Replicate at several values of one parameter, all in the same luck.

    Example: trainkit sweep trainkit/two-agency-search units.0.search_speed_kn 10,15,20 --out res
    """
    from trainkit import experiments

    scenario = _scenario(name, sets)
    values = value_of(f"[{at}]")
    values = values if isinstance(values, list) else [value_of(v.strip()) for v in at.split(",")]
    results = experiments.sweep(
        scenario, parameter, values, n, seed=seed, engine=_engine(engine), out=out
    )
    if json:
        show_results({"scenario": name, "seed": results.seed, "n": n}, rows_of(results))
    else:
        show_findings(name, results.seed, n, rows_of(results))


def compare(
    first: Name,
    second: Annotated[
        str | None, typer.Argument(help="The other scenario; the first when left out.")
    ] = None,
    sets: Sets = None,
    policy: Policy = None,
    n: Number = 200,
    seed: Seed = None,
    engine: Engine = "auto",
    json: Json = False,
) -> None:
    """Compare two scenarios in the same luck; --set and then --policy vary the second.

    A horizon, as --set horizon_h=17568, holds for both: what lasts longer has more of everything.

    Example: trainkit compare trainkit/joint-season --policy tasking --n 100
    """
    from trainkit import experiments

    if second is None and not sets and not policy:
        raise TrainkitError(
            "Compare what with what? Name a second scenario, or vary with --set or --policy."
        )
    other = _under(_scenario(second or first, sets), policy)
    one = _scenario(first, [text for text in sets or () if _setting(text)[0] == "horizon_h"])
    found = experiments.compare(one, other, n, seed=seed, engine=_engine(engine))
    varied = [*(sets or ()), *([f"policy {policy}"] if policy else ())]
    names = {"first": first, "second": " ".join([second or first, *varied])}
    if json:
        show_results({**names, "seed": found.seed, "n": n}, found.rows())
    else:
        show_findings(" and ".join(names.values()), found.seed, n, found.rows())


def chart(
    name: Name,
    out: Annotated[Path, typer.Option(help="Write the page to this file.")],
    sets: Sets = None,
    seed: Seed = None,
    replication: Annotated[int, typer.Option(help="Which replication is drawn.")] = 0,
    policy: Policy = None,
) -> None:
    """Draw a case after its run, as one page: what each team knows, the truth, and the money.

    Example: trainkit chart trainkit/two-teams-one-network --seed 3 --out case.html
    """
    from trainkit.cli.charting import write_chart

    scenario = _under(_scenario(name, sets), policy)
    write_chart(scenario, seed, replication, out)
