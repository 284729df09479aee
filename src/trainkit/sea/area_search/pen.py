"""What the compiled engine writes: the entries of `journal`, facts in the order of `kinds`."""

import math

from trainkit.kernel.compiled import shared
from trainkit.sea.area_search.casualty import alive, place
from trainkit.sea.area_search.kinds import DATUM, FIRST_AGENCY, FIRST_UNIT, OBJECT
from trainkit.sea.area_search.records import NUMBER, Run, write
from trainkit.sea.area_search.voyage import distance_nm

_ADRIFT, _TURNED, _DATUM = (
    NUMBER["object_adrift"],
    NUMBER["object_turned"],
    NUMBER["datum_set"],
)
_SORTIE, _SORTIE_ENDED = NUMBER["sortie_began"], NUMBER["sortie_ended"]
_LEG, _LEG_ENDED = NUMBER["leg_began"], NUMBER["leg_ended"]
_CONTACT, _INFORMED = NUMBER["contact_detected"], NUMBER["agency_informed"]
_REACHED, _RECOVERED = NUMBER["object_reached"], NUMBER["persons_recovered"]
_STOOD_BY = NUMBER["stood_by"]


@shared
def wrote_start(run: Run) -> None:
    """Write the object and the datum at the alert."""
    t, w = run.things[0], run.worlds[0]
    facts = (t.x_nm, t.y_nm, t.vx_kn, t.vy_kn, float(w.persons))
    write(run.journal, 0.0, _ADRIFT, OBJECT, facts)
    facts_of_datum = (w.datum_x_nm, w.datum_y_nm, w.datum_vx_kn, w.datum_vy_kn)
    write(run.journal, 0.0, _DATUM, DATUM, facts_of_datum)


@shared
def wrote_turn(run: Run, now_h: float) -> None:
    """Write the object's new course."""
    t = run.things[0]
    write(run.journal, now_h, _TURNED, OBJECT, (t.x_nm, t.y_nm, t.vx_kn, t.vy_kn))


@shared
def wrote_standing_by(run: Run, me: int, now_h: float) -> None:
    """Write that a unit waits at its base for orders."""
    craft = run.crafts[me]
    write(run.journal, now_h, _STOOD_BY, FIRST_UNIT + me, (craft.base_x_nm, craft.base_y_nm))


@shared
def wrote_sortie(run: Run, me: int, now_h: float) -> None:
    """Write that a unit left its base."""
    u = run.units[me]
    write(run.journal, now_h, _SORTIE, FIRST_UNIT + me, (u.x_nm, u.y_nm, float(u.sorties)))


@shared
def wrote_course(run: Run, me: int, now_h: float, kind: int, time_h: float) -> None:
    """Write a course of a unit and how long it is meant to last."""
    u = run.units[me]
    write(run.journal, now_h, kind, FIRST_UNIT + me, (u.x_nm, u.y_nm, u.vx_kn, u.vy_kn, time_h))


@shared
def wrote_leg(run: Run, me: int, now_h: float) -> None:
    """Write that a unit began a leg of its pattern."""
    u = run.units[me]
    time_h = u.leg_ends_h - u.leg_began_h
    facts = (u.x_nm, u.y_nm, u.vx_kn, u.vy_kn, time_h, float(u.leg))
    write(run.journal, now_h, _LEG, FIRST_UNIT + me, facts)


@shared
def wrote_leg_end(run: Run, me: int, now_h: float, searched_h: float) -> None:
    """Write that a unit ended a leg, flown whole or not."""
    u = run.units[me]
    facts = (u.x_nm, u.y_nm, searched_h, float(run.crafts[me].agency))
    write(run.journal, now_h, _LEG_ENDED, FIRST_UNIT + me, facts)


@shared
def wrote_contact(run: Run, me: int, now_h: float) -> None:
    """Write where a unit has seen the object, and how far off."""
    u = run.units[me]
    x_nm, y_nm = place(run.things[0], now_h)
    range_nm = distance_nm(u.x_nm, u.y_nm, x_nm, y_nm)
    facts = (x_nm, y_nm, range_nm, float(run.crafts[me].agency))
    write(run.journal, now_h, _CONTACT, FIRST_UNIT + me, facts)


@shared
def wrote_informed(run: Run, agency: int, now_h: float) -> None:
    """Write that an agency knows."""
    write(run.journal, now_h, _INFORMED, FIRST_AGENCY + agency, (math.nan,))


@shared
def wrote_reached(run: Run, me: int, now_h: float) -> None:
    """Write that a unit is alongside, and how many people it will take."""
    u = run.units[me]
    write(run.journal, now_h, _REACHED, FIRST_UNIT + me, (u.x_nm, u.y_nm, float(u.taken)))


@shared
def wrote_recovery(run: Run, me: int, now_h: float) -> None:
    """Write how many people a unit has on board, and how many of them live."""
    u = run.units[me]
    living = alive(run.worlds[0], run.key, int(u.first_taken), int(u.taken), now_h)
    facts = (u.x_nm, u.y_nm, float(u.taken), float(living))
    write(run.journal, now_h, _RECOVERED, FIRST_UNIT + me, facts)


@shared
def wrote_sortie_end(run: Run, me: int, now_h: float) -> None:
    """Write that a unit is back, and how long it was away."""
    u = run.units[me]
    facts = (u.x_nm, u.y_nm, now_h - u.departed_h)
    write(run.journal, now_h, _SORTIE_ENDED, FIRST_UNIT + me, facts)
