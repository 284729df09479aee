"""The case: one network in two States, and those who investigate it.

Everything here is synthetic. Success is never a number of arrests: it is what the network can no
longer do months later, the harm that did not happen, and the victims who were found and protected.
"""
