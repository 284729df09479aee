"""What the cells of E3 show of the trainee's own case, each with its words."""

from trainkit.lessons import page
from trainkit.lessons.e3.boarding_log import NAMES
from trainkit.lessons.e3.case import Distressed, Situation, Waiting
from trainkit.lessons.e3.vessels import clock, waters_nm
from trainkit.lessons.page import Part
from trainkit.views.chart import chart_text, chart_widget
from trainkit.views.feature import Area, Feature, Mark


def units() -> None:
    """Show who may do what."""
    rows = (
        ("RCC Alder", "it coordinates", "yes, in its region", "no", "no"),
        ("Kite, Alder Sea Police", "yes", "no", "yes", "under the plan"),
        ("Borea Coast Guard's cutter", "yes", "no; RCC Borea does", "yes", "under the plan"),
        ("merchant ship", "yes, its master must", "no", "no", "no"),
        ("NGO vessel", "yes, its master must", "no", "no", "no"),
        ("unmarked boat of an agency", "yes", "no", "no: not clearly marked", "no"),
    )
    head = ("who", "rescues", "coordinates a rescue", "boards to police", "acts jointly")
    page.place(lambda _: page.table("Who may do what", head, rows))


def plan() -> None:
    """Show the operation plan of the night."""
    page.place(_plan)


def _plan(case: Situation) -> Part:
    one = case.plan
    rows = (
        ("Approved by", " and ".join(one.approved_by) + ", the same version"),
        ("In force", f"{clock(one.begins_h)} to {clock(one.ends_h)} UTC, tonight"),
        ("Area, east", f"{one.west_nm:g} to {one.east_nm:g} NM of the reference point"),
        ("Area, north", f"{one.south_nm:g} to {one.north_nm:g} NM of the reference point"),
        ("Alder's territorial waters", f"from its coast to {waters_nm(one)[1]:g} NM east"),
        ("Joint acts", "observing and boarding; rescue asks for no plan"),
        ("Force", ", ".join(one.measures) + "; no firearms against a boat with people on board"),
        ("Report of force", f"within {one.report_within_h:g} h of the use, to both sides"),
    )
    return page.table("The operation plan of Alder and Borea", ("what", "as agreed"), rows)


def vessels() -> None:
    """Show the ten vessels of the watch."""
    page.place(_vessels)


def _vessels(case: Situation) -> Part:
    rows = [
        (
            str(number),
            clock(vessel.seen.time_h),
            f"{vessel.seen.x_nm:g} E, {vessel.seen.y_nm:g} N",
            vessel.told,
        )
        for number, vessel in enumerate(case.vessels, start=1)
    ]
    head = ("vessel", "time (UTC)", "NM from the reference point", "what is known")
    told, drawn = page.table("Ten vessels of one watch", head, rows), _chart(case)
    title = "The ten vessels and the area of the plan"
    words = f"{told.words}\n{chart_text(title, features=drawn)}"
    return Part(words, lambda: (chart_widget(title, features=drawn), *told.shown()))


def _chart(case: Situation) -> tuple[Feature, ...]:
    plan = case.plan
    west, east, south, north = plan.west_nm, plan.east_nm, plan.south_nm, plan.north_nm
    corners = ((west, south), (east, south), (east, north), (west, north))
    marks = (
        Mark(str(number), vessel.seen.x_nm, vessel.seen.y_nm)
        for number, vessel in enumerate(case.vessels, start=1)
    )
    coast, limit = waters_nm(plan)
    strip = ((coast, south - 5), (limit, south - 5), (limit, north + 5), (coast, north + 5))
    waters = Area("Alder's waters", strip)
    return (waters, Area("area of the plan", corners), *marks)


def distressed() -> None:
    """Show what is known of the boat in distress."""
    page.place(_distressed)


def _distressed(case: Situation) -> Part:
    boat = case.distressed
    rows = (
        ("People on board", f"{boat.persons}, {boat.hurt} of them hurt; nobody has a lifejacket"),
        ("Kite can carry", f"{boat.capacity}; it has lifejackets for all"),
        ("Second unit", f"Borea Tern, alongside {boat.helper_h:g} h after it is told"),
        ("Such boats", f"half are swamped after {boat.afloat_h:g} h of calm weather"),
        ("Weather", _weather(boat)),
        ("Stepping across", "one boat in three capsizes without lifejackets, one in twenty with"),
        ("Flag", "none shown; the skipper has named Cyra once"),
        ("Cyra's desk", f"answers in about {boat.answer_h:g} h; yes in {boat.granted:.0%}"),
        ("Traces", "half of what can be found is gone after four hours; inside, when she sinks"),
    )
    return page.table("The boat in distress, at the sighting", ("what", "as known"), rows)


def _weather(boat: Distressed | Waiting) -> str:
    return (
        f"worsens after {boat.worsens_h:g} h; then a boat's hours pass {boat.rough_factor:g} "
        "times as fast"
    )


def waiting() -> None:
    """Show what is known of the boat whose flag State is asked."""
    page.place(_waiting)


def _waiting(case: Situation) -> Part:
    boat = case.waiting
    rows = (
        ("People on board", f"{boat.persons}; {boat.hurt} of them look unwell; no lifejackets"),
        ("Now", "she makes way slowly; nobody calls; she claims Cyra's flag"),
        ("Such boats", f"half are in distress after {boat.sound_h:g} h of calm weather"),
        ("After that", f"half are swamped {boat.afloat_h:g} h later"),
        ("Weather", _weather(boat)),
        ("A first cue", "about half way to distress: she lies deeper, water is bailed"),
        ("It is seen", f"up to {boat.sight_nm:g} NM; beyond, only a call tells you"),
        ("Kite", f"makes {boat.cutter_kn:g} kn in this sea; close by, it makes people stand up"),
        ("Cyra's desk", f"answers in about {boat.answer_h:g} h, if it does"),
        ("Its answer", f"yes in {boat.granted:.0%} of such cases, no in 20%, else nothing"),
    )
    return page.table("The boat that claims a flag, at the sighting", ("what", "as known"), rows)


def moments() -> None:
    """Show the six moments of a boarding."""
    page.place(_moments)


def _moments(case: Situation) -> Part:
    rows = [(str(number), one.told) for number, one in enumerate(case.moments, start=1)]
    return page.table("Six moments of a boarding", ("moment", "what you see"), rows)


def logbook() -> None:
    """Show the log of the boarding with force."""
    page.place(_logbook)


def _logbook(case: Situation) -> Part:
    log = case.log
    rows = [("", clock(log.began_h), "The team goes on board; lifejackets are handed over.", "")]
    for name, use, told in zip(NAMES, log.uses, log.told, strict=True):
        made = "" if use.reported_h is None else clock(use.reported_h)
        rows.append((name, clock(use.time_h), told, made))
    warned = "First warning, by interpreter: a man who stays away from his seat will be led there."
    rows.append(("", clock(log.warned_h), warned, ""))
    end = clock(log.uses[-1].time_h + 0.5)
    rows.append(("", end, f"All {log.persons} people are seated; {log.bruised} with bruises.", ""))
    rows.sort(key=lambda row: row[1])
    head = ("use", "time (UTC)", "what happened", "reported (UTC)")
    return page.table("Log of a boarding in daylight", head, rows)
