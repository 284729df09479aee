"""Root meets the modes of files as everybody else does: it gives up the right to pass them by.

Sources:
    capabilities(7) and capget(2) of the Linux manual: CAP_DAC_OVERRIDE is bit 1,
    CAP_DAC_READ_SEARCH bit 2; data of version 3 are twice effective, permitted, inheritable.
"""

import ctypes
import os
import struct
import sys
from contextlib import contextmanager

_VERSION, _PASS_BY = 0x20080522, 0b110


@contextmanager
def modes_obeyed():
    """Let this thread read no file whose mode forbids it; elsewhere than on Linux nobody may."""
    if sys.platform != "linux":
        yield
        return
    before = list(struct.unpack("6I", _call("capget", bytes(24))))
    _call("capset", struct.pack("6I", before[0] & ~_PASS_BY, *before[1:]))
    try:
        yield
    finally:
        _call("capset", struct.pack("6I", *before))


def _call(name, data):
    header = ctypes.create_string_buffer(struct.pack("Ii", _VERSION, 0), 8)
    buffer = ctypes.create_string_buffer(data, 24)
    if getattr(ctypes.CDLL(None, use_errno=True), name)(header, buffer):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return buffer.raw
