"""Exercises that somebody leads: a run that pauses for orders, what is known at a pause, branches.

A run is its scenario, its seed and its orders, and nothing else: whoever gives the same orders
again meets the same night, bit for bit.
"""

from trainkit.exercise.controller import Exercise
from trainkit.exercise.joint.picture import Known, Picture, Post
from trainkit.exercise.joint.told import line
from trainkit.exercise.led import Point
from trainkit.exercise.msel import Inject, injects
from trainkit.exercise.sides import Side, side_by_side, sides
from trainkit.exercise.table import Table

__all__ = [
    "Exercise",
    "Inject",
    "Known",
    "Picture",
    "Point",
    "Post",
    "Side",
    "Table",
    "injects",
    "line",
    "side_by_side",
    "sides",
]
