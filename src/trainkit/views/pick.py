"""A labelled list of words to pick one from: the control of a lever that is no number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.views.slider import Slider, Value

Word = str | bool


@dataclass(frozen=True)
class Pick:
    """A labelled list of words.

    Attributes:
        name: Name of its value.
        label: What a reader sees.
        options: Values and what a reader sees of each; at least two.
        value: Where it begins; the first when left out.
    """

    name: str
    label: str
    options: tuple[tuple[Word, str], ...]
    value: Word | None = None

    def __post_init__(self) -> None:
        if len(self.options) < 2 or len(dict(self.options)) < len(self.options):
            raise TrainkitError(
                f"'{self.name}' has the options {self._listed()}: a choice needs at least two, "
                "each once."
            )

    @property
    def start(self) -> Word:
        """The value that it begins with."""
        return self.options[0][0] if self.value is None else self.at(self.value)

    def at(self, value: Any) -> Word:
        """Return *value* when it is one of the options.

        Raises:
            TrainkitError: it is none.
        """
        for option, _ in self.options:
            if type(option) is type(value) and option == value:
                return option
        raise TrainkitError(f"{self.label}: {self._listed()} is possible, not {value!r}.")

    def words(self, value: Any) -> str:
        """Return a value as a reader sees it, such as ``Who is told: alerts``."""
        found = self.at(value)
        return f"{self.label}: {dict(self.options)[found]}"

    def _listed(self) -> str:
        return ", ".join(repr(option) for option, _ in self.options)


Control = Slider | Pick
Setting = Mapping[str, Value | Word]
