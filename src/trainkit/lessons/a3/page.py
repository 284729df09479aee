"""What the cells of A3 show of the trainee's own case, each with its words."""

from collections.abc import Sequence

from trainkit.lessons import page
from trainkit.lessons.a3.case import File, Situation, told
from trainkit.lessons.a3.periods import LETTERS
from trainkit.lessons.page import Part


def closed() -> None:
    """Show files 1 to 6."""
    page.place(lambda case: _files("Files 1 to 6: closed, and proved", case.closed))


def files() -> None:
    """Show files 7 to 20."""
    page.place(lambda case: _files("Files 7 to 20: open, as they read today", case.files))


def _files(caption: str, shown: Sequence[File]) -> Part:
    rows = [(str(file.number), file.told) for file in shown]
    return page.table(caption, ("file", "what is told"), rows)


def papers() -> None:
    """Show the six papers, each with the file of its person."""
    page.place(_papers)


def _papers(case: Situation) -> Part:
    rows = [
        (str(number), paper.told, paper.file.told)
        for number, paper in enumerate(case.papers, start=1)
    ]
    return page.table("Six papers", ("paper", "what it wants", "the file of the person"), rows)


def periods() -> None:
    """Show the four periods, the two counts and the three cases."""
    page.place(_periods)


def _periods(case: Situation) -> Part:
    shown = case.periods
    asked = [(f"period {n}", one.told) for n, one in enumerate(shown.asked, start=1)]
    counts = [(f"count {n}", one.told) for n, one in enumerate(shown.counts, start=1)]
    cases = zip(LETTERS, shown.proofs, strict=True)
    proofs = [(f"case {letter}", f"It rests on {one.told}.") for letter, one in cases]
    rows = [*asked, *counts, *proofs]
    return page.table("Days of reflection", ("what", "what is told"), rows)


def noted() -> None:
    """Show the file of which the referral note is asked."""
    page.place(lambda case: Part(told(case)))
