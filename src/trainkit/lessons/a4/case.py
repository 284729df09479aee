"""The case of A4: one evening at the desk through which data leave a team, drawn for each trainee.

Which requests come, which file is asked for, which logs were tampered with and how busy the watch
is: each differs between trainees and is as hard for all.
"""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.a4.asked import Asked, draw_requests
from trainkit.lessons.a4.dossier import Wanted, draw_wanted
from trainkit.lessons.a4.evening import Moment, draw_evening
from trainkit.lessons.a4.logs import Log, draw_logs
from trainkit.lessons.a4.watch import Watch, draw_watch


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        requests: Seven requests of the evening.
        wanted: The request for parts of the file.
        logs: Four decision logs.
        watch: The watch for which a policy is set.
        evening: Six moments of which a decision log is written.
    """

    seed: int
    requests: tuple[Asked, ...]
    wanted: Wanted
    logs: tuple[Log, ...]
    watch: Watch
    evening: tuple[Moment, ...]


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        requests=draw_requests(luck),
        wanted=draw_wanted(luck),
        logs=draw_logs(luck),
        watch=draw_watch(luck),
        evening=draw_evening(luck),
    )
