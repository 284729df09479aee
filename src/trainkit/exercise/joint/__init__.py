"""A joint operation at sea, led by a rescue centre."""

from trainkit.exercise.joint.measures import MEASURES
from trainkit.exercise.joint.picture import picture
from trainkit.exercise.joint.points import SORTS, points
from trainkit.exercise.joint.sense import at_sea
from trainkit.exercise.led import Led
from trainkit.joint.operation import OrderSpec
from trainkit.joint.operation.places import CENTRES
from trainkit.joint.operation.processes import start
from trainkit.joint.operation.spec import ORDERS

LED = Led(
    start=start,
    order=OrderSpec,
    names=tuple(ORDERS),
    problems=at_sea,
    whose=tuple(CENTRES),
    picture=picture,
    points=points,
    sorts=SORTS,
    measures=MEASURES,
)
