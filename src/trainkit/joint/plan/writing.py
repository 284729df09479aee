"""Plan files: a new one from the pattern, and an approval added to one. Nothing is ever lost.

An approval is a table added at the end; what the sides wrote is left as they wrote it. A file is
made beside the old one and takes its place whole, or not at all.
"""

import json
import os
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.joint.plan.approval import Approval
from trainkit.joint.plan.canonical import instant
from trainkit.joint.plan.plan import Plan


def new_plan(path: Path, keys: Mapping[str, str]) -> Plan:
    """Write a whole plan to be changed, with the two sides' names and public keys.

    Args:
        path: The file; there must be none yet.
        keys: Public keys by name of a side, in hexadecimal figures.

    Raises:
        TrainkitError: there is such a file, or names and keys do not make a plan.
    """
    text = _filled(keys)
    plan = Plan.parsed(text.encode(), path.name)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise TrainkitError(
            f"{path} is there already and stays as it is. Name another file, or change that one."
        ) from error
    except OSError as error:
        raise _unwritten(path, error) from error
    return plan


def _filled(keys: Mapping[str, str]) -> str:
    if len(keys) != 2:
        raise TrainkitError(
            f"A plan has two sides and {len(keys)} are named. Say --side NAME=KEY twice: the name "
            "of a side, and its public key or the file that holds it."
        )
    text = files("trainkit.joint.plan").joinpath("template.toml").read_text(encoding="utf-8")
    for place, (name, key) in zip(("FIRST", "SECOND"), keys.items(), strict=True):
        if not all(sign.isalnum() or sign in " -" for sign in name) or not name.strip():
            raise TrainkitError(f"'{name}' cannot be a side's name: use letters, as in Alder.")
        text = text.replace(f"@{place}@", name).replace(f"@{place}_KEY@", key)
    return text


def add_approval(path: Path, approval: Approval, was: bytes) -> None:
    """Add an approval at the end of a plan file.

    Args:
        path: The file.
        approval: What a side has signed.
        was: The bytes whose plan was approved.

    Raises:
        TrainkitError: the file was changed meanwhile, or cannot be written; it stays as it was.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(was + _told(approval, was).encode())
        if path.read_bytes() != was:
            raise TrainkitError(
                f"{path} was changed while it was being approved, so nothing was signed into it. "
                "Read it again, then approve again."
            )
        draft.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _told(approval: Approval, was: bytes) -> str:
    words = {
        "side": approval.side,
        "by_role": approval.by_role,
        "digest": approval.digest,
        "signature": approval.signature,
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in words.items()]
    end = "" if was.endswith(b"\n") else "\n"
    return end + "\n".join(["", "[[approvals]]", *lines, f"at = {instant(approval.at)}", ""])


def _unwritten(path: Path, error: OSError) -> TrainkitError:
    return TrainkitError(
        f"{path} cannot be written: {error.strerror}. What was there is there still. Choose a "
        "folder that is there and that you may write."
    )
