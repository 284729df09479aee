"""What an academy holds of a person: shown, deleted, searched for what is left."""
