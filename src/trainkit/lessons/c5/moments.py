"""Eight moments of two teams at work, and who gives way in each of them.

Two ask for action at once, two for protection, two for holding back, two for nothing.
"""

from trainkit.lessons.statements import Statements

MOMENTS = Statements("c5", "moments", ("act", "refer", "hold", "go_on"), each=2)
