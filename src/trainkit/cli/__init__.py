"""The command line of trainkit."""
