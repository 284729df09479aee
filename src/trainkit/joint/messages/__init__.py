"""Messages between coordination centres: what they carry, how long they take, who waits."""
