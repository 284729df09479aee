"""A scenario under one of the policies that its model declares, to be compared in the same luck."""

from trainkit.errors import TrainkitError, nearest
from trainkit.model import Model
from trainkit.scenarios.scenario import Scenario


def under(scenario: Scenario, policy: str) -> Scenario:
    """Return a scenario with what a policy of its model changes.

    Args:
        scenario: What is varied; a policy that plans, plans for its parameters.
        policy: Name of the policy, as `trainkit describe` lists it.

    Raises:
        TrainkitError: the model declares no such policy, or none at all.
    """
    known = scenario.model.policies
    if policy not in known:
        raise TrainkitError(_unknown(scenario.model, policy))
    return scenario.vary(known[policy](scenario.parameters))


def _unknown(model: Model, policy: str) -> str:
    if not model.policies:
        return (
            f"The model '{model.name}' declares no policies, so '{policy}' is none of them. "
            "Vary its parameters with --set or Scenario.vary."
        )
    hint, known = nearest(policy, model.policies), ", ".join(model.policies)
    return f"The model '{model.name}' has no policy '{policy}'.{hint} Known: {known}."
