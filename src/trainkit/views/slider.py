"""A labelled slider: its bounds, its step, and its value in words."""

from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError

Value = float | int


@dataclass(frozen=True)
class Slider:
    """A labelled slider; it gives whole numbers where bounds, step and value are whole.

    Attributes:
        name: Name of its value.
        label: What a reader sees.
        unit: Unit, empty for counts and probabilities.
        low: Least value.
        high: Greatest value.
        step: Distance between neighbouring values.
        value: Where it begins; the step in the middle when left out.
    """

    name: str
    label: str
    unit: str
    low: Value
    high: Value
    step: Value
    value: Value | None = None

    def __post_init__(self) -> None:
        if not self.low < self.high or not 0 < self.step <= self.high - self.low:
            raise TrainkitError(
                f"The slider '{self.name}' goes from {self.low:g} to {self.high:g} by steps of "
                f"{self.step:g}: the first must be less, and a step must fit between them."
            )

    @property
    def start(self) -> Value:
        """The value that it begins with."""
        if self.value is not None:
            return self.at(self.value)
        steps = round((self.high - self.low) / self.step / 2)
        return self.at(self.low + steps * self.step)

    def at(self, value: Any) -> Value:
        """Return *value* as the slider gives it: a whole number from a whole slider.

        Raises:
            TrainkitError: it is no number within the bounds.
        """
        real = isinstance(value, int | float) and not isinstance(value, bool)
        if not real or not self.low <= value <= self.high:
            bounds = f"{self.low:g} to {self.high:g} {self.unit}".strip()
            raise TrainkitError(f"{self.label}: {bounds} is possible, not {value!r}.")
        whole = all(isinstance(part, int) for part in (self.low, self.high, self.step))
        return round(value) if whole else float(round(value, 10))

    def words(self, value: Value) -> str:
        """Return a value as a reader sees it, such as ``Wind 15 kn``."""
        return f"{self.label} {value:.{self.decimals}f} {self.unit}".strip()

    @property
    def decimals(self) -> int:
        """How many decimals a value needs."""
        texts = [f"{part:.6f}".rstrip("0") for part in (self.low, self.step, self.start)]
        return max(len(text.partition(".")[2]) for text in texts)
