"""E3, being written."""
