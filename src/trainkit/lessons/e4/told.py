"""What a marker must know of the case beside the protocol that a trainee has written."""

from collections.abc import Mapping

from trainkit.lessons.e4.case import Asked, Situation

_ASKED: Mapping[Asked, str] = {
    "written": "a written request in a shared case, for one suspect",
    "list": "a wish for the whole list, without case or offence",
    "relatives": "a question of relatives through volunteers",
}


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the liaison protocol must know of the case."""
    watch = case.watch
    return (
        f"Borea acts on {100 * watch.incidents_wanted:.0f} % of incident reports and "
        f"{100 * watch.risk_wanted:.0f} % of risk reports. Its line is out for "
        f"{watch.outage_h:g} hours from hour {watch.outage_from_h:g} of the watch; "
        f"{100 * watch.loss:.0f} in 100 transmissions are lost. The boat lies in the region of "
        f"{case.boat.centre.removeprefix('RCC ')}, {case.boat.persons} people, "
        f"{case.boat.children} of them children. The request for data was {_ASKED[case.asked]}; "
        f"{case.rescued} people had been rescued."
    )
