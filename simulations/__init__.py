"""The simulations of trainkit: data, and no code."""
