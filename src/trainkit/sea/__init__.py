"""Search, drift and rescue at sea."""
