"""Faults in the moments, which both engines share: theory and conservation find them."""

SHARED = {
    "the farthest unit is sent": (
        "choice",
        "if worth < best:",
        "if found == NOBODY or worth > best:",
        "test_nearest",
    ),
    "a centre sends the other States' units": (
        "choice",
        "if craft.state == centre:",
        "if craft.state != centre:",
        "test_coordinator",
    ),
    "who waits longest goes before distress": (
        "dispatch",
        "for phase in range(2, -1, -1):",
        "for phase in range(3):",
        "test_dispatch",
    ),
    "a phase may fall": (
        "desk",
        "if phase <= case.phase:",
        "if phase == case.phase:",
        "test_coordinator",
    ),
    "a search finds as a random one": (
        "effort",
        "if 1.0 - (1.0 + middle) * math.exp(-middle) < chance:",
        "if 1.0 - math.exp(-middle) < chance:",
        "test_search",
    ),
    "effort on a growing datum has the wrong sign": (
        "effort",
        "(math.atan(d * t2 / e) - math.atan(d * t1 / e))",
        "(math.atan(d * t2 / e) + math.atan(d * t1 / e))",
        "test_search",
    ),
    "a boat drifts against the wind": (
        "course",
        "world.current_vx_kn + down_kn",
        "world.current_vx_kn - down_kn",
        "test_coordinator",
    ),
    "a lifejacket shortens life": (
        "survival",
        "life_h * world.lifejacket_factor",
        "life_h / world.lifejacket_factor",
        "test_people",
    ),
    "boats leave when the season says that they stay": (
        "departure",
        ">= chance:",
        "< chance:",
        "test_departures",
    ),
    "the sea betters when it should worsen": (
        "weather",
        "return int(state.sea + 1) if worse",
        "return int(state.sea + 1) if not worse",
        "test_weather",
    ),
    "after the first day it stays dark": (
        "weather",
        "state.day = 1 - state.day",
        "state.day = 0",
        "test_weather",
    ),
    "half the definite range": (
        "patrol",
        "dvy_kn, 2.0 * near_nm)",
        "dvy_kn, near_nm)",
        "test_patrol",
    ),
    "who comes aboard stays on the boat too": (
        "recovery",
        "            boat.aboard -= 1\n",
        "            pass\n",
        "test_conservation",
    ),
    "an approach capsizes who it should spare": (
        "scene",
        "draw < chance",
        "draw > chance",
        "test_people",
    ),
    "distress waits behind what may wait": (
        "message",
        "if priority != DISTRESS:",
        "if priority >= 0:",
        "test_coordinator",
    ),
    "only a port without room is taken": (
        "port",
        "> port.capacity:",
        "<= port.capacity:",
        "test_coordinator",
    ),
    "the second of three orders is the last": (
        "orders",
        "if number + 1 < run.worlds[0].n_orders:",
        "if number + 2 < run.worlds[0].n_orders:",
        "test_orders",
    ),
}
"""What is wrong: (module, as it is written, as the fault has it, the tests that find it)."""

LIVING = {
    "patrols do not look anew when a boat comes to distress": (
        "passage",
        "            patrol.look_again(run, now_h)\n",
        "            pass\n",
        "test_patrol test_coordinator",
    ),
}
"""Not found yet: a patrol looks anew at the end of each leg, so it sees a changed boat later."""
