"""Attacks on a ZIP: names that lead out, links, bombs, doubles, damage."""

import io
import stat
import struct
import warnings
import zipfile

from tests.grading.hostile.case import Case


def packed(change, compression=zipfile.ZIP_DEFLATED):
    """Hand the submission in as a ZIP named after the trainee, which *change* fills."""

    def attack(made):
        names = ("T1.ipynb", "answers.jsonl")
        files = {name: (made.folder / name).read_bytes() for name in names}
        for name in names:
            (made.folder / name).unlink()
        made.folder.rmdir()
        with (
            warnings.catch_warnings(action="ignore"),
            zipfile.ZipFile(_path(made), "w", compression) as archive,
        ):
            change(archive, files, made.trainee)

    return attack


def _path(made):
    return made.folder.with_name(f"{made.trainee}.zip")


def under(prefix):
    """Put both files under a prefix, in which ``*`` is the trainee's id."""

    def change(archive, files, trainee):
        for name, content in files.items():
            member = zipfile.ZipInfo("x")
            member.filename = (
                prefix.replace("*", trainee) + name
            )  # ZipInfo would turn and cut what we want to say
            archive.writestr(member, content)

    return packed(change)


def _with(name, content, mode=0):
    def change(archive, files, trainee):
        for own, kept in files.items():
            if own != name:
                archive.writestr(own, kept)
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        member.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(member, content)

    return packed(change)


def _doubled(archive, files, trainee):
    for name, content in [*files.items(), *files.items()]:
        archive.writestr(name, content)


def _other_case(archive, files, trainee):
    for name, content in files.items():
        archive.writestr(name, content)
        archive.writestr(name.upper(), content)


def _nested(archive, files, trainee):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    archive.writestr(f"{trainee}.zip", inner.getvalue())


def _whole(archive, files, trainee):
    for name, content in files.items():
        archive.writestr(name, content)


def damaged(change):
    """Damage the bytes of a whole ZIP."""

    def attack(made):
        packed(_whole)(made)
        path = _path(made)
        path.write_bytes(change(bytearray(path.read_bytes())))

    return attack


def _locked(content):
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return content


def _overlapping(content):
    """Let every entry of the directory begin at the first file."""
    place = content.find(b"PK\x01\x02")
    first = content[place + 42 : place + 46]
    size = content[place + 20 : place + 24]
    while place >= 0:
        content[place + 42 : place + 46] = first
        content[place + 20 : place + 24] = struct.pack("<I", struct.unpack("<I", size)[0] * 9)
        place = content.find(b"PK\x01\x02", place + 4)
    return content


OUT = "leads out of the ZIP"
CASES = {
    "a name that climbs": Case(under("../../*/"), "refused", None, OUT),
    "an absolute name": Case(under("/*/"), "refused", None, OUT),
    "a drive": Case(under("C:/*/"), "refused", None, OUT),
    "a drive without a slash": Case(under("C:"), "refused", None, OUT),
    "a share": Case(under("\\\\server\\*\\"), "refused", None, OUT),
    "a name that climbs backwards": Case(under("..\\..\\*\\"), "refused", None, OUT),
    "a link inside": Case(
        _with("answers.jsonl", "/etc/passwd", stat.S_IFLNK | 0o777), "refused", None, "link"
    ),
    "a member twice": Case(packed(_doubled), "refused", None, "is there 2 times"),
    "a member in other letters": Case(packed(_other_case), "refused", None, "is there 2 times"),
    "a bomb": Case(_with("T1.ipynb", b"0" * 30_000_000), "refused", None, "times its size"),
    "files over one another": Case(damaged(_overlapping), "refused", None, "over one another"),
    "a password": Case(damaged(_locked), "refused", None, "password"),
    "cut in the middle": Case(
        damaged(lambda content: content[: len(content) // 2]), "refused", None, "no ZIP that can"
    ),
    "no ZIP at all": Case(damaged(lambda content: b"MZ" * 500), "refused", None, "no ZIP that can"),
    "a ZIP in the ZIP": Case(packed(_nested), "refused", None, "a ZIP inside a ZIP"),
    "a strange file inside": Case(_with("../../gradebook.db", b"x"), words="gradebook.db"),
}
