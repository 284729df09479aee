"""What the cells of E2 show of the trainee's own case, each with its words."""

from trainkit.kernel.entry import Entry
from trainkit.lessons import page
from trainkit.lessons.desk import DESK
from trainkit.lessons.e2 import branch, orders
from trainkit.lessons.e2.case import KINDS, UNITS, Situation, clock
from trainkit.lessons.e2.coming import chart_parts
from trainkit.lessons.e2.count import UNTIL_H, night, tallies
from trainkit.lessons.e2.rescue import scenario
from trainkit.lessons.e2.standing import standing_order
from trainkit.lessons.page import Part
from trainkit.scenarios import Scenario
from trainkit.views.chart import chart_text, chart_widget

_LINKS = ("none", "one radio", "several radios", "several radios, link to the centre")


def boat() -> None:
    """Show what is known of the boat at 02:00 UTC."""
    page.place(_boat)


def _boat(case: Situation) -> Part:
    rows = (
        ("The boat", "wooden, 14 m, built for 25; stopped, low in the water"),
        ("People on board", "more than a hundred; nobody has counted"),
        ("In the water", f"{case.in_water}, near the boat"),
        ("Lifejackets", "about fifteen people wear one"),
        ("Children", f"about {case.children}"),
        ("Water", f"{case.water_c:g} C"),
        ("Forecast", "; ".join(f"{clock(h)} UTC {sea_m:g} m" for h, sea_m in case.sea)),
        ("Daylight", "from 05:10 UTC"),
    )
    return page.table("What is known at 02:00 UTC", ("what", "as told"), rows)


def units() -> None:
    """Show the units that come."""
    page.place(_units)


def _units(case: Situation) -> Part:
    rows = [
        (
            hull.name,
            KINDS[hull.name],
            clock(hull.arrive_h),
            "yes" if hull.trained else "no",
            _LINKS[hull.communications],
            _stays(hull.stays_h),
        )
        for hull in case.arrivals
    ]
    head = ("unit", "what it is", "on scene (UTC)", "trained", "links", "can stay")
    return page.table("Units in the order of their arrival", head, rows)


def _stays(time_h: float) -> str:
    return f"{round(60 * time_h)} minutes" if time_h < 1 else f"{time_h:g} hours"


def coming() -> None:
    """Show the chart of how the units come."""
    page.place(_coming)


def _coming(case: Situation) -> Part:
    parts = chart_parts(case)
    return Part(chart_text(**parts), lambda: (chart_widget(**parts),))


def branches() -> None:
    """Show one night under two orders in the same luck, once the approach is committed."""
    page.place(_branches, after="e2_approach")


def _branches(case: Situation) -> Part:
    standing = standing_order(case)["e2_approach"]
    done = DESK.session.answers.committed("e2_approach") if DESK.session else None
    mine = done.value if done else standing
    both = [branch.moments(branch.night(case, orders.approach(one))) for one in (mine, standing)]
    rows = [(clock(a.time_h), *_stands(a), *_stands(b)) for a, b in zip(*both, strict=True)]
    columns = ("lifejackets", "on board", "lost", "boat")
    head = ("UTC", *(f"{whose}: {one}" for whose in ("yours", "standing") for one in columns))
    return page.table("One night under two orders, in the same luck", head, rows)


def _stands(one: branch.Moment) -> tuple[str, str, str, str]:
    return f"{one.jackets}", f"{one.recovered}", f"{one.lost}", one.boat


def hulls() -> None:
    """Show what the hulls hold, once the approach is committed."""
    page.place(_hulls, after="e2_approach")


def _hulls(case: Situation) -> Part:
    rows = [
        (
            hull.name,
            clock(hull.arrive_h),
            _pace(scenario(case), hull.name),
            f"{hull.safe_calm}",
            f"{hull.safe_rough}",
        )
        for hull in case.hulls
    ]
    head = ("unit", "on scene (UTC)", "takes an hour", "safe under 2 m", "safe from 2 m on")
    told = page.table("Hulls and safe numbers of survivors", head, rows)
    said = _said(case)
    return Part(f"{told.words}\n\n{said.words}", lambda: (*told.shown(), *said.shown()))


def _said(case: Situation) -> Part:
    rows = (
        ("hotline, a list of names from relatives", f"{case.listed}"),
        ("hotline, later: heard of ashore", f"{case.ashore} of the list"),
        ("a survivor", f"{case.told}"),
        ("an aeroplane, a guess in the dark", f"{case.seen}"),
    )
    return page.table("How many there are", ("who says it", "people"), rows)


def _pace(told: Scenario, name: str) -> str:
    unit = told.parameters.units[UNITS.index(name)]
    return f"{unit.boat_per_h:g} people, {unit.load} a trip"


def deck() -> None:
    """Show the eight people on deck."""
    page.place(_deck)


def _deck(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.patients, start=1)]
    return page.table("Eight people on Meridian's deck", ("person", "what is seen and said"), rows)


def tally() -> None:
    """Show the log of the trainee's own night, the tallies and the sources."""
    page.place(_tally)


def _tally(case: Situation) -> Part:
    lines = [_line(entry) for entry in night(case) if entry.kind in _TOLD]
    lines.append((clock(UNTIL_H), "hotline", "relays 'all rescued'; nobody knows from whom"))
    log = page.table("On-scene log of your night, shortened", ("UTC", "who", "what"), lines)
    rows = [
        (one.unit, f"{one.had}", f"{one.from_units}", f"{one.passed_on}", f"{one.landed}")
        for one in tallies(case)
    ]
    head = ("unit", "has had on board", "of these from a unit", "passed on", "landed")
    told = page.table(f"What units report at {clock(UNTIL_H)} UTC", head, rows)
    said = (
        f"Sources: the hotline's list {case.listed}, of whom {case.ashore} were heard of ashore; a "
        f"survivor {case.told}; an aeroplane {case.seen}."
    )
    words = f"{log.words}\n\n{told.words}\n\n{said}"
    return Part(words, lambda: (*log.shown(), *told.shown(), page.in_words(said)))


_TOLD = {
    "unit_arrived": "is on scene",
    "coordinator_designated": "coordinates on scene from now on",
    "boat_swamped": "is swamped",
    "boat_capsized": "turns over",
    "persons_handed_over": "passes {persons:g} people on to another unit",
    "persons_taken_over": "takes over {persons:g} people from another unit",
    "unit_left": "leaves with {persons:g} people",
    "persons_landed": "lands {persons:g} people",
    "weather_changed": "is {sea_m:g} m high",
}


def _line(entry: Entry) -> tuple[str, str, str]:
    return clock(entry.time_h), entry.subject, _TOLD[entry.kind].format(**entry.facts)


def places() -> None:
    """Show the places where people could be landed, once the count is committed."""
    page.place(_places, after="e2_count")


def _places(case: Situation) -> Part:
    rows = [
        (
            place.name,
            f"{place.away_h:g} h",
            f"{place.room}",
            "hospital" if place.care else "no hospital, no doctor",
            place.threat or "nothing reported",
        )
        for place in sorted(case.places, key=lambda one: one.away_h)
    ]
    head = ("place", "away", "room tonight", "care", "what is reported")
    return page.table("Places on three coasts", head, rows)
