"""How a model declares itself: parameters, metrics, and how it starts.

A parameter is declared once, beside the process that uses it: its role, unit, bounds and meaning.
Validation, sliders, axis labels, columns and checks read the declaration.

    class SearchSpec(Spec):
        speed_kn: float = lever(18.0, unit="kn", low=5.0, high=40.0, step=1.0)
        '''Patrol vessel speed.'''
"""

from trainkit.model.declaration import Declaration, declarations
from trainkit.model.declared import Metric, Model
from trainkit.model.spec import Role, Spec, lever, parsed, uncertainty

__all__ = [
    "Declaration",
    "Metric",
    "Model",
    "Role",
    "Spec",
    "declarations",
    "lever",
    "parsed",
    "uncertainty",
]
