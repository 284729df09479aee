"""The operation plan: five elements, one canonical text, one hash, the approvals of both sides.

The hash and the signatures are a device of this exercise: the paper asks that both sides determine
scope, target, rules of engagement, duration and area, and says nothing of how that is proved. The
gate stands before joint acts and never before a rescue.
"""

from trainkit.joint.plan.act import Act
from trainkit.joint.plan.covering import gate
from trainkit.joint.plan.finding import Finding
from trainkit.joint.plan.kinds import KINDS, OTHER, RESCUE
from trainkit.joint.plan.plan import Plan

__all__ = ["KINDS", "OTHER", "RESCUE", "Act", "Finding", "Plan", "gate"]
