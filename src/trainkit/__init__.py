"""trainkit: training and simulation for law enforcement and coast guards."""

from trainkit.errors import TrainkitError

__all__ = ["TrainkitError"]
