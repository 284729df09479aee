"""E2 Mass rescue: many people, few hulls."""
