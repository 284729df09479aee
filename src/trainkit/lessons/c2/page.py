"""What the cells of C2 show of the trainee's own case, each with its words."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainkit.case.actors import Network
from trainkit.kernel.luck import Luck
from trainkit.lessons import page
from trainkit.lessons.c2 import curves, plan
from trainkit.lessons.c2.case import Situation
from trainkit.lessons.c2.figure import curves_figure, web_figure, web_words
from trainkit.lessons.c2.ring import NAMES, authored, network, shown, staff_of
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.c2.web import Web
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part
from trainkit.views.link_chart import LinkChart
from trainkit.views.money import in_page

_RUNS = 40


def web() -> None:
    """Show the small network as a figure and as words."""
    page.place(_web)


def _web(case: Situation) -> Part:
    return _drawn_web(case.web, "A small network")


def _drawn_web(web: Web, title: str) -> Part:
    def drawn() -> list[Any]:
        from ipywidgets import HTML, Box, Layout, VBox

        said = page.table("The same in words", ("actor", "tied to"), _tied(web)).shown()
        beside = Layout(flex_flow="row wrap")
        return [Box([HTML(in_page(web_figure(web, title))), VBox(list(said))], layout=beside)]

    return Part(web_words(web), drawn)


def fewer_ties() -> None:
    """Show the network as a team saw it that has missed two ties."""
    page.place(_fewer_ties)


def _fewer_ties(case: Situation) -> Part:
    return _drawn_web(case.missing.ties, "The first team's picture")


def fewer_actors() -> None:
    """Show the network as a team saw it that has missed an actor."""
    page.place(_fewer_actors)


def _fewer_actors(case: Situation) -> Part:
    return _drawn_web(case.missing.actor, "The second team's picture")


def _tied(web: Web) -> list[tuple[str, str]]:
    lines = web_words(web).splitlines()[1:]
    return [(line[0], line.split(" is tied to ")[1].rstrip(".")) for line in lines]


def claims() -> None:
    """Show the six claims."""
    page.place(_claims)


def _claims(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.claims, start=1)]
    return page.table("Six claims, made of pictures like yours", ("claim", "what is said"), rows)


def moments() -> None:
    """Show the eight moments."""
    page.place(_moments)


def _moments(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.moments, start=1)]
    return page.table("Eight moments of the weeks before the day", ("moment", "what is told"), rows)


def wearing_off() -> None:
    """Show the three curves as a table and as a figure."""
    page.place(_wearing_off)


def _wearing_off(case: Situation) -> Part:
    of = {f"plan {name}": list(case.curves.plan(name).values()) for name in curves.PLANS}
    return _with_figure(
        "Capacity in % of the initial one, days after the arrests; three plans of other teams",
        "How three plans wore off",
        of,
    )


def _with_figure(caption: str, title: str, of: Mapping[str, Any]) -> Part:
    head = ("plan", *(f"{day} days" for day in curves.DAYS))
    rows = [(name, *(f"{value:.0f}" for value in values)) for name, values in of.items()]
    found = page.table(caption, head, rows)

    def drawn() -> list[Any]:
        from ipywidgets import HTML

        made = curves_figure(title, found.words, curves.DAYS, of)
        return [HTML(in_page(made)), *found.shown()]

    return Part(found.words, drawn)


def staff() -> None:
    """Show what is known of the network, by kind of work, and what the plan may cost."""
    page.place(_staff)


def _staff(case: Situation) -> Part:
    head = ("those who", "posts, estimated", "known to Alder", _TOGETHER, "units for an arrest")
    rows = [
        (NAMES[one.kind], f"{one.posts}", f"{one.home}", f"{one.both}", f"{one.units}")
        for one in staff_of(case.network_seed)
    ]
    found = page.table("The network of two coasts, before the case is opened", head, rows)
    said = page.Part(_means(case))
    return Part(f"{found.words}\n\n{said.words}", lambda: (*found.shown(), *said.shown()))


_TOGETHER = "known to the two teams together"


def _means(case: Situation) -> str:
    spec = authored().parameters
    return (
        f"You have {spec.budget} units. Joining Borea's team takes {spec.cost_joint} of them and "
        f"{spec.joint_weeks} weeks; after that both pictures are one, and arrests can be made on "
        "both coasts. Alone you arrest in Alder only. One arrest in ten fails. At full capacity "
        "one harm event a week is to be expected, and about once in "
        f"{1 / spec.danger_per_week:.0f} weeks you learn that lives are in danger. Of the skippers "
        f"whom Alder knows and could arrest, {shown(case.network_seed)} show signs that they were "
        "forced to steer."
    )


def chart() -> None:
    """Show the link chart of what both teams know."""
    page.place(_chart)


def _chart(case: Situation) -> Part:
    made = _known_chart(case.network_seed)
    return Part(made.words, lambda: [made.widget()])


@lru_cache(maxsize=8)
def _known_chart(seed: int) -> LinkChart:
    whole = network(seed)
    known = frozenset().union(*(group for _, group in whole.seen))
    actors = tuple(actor for actor in whole.actors if actor.id in known)
    ties = tuple(tie for tie in whole.ties if tie.first in known and tie.second in known)
    return LinkChart(Network(actors, ties, whole.seen), title="What the two teams know")


def recovery() -> None:
    """Show how the trainee's own plan wore off, once it is committed."""
    page.place(_recovery, after="c2_plan")


def _recovery(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed("c2_plan") if session else None
    return worn(case, dict(record.value) if record else dict(PLAN))


def worn(case: Situation, own: Mapping[str, Any]) -> Part:
    """Return how a plan and the standing order wore off, in the trainee's visible luck."""
    of = {
        name: [100 * value for value in _played(case, told).capacity]
        for name, told in (("your plan", own), ("standing order", PLAN))
    }
    caption = f"Capacity in %, days after the first arrests; the mean of {_RUNS} runs"
    return _with_figure(caption, "How your plan wore off", of)


def _played(case: Situation, told: Mapping[str, Any]) -> plan.Outcome:
    return plan.outcome(case.network_seed, told, Luck(case.seed), _RUNS)
