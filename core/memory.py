"""How much memory this process may still take, and the most it has taken."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

MIB = 2**20
_CGROUPS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)


def free_mib() -> float | None:
    """MiB that can still be had without swapping; None where the system does not tell.

    In a container the less of what the machine and the container have left.
    """
    if sys.platform == "win32":
        return _windows_free()
    found = [value for value in (_linux_free(), *_container_free()) if value is not None]
    return min(found, default=None)


def peak_mib() -> float | None:
    """The most memory that this process has held since it began, in MiB; None where not told."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MIB if sys.platform == "darwin" else most / 1024


def _linux_free() -> float | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) / 1024
    return None


def _container_free() -> list[float]:
    left = []
    for most, used in _CGROUPS:
        try:
            texts = [Path(name).read_text(encoding="ascii").strip() for name in (most, used)]
        except OSError:
            continue
        if all(text.isdigit() for text in texts):
            left.append((int(texts[0]) - int(texts[1])) / MIB)
    return left


def _windows_free() -> float | None:
    class Status(ctypes.Structure):
        # MEMORYSTATUSEX of the Windows API
        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            *((name, ctypes.c_uint64) for name in ("total", "free", "page", "page_free", "own", "own_free")),
            ("extended", ctypes.c_uint64),
        )

    status = Status(length=ctypes.sizeof(Status))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return status.free / MIB
