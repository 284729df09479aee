"""The courses of trainkit: data, and no code."""
