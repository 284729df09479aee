"""Four officers who play E3 with what the notebook shows: tables, texts, a clock.

None of them knows the reference, the model or the hidden nights.
"""

PLACES = [f"place_{number}" for number in range(1, 9)]
READ = {
    "danger": "rescue",
    "own": "board_own",
    "unasked": "ask",
    "no_yes": "watch",
    "granted": "board_flag",
    "unchecked": "verify",
    "checked": "board_stateless",
    "grounds": "leave",
    "joint_in": "board_joint",
    "joint_out": "not_joint",
}
"""What an attentive reader of each kind of text orders."""


def _gates(case, **instead):
    return {
        f"vessel_{number}": instead.get(vessel.kind, READ[vessel.kind])
        for number, vessel in enumerate(case.vessels, start=1)
    }


def _order(*acts):
    return dict(zip(PLACES, [*acts, *["nothing"] * (8 - len(acts))], strict=True))


def _force(case, **instead):
    return {
        f"moment_{number}": instead.get(moment.calls_for, moment.calls_for)
        for number, moment in enumerate(case.moments, start=1)
    }


def _record(case, **instead):
    """Read the log with a pencil: the odd use, the clock, the deadline."""
    log, limit_h = case.log, case.plan.report_within_h
    odd = {
        "let go": "necessity",
        "stays silent": "proportionality",
        "has spoken to him": "warning",
        "at the rail": "precaution",
    }
    place, sign = next(
        (at, sign)
        for at, text in enumerate(log.told)
        for sign in odd
        if sign in " ".join(text.split())
    )
    late = next(
        f"F{at}"
        for at, use in enumerate(log.uses, start=1)
        if use.reported_h is not None and use.reported_h - use.time_h > limit_h
    )
    read = {
        "breach": f"F{place + 1}",
        "requirement": odd[sign],
        "warned_min": round(60 * (log.uses[1].time_h - log.warned_h)),
        "due_h": round(log.uses[4].time_h + limit_h, 2),
        "late": late,
    }
    return {**read, **instead}


def strong(case, _luck):
    """Goes through the gates in order, jackets first, near enough to see, and reads to the end."""
    return {
        "e3_gates": _gates(case),
        "e3_order": _order(
            "report", "jackets", "take_off", "triage", "observe", "ask", "question", "board"
        ),
        "e3_wait": {"ask": "now", "keep_nm": 1.5, "cue": "sign", "silence": "keep_watch"},
        "e3_force": _force(case),
        "e3_record": _record(case),
    }


def competent(case, _luck):
    """Misses what was not checked; reports late; goes when the boat fails; counts from the end."""
    limit_h = case.plan.report_within_h
    return {
        "e3_gates": _gates(case, unchecked="board_stateless", grounds="ask", joint_in="board_own"),
        "e3_order": _order(
            "jackets", "take_off", "report", "triage", "observe", "question", "ask", "board"
        ),
        "e3_wait": {"ask": "after", "keep_nm": 3.0, "cue": "distress", "silence": "keep_watch"},
        "e3_force": _force(case, restraint="hands", none="voice"),
        "e3_record": _record(case, due_h=round(case.log.uses[4].time_h + 0.5 + limit_h, 2)),
    }


def novice(case, _luck):
    """Rescues whom it sees in danger, boards whom it suspects, and waits for a call."""
    return {
        "e3_gates": _gates(
            case,
            unasked="board_flag",
            no_yes="board_flag",
            unchecked="board_stateless",
            grounds="ask",
            joint_in="board_own",
            joint_out="ask",
        ),
        "e3_order": _order("take_off", "triage", "jackets", "board", "question", "report"),
        "e3_wait": {"ask": "now", "keep_nm": 4.5, "cue": "call", "silence": "board"},
        "e3_force": _force(case, hold="hands", none="voice", restraint="hands"),
        "e3_record": _record(
            case, requirement="necessity", due_h=round(case.log.uses[4].time_h, 2), late="F1"
        ),
    }


def careless(case, _luck):
    """Boards first and asks later: for traces, jointly, whatever the plan says."""
    return {
        "e3_gates": _gates(
            case, danger="board_stateless", joint_out="board_joint", no_yes="board_flag"
        ),
        "e3_order": _order("board", "question", "observe", "take_off", "report", "triage"),
        "e3_wait": {"ask": "never", "keep_nm": 10.0, "cue": "call", "silence": "leave"},
        "e3_force": _force(case, hold="restraint", none="hands", voice="hands"),
        "e3_record": _record(case, breach="F1", requirement="necessity", late="F1", due_h=24.0),
    }
