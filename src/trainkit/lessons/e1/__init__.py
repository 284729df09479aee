"""E1, alert to distress: phases, datum and search effort."""
