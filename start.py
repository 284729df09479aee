"""Sets trainkit up on this machine and runs it: `python3 start.py demo`, `python3 start.py test`.

Needs Python 3.11 or newer and nothing else; `python3 start.py --help` shows all it can do. The
work is done in the folder `starting`. This file stays readable for every Python, even Python 2,
so that an old one says what it lacks instead of showing a syntax error.
"""

import os
import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036, this file must run there to say so
        sys.stderr.write(
            "trainkit needs Python 3.11 or newer, and this is Python "
            + sys.version.split()[0]
            + " at "
            + str(sys.executable)
            + ". Install a newer one (python.org, your system's packages or your software centre)"
            + " and name it in the command, for example: python3.12 start.py demo\n"
        )
        sys.exit(2)
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120, as above
    from starting.command import main

    sys.exit(main(sys.argv[1:]))
