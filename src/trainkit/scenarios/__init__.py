"""Scenario files: read, validate, find, vary."""
