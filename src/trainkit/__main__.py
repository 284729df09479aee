"""`python -m trainkit`: the same as `trainkit`, where a machine blocks scripts."""

from trainkit.cli.app import main

if __name__ == "__main__":
    main()
