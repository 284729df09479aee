"""What `start.py` does, with the standard library only: an environment from the lock, then a task.

Not part of the installed package: these modules run before there is an environment to run in.
"""
