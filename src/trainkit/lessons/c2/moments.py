"""Eight moments of the weeks before the day, and what each of them asks for.

Two ask for action, two for protection, two for word to the other team, two for patience.
"""

from trainkit.lessons.statements import Statements

MOMENTS = Statements("c2", "moments", ("act", "refer", "share", "go_on"), each=2)
