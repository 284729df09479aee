"""The link chart of a case, written as a page."""

from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError

_DRAWN = "investigation"


def write_chart(scenario: Any, seed: int | None, replication: int, out: Path) -> None:
    """Run a case once and write its link chart.

    Raises:
        TrainkitError: the scenario is no case of two teams, or the file cannot be written.
    """
    from trainkit import experiments
    from trainkit.case.investigation.dossier import dossier
    from trainkit.case.investigation.following import follow
    from trainkit.kernel.luck import Luck
    from trainkit.views.case_chart import case_chart, suspected_in_vain
    from trainkit.views.case_money import CaseMoney
    from trainkit.views.link_page import page

    _require_case(scenario)
    chosen = scenario.seed if seed is None else seed
    book = experiments.run(scenario, seed=chosen, replication=replication)
    found = dossier(book, scenario.parameters, Luck(chosen, replication))
    chart = case_chart(found, f"{scenario.title}, seed {chosen}, run {replication}")
    money = CaseMoney(follow(book, scenario.parameters, scenario.horizon_h))
    _write(out, page(chart, suspected_in_vain(found), money.html))
    print(chart.says)
    print(money.says)
    print(f"The chart is in {out}. Open it in any browser; it needs no network.")


def _require_case(scenario: Any) -> None:
    if scenario.model.name != _DRAWN:
        raise TrainkitError(
            f"{scenario.name} is of the model '{scenario.model.name}', which has no link chart. "
            f"Draw a scenario of '{_DRAWN}', such as trainkit/two-teams-one-network."
        )


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise TrainkitError(
            f"The chart cannot be written to {out}: {error.strerror}. Choose a folder that there "
            "is and that you may write to."
        ) from error
