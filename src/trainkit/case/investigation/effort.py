"""Work: whoever acts waits for staff, and works."""

from trainkit.case.investigation.run import Run, Task, Waiting


def work(run: Run, task: Task, turn: int = 0) -> Waiting:
    """Wait for staff and do the work.

    Args:
        run: The run.
        task: What is done.
        turn: 0, or the number of the hearing where one task is heard many times.
    """
    spec = run.actions[task.action]
    work_h = run.wait_h("case work", task.number, spec.work_median_h, spec.work_sigma, turn)
    yield from task.team.desks[spec.staff].serve(run.elapsed_h(work_h), task.priority)
