"""Hours of simulation, named luck, logbooks: what every model stands on. No domain word in here."""
