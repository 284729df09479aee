"""Replications, sweeps and comparisons of scenarios."""
