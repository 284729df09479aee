"""Red lines and reviews of what was decided."""
