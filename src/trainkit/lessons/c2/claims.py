"""Six claims about a picture of a network: three follow from how it came to be, three do not."""

from trainkit.lessons.statements import Statements

CLAIMS = Statements("c2", "claims", ("follows", "does_not"), each=3)
