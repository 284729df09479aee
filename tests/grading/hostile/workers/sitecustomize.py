"""Python imports this as it starts, where its folder is on PYTHONPATH: the hook comes first."""

import os

if "TRAINKIT_HEARD" in os.environ:
    from listening import listen_into

    listen_into(os.environ["TRAINKIT_HEARD"])
