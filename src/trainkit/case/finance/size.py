"""How large a ledger is, and what is laid into it."""

from dataclasses import dataclass

from trainkit.case.finance.shape import known
from trainkit.errors import TrainkitError

_LEAST = {"n_persons": 20, "n_companies": 6, "days": 30}


@dataclass(frozen=True)
class LedgerSpec:
    """How large a ledger is, and what is laid into it.

    Attributes:
        n_persons: People, 20 or more.
        n_companies: Companies, 6 or more; every third is a shop.
        n_agents: Agents of informal value transfer, among the people.
        n_transfers: Transfers of value through them.
        n_patterns: Patterns, their shapes drawn by the published shares.
        shapes: Shapes of the patterns instead, one each; nothing where they are drawn.
        days: Length, in days, 30 or more.

    Raises:
        TrainkitError: a ledger of that size cannot be drawn.
    """

    n_persons: int = 160
    n_companies: int = 18
    n_agents: int = 3
    n_transfers: int = 40
    n_patterns: int = 8
    shapes: tuple[str, ...] = ()
    days: int = 90

    def __post_init__(self) -> None:
        for name in ("n_persons", "n_companies", "n_agents", "n_transfers", "n_patterns", "days"):
            _require_at_least(name, getattr(self, name), _LEAST.get(name, 0))
        for shape in self.shapes:
            known(shape)
        if self.n_agents > self.n_persons - 2:
            raise TrainkitError(
                f"{self.n_agents} agents among {self.n_persons} people leave nobody to send or "
                "receive. Give fewer agents."
            )

    @property
    def horizon_h(self) -> float:
        """Length, in hours."""
        return 24.0 * self.days


def _require_at_least(name: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise TrainkitError(
            f"A ledger with {name} = {value!r} cannot be drawn. Give a whole number of {least} or "
            "more."
        )
