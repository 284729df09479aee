"""Where each point is practised: the map from points to notebooks, with the reason."""

from collections.abc import Mapping

PLACES: Mapping[int, str] = {
    1: "smuggling, trafficking and their proceeds are one network case: the network lab, C2.",
    2: "extradition, expulsion and freezing are requests that queue: the request desk, D4.",
    4: "working together on trafficking begins with referral: F1.",
    5: "voluntary return and reintegration with the two agencies: F1.",
    7: "controls on risk categories need threat, vulnerability and impact: B2.",
    10: "a shared vision is talked over in consultations: F3.",
    13: "the Almaty Process has a desk of its own: B4.",
    14: "visa processes of the categories are a queue: the service lab, F2.",
    15: "the five elements that both sides determine are the operation plan: E5.",
    16: "a plan must lie inside the time in which the paper is in operation: E5.",
}
"""By point."""
