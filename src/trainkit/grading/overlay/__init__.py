"""What an academy changes of a notebook without Python."""
