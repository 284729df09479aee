"""Difficulty is matched: the same skill earns about the same mark in whatever variant it meets."""

import numpy as np
import pytest

VARIANTS = [f"variant-{number}" for number in range(200)]
SAMPLE = VARIANTS[:40]
"""The first, of which other tests have scored thirty already."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "trainees", [SAMPLE, pytest.param(VARIANTS, marks=pytest.mark.long)], ids=["sample", "all"]
)
def test_a_fixed_competent_script_earns_nearly_the_same_in_every_variant(played, folder, trainees):
    marks = np.array([played.percent("competent", one, folder)[0] for one in trainees])

    far = np.abs(marks - marks.mean())
    assert marks.std(ddof=1) < 6, marks
    assert far.max() < 15, (trainees[int(far.argmax())], marks)


def test_the_variants_differ_so_that_their_marks_say_something(played):
    assert len({played.case(one) for one in SAMPLE}) == len(SAMPLE)
