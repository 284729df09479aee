"""An overlay's paragraphs and tasks put into an authored text, and its changes told at Start.

It works on the cells of the authored text, before they are built: a task of an academy's own is
asked there like any other, and everything behind that is one path.
"""

from collections.abc import Sequence
from typing import Any

from trainkit.grading import cells
from trainkit.grading.authored import asked_task
from trainkit.grading.overlay.paragraphs import Inserts
from trainkit.grading.overlay.reading import Overlay
from trainkit.lessons.changes import followers, telling
from trainkit.lessons.declared import Own


def inserted(authored: Sequence[Any], overlay: Overlay) -> list[Any]:
    """Return the cells of an authored text with what an overlay puts between them."""
    found = [cells.markdown("top", overlay.inserts.top)] if overlay.inserts.top else []
    for cell in authored:
        task = asked_task(cell.source) if cell.cell_type == "code" else ""
        if task:
            found += _around(cell, task, overlay.inserts, overlay.changes.own)
        else:
            found.append(_starting(cell, overlay.lesson.id, overlay.told))
    return [*found, *([cells.markdown("end", overlay.inserts.end)] if overlay.inserts.end else [])]


def _around(cell: Any, task: str, inserts: Inserts, own: Sequence[Own]) -> list[Any]:
    """Return the cell of a task with paragraphs around it, and the tasks that follow it."""
    asks = {task: cell}
    asks |= {one.task.id: _asking(one.task.id) for one in followers(own, task)}
    found = []
    for name, ask in asks.items():
        before, after = inserts.before.get(name), inserts.after.get(name)
        found += [cells.markdown("before", before)] if before else []
        found.append(ask)
        found += [cells.markdown("after", after)] if after else []
    return found


def _asking(task: str) -> Any:
    return cells.code("asks", f'task("{task}")')


def _starting(cell: Any, notebook: str, told: str) -> Any:
    """Return a cell; the one that starts tells before what is changed."""
    if told and cell.cell_type == "code" and f'start("{notebook}")' in cell.source:
        cell.source = telling(notebook, told) + cell.source
    return cell
