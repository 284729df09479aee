"""JupyterLab for one folder: its notebooks, a configuration of its own, loopback only."""
