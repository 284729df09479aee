"""A1, the sixteen points: verbs, dates and validity."""
