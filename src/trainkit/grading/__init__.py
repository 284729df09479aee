"""The grading loop: build, release, rebuild, score, report."""
