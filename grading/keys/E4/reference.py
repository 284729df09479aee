"""The reference of E4: a policy on what the desk knows, argued task by task.

* Classes: what the facts tell. People in danger are distress whether they called or not; people who
  are ashore and counted are an incident; a lawful departure, a rumour, a private question and a
  list that nobody asked for are nothing for the other side.
* Message: the needed fields and no other, in the class distress, to the centre in whose region the
  boat lies, on the SAR Convention, kept until the case is closed. In the model this is the fastest
  message that costs no question; a test tries every field added and every field left out.
* Request: what the purpose needs, on the basis that the request itself has.
* Protocol: distress sets aside what is in hand, and is told by telephone as soon as it is written;
  the message follows as its record. Forms hold what is needed. What most act on is collected every
  three quarters of an hour, what few act on is kept until asked for. A message is sent again after
  two and a half times its mean way. The optimum over all protocols is not known; a test states how
  little changes of one line gain.
* Table: what the night's logbook holds.
"""

from functools import lru_cache

from trainkit.lessons.e4 import audit, relay, request

_MOST_ACT = 0.5
_ON_ITS_WAY = 2.5


def protocol(watch):
    """Return the protocol of a watch."""

    def mode(wanted):
        return "subscribe" if wanted >= _MOST_ACT else "pull"

    return {
        "queue": "preemptive",
        "template": "needed",
        "incidents": mode(watch.incidents_wanted),
        "risk": mode(watch.risk_wanted),
        "digest_min": 45,
        "timeout_min": round(_ON_ITS_WAY * watch.delay_min),
        "voice_min": 0,
        "translators": "1",
    }


@lru_cache(maxsize=512)
def _reference(case):
    due = relay.needed(case.boat)
    return {
        "e4_class": {f"fact_{n}": fact.sort for n, fact in enumerate(case.facts, start=1)},
        "e4_relay": {
            **{name: "send" if name in due else "leave" for name in relay.KNOWN},
            "message_class": "distress",
            "recipient": case.boat.centre,
            "basis": "sar_convention",
            "retention": "case",
        },
        "e4_request": request.due(case),
        "e4_protocol": protocol(case.watch),
        "e4_audit": dict(audit.readings(case)),
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)
