"""The deconfliction board: two teams say what they are about to do before they do it.

A board holds entries of who does what to whom and until when, and nothing of why. It answers two
questions: does the partner do the same already (work that would be done twice), and would the two
disturb each other (an open act against somebody whom the partner watches in secret)?
"""

from trainkit.case.deconfliction.board import COVERT, OVERT, Board, Clash, Planned

__all__ = ["COVERT", "OVERT", "Board", "Clash", "Planned"]
