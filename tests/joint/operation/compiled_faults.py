"""Faults of the compiled engine alone: its waiting, its list of events, its stage."""

TWIN = {
    "an event at the horizon is let in": ("handlers", "now_h >= horizon_h", "now_h > horizon_h"),
    "what a plan that was given up waited for happens all the same": (
        "handlers",
        "if token == _token(run, what, who):",
        "if token >= 0:",
    ),
    "who acts does not wait on": (
        "handlers",
        "            _wait_on(run, what, who, now_h)\n",
        "",
    ),
    "who was told to wait anew is forgotten": (
        "handlers",
        "            _follow_up(run, now_h, what, who)\n",
        "",
    ),
    "nobody waits at hour 0": ("handlers", "    _follow_up(run, 0.0, -1, -1)\n", ""),
    "who is told first waits last": (
        "handlers",
        "run.anew[place]",
        "run.anew[state.queued - 1 - place]",
    ),
    "the last who is told is left out": (
        "handlers",
        "range(state.queued)",
        "range(state.queued - 1)",
    ),
    "the first who is told is left out": (
        "handlers",
        "range(state.queued)",
        "range(1, state.queued)",
    ),
    "who was told is told again at every moment": ("handlers", "    state.queued = 0\n", ""),
    "one who shares a number or a trade with who acts is left out": (
        "handlers",
        "note.what != what or note.who != who",
        "note.what != what and note.who != who",
    ),
    "an alert is heard again and again": (
        "handlers",
        "what not in (ALARM, MESSAGE)",
        "what != MESSAGE",
    ),
    "a message is read again and again": (
        "handlers",
        "what not in (ALARM, MESSAGE)",
        "what != ALARM",
    ),
    "waits are half as long": ("handlers", "now_h + time_h, what", "now_h + 0.5 * time_h, what"),
    "a boat never gives its plan up": (
        "handlers",
        "        run.boats[who].token = token\n",
        "        pass\n",
    ),
    "a case never gives its plan up": (
        "handlers",
        "        run.cases[who].token = token\n",
        "        pass\n",
    ),
    "events of one time in the wrong order": (
        "eventlist",
        "events.heap[one].order < events.heap[other].order",
        "events.heap[one].order > events.heap[other].order",
    ),
    "the later of two events comes first": (
        "eventlist",
        "child + 1 < last and _sooner",
        "child + 2 < last and _sooner",
    ),
    "a replication meets the luck of the one before": ("batch", "first + place)", "first)"),
    "units begin where the last replication left them": (
        "batch",
        "        run.units[number] = start.units[number]\n",
        "",
    ),
    "areas are those of the last replication's orders": (
        "batch",
        "        run.crafts[number] = start.crafts[number]\n",
        "",
    ),
    "sharing is that of the last replication's orders": (
        "batch",
        "    run.worlds[0] = start.worlds[0]\n",
        "",
    ),
    "ports are as full as the last replication left them": (
        "batch",
        "        run.ports[number] = start.ports[number]\n",
        "        pass\n",
    ),
    "desks are as busy as the last replication left them": (
        "batch",
        "run.desks[number].busy_until_h = 0.0",
        "pass",
    ),
    "the sea is as the last replication left it": (
        "batch",
        "    run.nows[0] = start.nows[0]\n",
        "",
    ),
    "the return is planned with the fastest sea": ("batch", "slowest=min(", "slowest=max("),
    "the last entry of each replication is lost": (
        "batch",
        "starts[place + 1] = begins + run.written",
        "starts[place + 1] = begins + run.written - 1",
    ),
    "who acts and is told too waits twice": (
        "handlers",
        "if note.what != what or note.who != who:",
        "if note.what >= 0:",
    ),
    "no order is given": ("batch", '        ("orders", tables.orders(spec), Order),\n', ""),
}
"""What is wrong: (module, as it is written, as the fault has it)."""
