"""A free port of this machine."""

import socket
import sys

from trainkit.errors import TrainkitError

HOST = "127.0.0.1"
_FIRST = 8888
_TRIED = 200


def free_port(wanted: int | None = None) -> int:
    """Return the port that was asked for, or the first free one from 8888.

    Args:
        wanted: A port; None for any.

    Raises:
        TrainkitError: it is in use, or not allowed; says which one is free.
    """
    if wanted is None:
        return _next_free(_FIRST)
    refusal = _refusal(wanted)
    if refusal:
        raise TrainkitError(
            f"Port {wanted} cannot be used: {refusal}. Port {_next_free(wanted + 1)} is free: "
            "name it with --port, or leave --port out."
        )
    return wanted


def _next_free(start: int) -> int:
    low = start if start + _TRIED <= 65_536 else _FIRST
    for port in range(max(low, 1024), max(low, 1024) + _TRIED):
        if not _refusal(port):
            return port
    raise TrainkitError("No port is free on this machine. Close what you do not need, and retry.")


def _refusal(port: int) -> str:
    """Return why nothing can listen at a port; empty when it is free."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would share a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError as error:
            return (error.strerror or str(error)).lower()
    return ""
