"""An investigation, led by the team of a State."""

from trainkit.case.investigation.plan import ORDER_NAMES, OrderSpec
from trainkit.case.investigation.processes import start
from trainkit.exercise.case.measures import MEASURES
from trainkit.exercise.case.picture import picture
from trainkit.exercise.case.points import SORTS, points
from trainkit.exercise.led import Led

LED = Led(
    start=start,
    order=OrderSpec,
    names=ORDER_NAMES,
    whose=("Alder", "Borea"),
    picture=picture,
    points=points,
    sorts=SORTS,
    measures=MEASURES,
)
