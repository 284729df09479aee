"""The pages of a report as HTML: everything is escaped but what trusted code drew or cleaned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from trainkit.grading.cohort import figures, wording
from trainkit.grading.cohort.items import FEWEST
from trainkit.grading.cohort.portrait import Portrait
from trainkit.grading.cohort.stuck import RULE
from trainkit.grading.cohort.view import View
from trainkit.kernel.chain import STATEMENT
from trainkit.lessons.timing import BREAK_MIN
from trainkit.lessons.version import version
from trainkit.redlines import RULES

MARK = "trainkit report"
"""What says that a page is of ours and may be made anew."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of a cohort page; each is empty where there is nothing to draw."""

    marks: str
    outcomes: str
    items: str
    positions: str
    times: str


def cohort_page(view: View, links: Mapping[str, str], home: bool) -> str:
    """Return the page of a cohort in one notebook.

    Args:
        view: What it shows.
        links: File of each trainee's page.
        home: Whether there is a page of all notebooks to go back to.
    """
    return _page("cohort.html", view=view, links=links, home=home, pictures=_pictures(view))


def _pictures(view: View) -> Pictures:
    from markupsafe import Markup

    drawn = (
        figures.marks_picture(view.cohort),
        figures.outcomes_picture(view.outcomes),
        figures.items_picture(view.cohort, view.items),
        figures.positions_picture(view.spreads),
        figures.times_picture(view.durations),
    )
    return Pictures(*(Markup(one) for one in drawn))  # noqa: S704 - drawn by `pictures`


def overview_page(views: Sequence[View], pages: Mapping[str, str]) -> str:
    """Return the page of all notebooks.

    Args:
        views: One for each notebook.
        pages: File of each notebook's page, by its id.
    """
    return _page("overview.html", views=views, pages=pages)


def trainee_page(trainee: str, parts: Sequence[Portrait]) -> str:
    """Return the page of one trainee, with all notebooks of the report."""
    return _page("trainee.html", trainee=trainee, parts=[_marked(one) for one in parts])


def _marked(part: Portrait) -> Portrait:
    """Return a portrait whose cleaned texts are shown as the HTML that they are."""
    from markupsafe import Markup

    tasks = tuple(replace(one, text=Markup(one.text)) for one in part.tasks)  # noqa: S704
    return replace(part, tasks=tasks)


def _page(name: str, **content: Any) -> str:
    made = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    return str(_environment().get_template(name).render(made=made, **content))


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader

    found = Environment(
        loader=PackageLoader("trainkit.grading.cohort", ""),
        autoescape=True,
        finalize=wording.shown,
        trim_blocks=True,
    )
    for name in ("percent", "index", "number", "mark", "span", "tint", "counted"):
        found.filters[name] = getattr(wording, name)
    found.globals |= {
        "mark": MARK,
        "statement": STATEMENT,
        "version": version(),
        "rule": RULE,
        "rules": RULES,
        "fewest": FEWEST,
        "break_min": BREAK_MIN,
    }
    return found
