"""Marks for other systems, and what the academy holds of one person."""
