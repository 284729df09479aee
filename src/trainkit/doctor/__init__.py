"""What this machine can and cannot do: findings, each with what to do about it."""

from trainkit.doctor.examination import examine
from trainkit.doctor.finding import Finding, works

__all__ = ["Finding", "examine", "works"]
