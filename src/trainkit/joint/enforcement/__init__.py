"""Boarding at sea: rescue is looked at first, then the flag, then force; each rule with its source.

The rules are pure functions of facts (`gate`, `boarder`, `force`, `evidence`) and of a logbook's
records (`redlines`). `boarding` is an event model in which an order of acts is played.
"""
