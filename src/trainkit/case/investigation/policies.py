"""Strategies to compare in the same luck: each changes the plan, and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any

from trainkit.case.investigation.spec import InvestigationSpec

Policy = Callable[[InvestigationSpec], dict[str, Any]]


def _fixed(**values: Any) -> Policy:
    return _Fixed({name.replace("__", "."): value for name, value in values.items()})


class _Fixed:
    """A policy that sets the same values whatever the case."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {f"plan.{name}": value for name, value in values.items()}

    def __call__(self, spec: InvestigationSpec) -> dict[str, Any]:
        del spec
        return dict(self._values)


def _hours(**action_hours: float) -> tuple[dict[str, Any], ...]:
    """Return the efforts of a plan: hours a week by action."""
    return tuple(
        {"action": action, "hours_a_week": hours} for action, hours in action_hours.items()
    )


_SPREAD = _hours(
    open_sources=20.0, records=20.0, financial_enquiry=15.0, telecom_data=20.0,
    surveillance=40.0, interception=30.0, source_handling=20.0, witness_interview=20.0,
    search=20.0, digital_forensics=20.0, first_contact=20.0, partner_request=10.0, freeze=5.0,
)  # fmt: skip

_EXPERT = _hours(
    records=25.0, financial_enquiry=10.0, telecom_data=20.0, surveillance=40.0,
    interception=45.0, source_handling=25.0, witness_interview=45.0, search=10.0,
    digital_forensics=20.0, first_contact=30.0, partner_request=5.0, freeze=5.0,
)  # fmt: skip
"""As many hours as the scenario plans: more where a danger to life is heard of, where possible
victims are met, and where what is said can be heard in court."""

_MONEY_FIRST = _hours(
    open_sources=10.0, records=40.0, financial_enquiry=45.0, telecom_data=20.0,
    surveillance=30.0, interception=20.0, witness_interview=20.0,
    search=30.0, digital_forensics=30.0, first_contact=10.0, partner_request=5.0, freeze=20.0,
)  # fmt: skip

POLICIES: Mapping[str, Policy] = {
    "remove_the_hub": _fixed(
        focus="hub", arrest__whom="hub", arrest__from_days=60.0, arrest__every_days=45.0,
    ),
    "low_level_arrests": _fixed(
        focus="low_level", arrest__whom="aides", arrest__from_days=30.0, arrest__every_days=30.0,
        arrest__at_most=5, arrest__together=False, arrest__sure_at=0.5,
    ),
    "follow_the_money": _fixed(
        focus="money", offence="organised_crime", arrest__whom="money",
        arrest__from_days=150.0, arrest__every_days=90.0, efforts=_MONEY_FIRST,
    ),
    "wait_and_map": _fixed(
        focus="map", offence="organised_crime", arrest__whom="supported",
        arrest__from_days=330.0,
    ),
    "joint_team_early": _fixed(
        focus="map", channel="joint_team", offence="organised_crime", arrest__whom="supported",
        arrest__from_days=150.0, efforts=_SPREAD,
    ),
    "expert": _fixed(
        focus="brokers", channel="joint_team", offence="organised_crime",
        arrest__whom="supported", arrest__from_days=90.0, arrest__every_days=45.0,
        efforts=_EXPERT,
    ),
}  # fmt: skip
"""Named by what they do first. None is an optimum; the briefing argues for `expert`."""
