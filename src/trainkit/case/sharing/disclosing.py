"""What happens when data leave the desk: the record, the disclosure, the need that is answered."""

from trainkit.case.sharing.run import Need, Run, Waiting


def disclose(run: Run, need: Need, sent: tuple[str, ...], *, named: bool, oral: bool) -> None:
    """Let fields go, with their record before them where the desk makes it then.

    Args:
        run: The run.
        need: What they answer.
        sent: Names of the fields.
        named: Whether the request named its basis.
        oral: Whether they are told by word of mouth.
    """
    before = run.spec.records == "before"
    if before:
        run.write("record_made", need, late=0.0)
    else:
        run.unrecorded.append((need, run.env.now))
    run.write(
        "personal_data_disclosed",
        need,
        basis="named" if named else "none",
        entitled=float(need.sort.entitled),
        fitting=float(need.sort.lawful),
        recorded=float(before),
        oral=float(oral),
        sent=len(sent),
        needed_sent=len(set(sent) & set(need.sort.needed)),
    )
    _answer(run, need)


def _answer(run: Run, need: Need) -> None:
    need.answered = True
    age_h, sort = run.env.now - need.arose_h, need.sort.spec
    in_time = float(age_h <= sort.deadline_h)
    run.write("need_answered", need, urgency=sort.urgency, age_h=age_h, in_time=in_time)


def late_records(run: Run) -> Waiting:
    """Make the records of the watch when it is over, and of what goes out after it hour by hour."""
    yield run.env.timeout(run.spec.watch_h)
    while True:
        for need, told_h in run.unrecorded:
            run.write("record_made", need, late=1.0)
            if run.spec.records == "back_dated":
                run.write("record_back_dated", need, by_h=run.env.now - told_h)
        run.unrecorded.clear()
        yield run.env.timeout(1.0)
