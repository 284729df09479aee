"""The exporter's former place: configurations of academies made before it moved name it here."""

from trainkit.grading.exporting.plugins import FinalMarkExport

__all__ = ["FinalMarkExport"]
