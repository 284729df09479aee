"""The order in which a desk takes messages up."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.joint.messages.classes import CLASSES, DISTRESS, INCIDENT, RISK, SAFETY, class_number


def test_distress_goes_before_everything() -> None:
    assert DISTRESS < SAFETY < INCIDENT < RISK
    assert [class_number(name) for name in CLASSES] == [DISTRESS, SAFETY, INCIDENT, RISK]


def test_an_unknown_class_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(TrainkitError, match=r"not 'distres'.*Did you mean 'distress'"):
        class_number("distres")
