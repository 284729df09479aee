"""Where a gradebook lies: SQLite needs a disk of this machine that nothing else writes to.

A network share may lose locks, and a program that synchronises may replace the file while it is
open. Both can damage a gradebook without a word.

Sources:
    SQLite, *How To Corrupt An SQLite Database File*, section 2, and *SQLite Over a Network*.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from trainkit.doctor.finding import Finding

_NETWORK = re.compile(
    r"(fuse\.)?(nfs4?|cifs|smb\w*|afs|afpfs|webdav|davfs2?|sshfs|rclone|ceph\w*|glusterfs|lustre"
    r"|beegfs|gpfs|ncpfs|s3fs|gvfsd-fuse|goofys)"
)
_SHARED = re.compile(r"9p|drvfs|vboxsf|virtiofs|prl_fs|(fuse\.)?vmhgfs(-fuse)?")
_SYNCHRONISED = re.compile(
    r"(?P<name>OneDrive|Dropbox|Nextcloud|ownCloud|Google ?Drive|iCloud ?Drive|Mobile Documents"
    r"|CloudStorage|pCloud ?Drive|Seafile|Syncthing)(?![A-Za-z]).*",
    re.IGNORECASE,
)
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
}
_REMOTE_DRIVE = 4
_ADVICE = (
    "A gradebook can be damaged there: name a folder on a disk of this machine with --workspace, "
    "and copy finished work to the share."
)


def place(path: Path, kind: str, environment: Mapping[str, str]) -> Finding:
    """Return whether a gradebook may lie in a folder.

    Args:
        path: The academy's folder, absolute; it need not be there.
        kind: Type of the file system, as `file_system` gives it.
        environment: Variables; OneDrive names its folders there.
    """
    program = synchronised_by(path, environment)
    if program:
        found = f"{path} is kept in step with other machines by {program}"
        return Finding("gradebook", "warn", found, _ADVICE)
    if _NETWORK.fullmatch(kind):
        return Finding("gradebook", "warn", f"{path} is on a network share ({kind})", _ADVICE)
    if _SHARED.fullmatch(kind):
        found = f"{path} is a folder shared with a host ({kind})"
        return Finding("gradebook", "warn", found, _ADVICE)
    return Finding("gradebook", "ok", f"{path} is on a disk of this machine ({kind})")


def synchronised_by(path: Path, environment: Mapping[str, str]) -> str:
    """Return the program that keeps a folder in step with other machines; empty when none does."""
    for name, folder in environment.items():
        if name.upper().startswith("ONEDRIVE") and folder and path.is_relative_to(folder):
            return "OneDrive"
    for part in path.parts:
        named = _SYNCHRONISED.fullmatch(part)
        if named:
            return _program(named["name"])
    return next((found for above in (path, *path.parents) if (found := _mark(above))), "")


def _program(name: str) -> str:
    return "iCloud" if name.lower() == "mobile documents" else name


def _mark(folder: Path) -> str:
    for pattern, program in _MARKS.items():
        try:
            if next(folder.glob(pattern), None):
                return program
        except OSError:
            return ""
    return ""


def file_system(path: Path) -> str:
    """Return the type of the file system of a folder, ``cifs`` for a share of Windows."""
    if sys.platform == "win32":
        return windows_kind(str(path), _drive_type(PureWindowsPath(path).drive))
    if sys.platform == "darwin":
        return _longest(path, mounts_of_macos(_mount_output()))
    table = Path("/proc/self/mountinfo")
    text = table.read_text(encoding="utf-8", errors="replace") if table.is_file() else ""
    return _longest(path, mounts_of_linux(text))


def windows_kind(path: str, drive_type: int) -> str:
    r"""Return ``cifs`` for a share of Windows, else ``local``.

    Examples:
        >>> windows_kind(r"\\server\academy", 1), windows_kind(r"C:\academy", 3)
        ('cifs', 'local')
    """
    share = path.startswith(("\\\\", "//")) and not path.startswith(("\\\\?\\", "\\\\.\\"))
    unc = path.upper().startswith("\\\\?\\UNC\\")
    return "cifs" if share or unc or drive_type == _REMOTE_DRIVE else "local"


def mounts_of_linux(text: str) -> dict[Path, str]:
    """Return the type of each mounted file system, from the text of ``/proc/self/mountinfo``."""
    found = {}
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split()
        if dash and len(fields) > 4:
            found[Path(_unescaped(fields[4]))] = after.split()[0]
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def mounts_of_macos(text: str) -> dict[Path, str]:
    """Return the type of each mounted file system, from what the program ``mount`` prints."""
    lines = (re.fullmatch(r".* on (/.*) \((\w+).*\)", line) for line in text.splitlines())
    return {Path(line[1]): line[2] for line in lines if line}


def _longest(path: Path, mounts: Mapping[Path, str]) -> str:
    above = [mount for mount in mounts if path.is_relative_to(mount)]
    return mounts[max(above, key=lambda mount: len(mount.parts))] if above else "unknown"


def _mount_output() -> str:
    import subprocess

    try:
        done = subprocess.run(
            ["/sbin/mount"], capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError:
        return ""
    return done.stdout


def _drive_type(drive: str) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\"))
    return 0
