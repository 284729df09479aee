"""What the page of a cohort shows, computed once."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.grading.cohort.competence import Outcome, outcomes
from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.grading.cohort.glance import Glance, glance
from trainkit.grading.cohort.hints import Hints, hints
from trainkit.grading.cohort.items import Alpha, Item, alpha, items
from trainkit.grading.cohort.positions import Spread, spreads
from trainkit.grading.cohort.stuck import stuck
from trainkit.grading.cohort.summary import Summary, summary
from trainkit.grading.cohort.timing import Duration, durations


@dataclass(frozen=True)
class View:
    """A cohort in one notebook, as pages show it.

    Attributes:
        cohort: The cohort.
        summary: How many of what.
        glance: What should be seen first.
        stuck: Facts about those who may need help, by trainee.
        items: The tasks as items of a test.
        alpha: Cronbach's alpha.
        outcomes: Competence by learning outcome.
        spreads: Decisions beside the standing order and the reference.
        durations: Time on task.
        hints: Hints taken.
    """

    cohort: Cohort
    summary: Summary
    glance: Glance
    stuck: Mapping[str, list[str]]
    items: list[Item]
    alpha: Alpha
    outcomes: list[Outcome]
    spreads: list[Spread]
    durations: list[Duration]
    hints: list[Hints]

    @property
    def codes(self) -> list[str]:
        """Codes of the learning outcomes, marked as columns of numbers."""
        return [f"#{one.code}" for one in self.outcomes]

    @property
    def titles(self) -> dict[str, str]:
        """Titles of the tasks by id."""
        return {task.id: task.title for task in self.cohort.lesson.tasks}

    @property
    def missing(self) -> list[str]:
        """Who has not handed in."""
        return [one.trainee for one in self.cohort.members if one.row.state == "missing"]

    @property
    def lined(self) -> list[Member]:
        """Members with red lines, lifted ones too."""
        return [one for one in self.cohort.members if one.row.lines]

    @property
    def noted(self) -> list[Member]:
        """Members with notes for the instructor."""
        return [one for one in self.cohort.members if one.row.notes]

    @property
    def most(self) -> dict[str, float]:
        """Points of each task, as the gradebook has them."""
        first = next(iter(self.cohort.scored), None)
        tasks = self.cohort.lesson.tasks
        return {task.id: first.out_of(task) if first else float(task.points) for task in tasks}


def view(cohort: Cohort) -> View:
    """Return what the page of a cohort shows."""
    facts, found, each = stuck(cohort), outcomes(cohort), items(cohort)
    counted = summary(cohort, facts)
    return View(
        cohort=cohort,
        summary=counted,
        glance=glance(cohort, counted, found, each),
        stuck=facts,
        items=each,
        alpha=alpha(cohort.points),
        outcomes=found,
        spreads=spreads(cohort),
        durations=durations(cohort),
        hints=hints(cohort),
    )
