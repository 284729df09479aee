"""Results on disk: Parquet, one file a task, so that what is done is never run again.

A file's name and metadata say from what it came: the scenario's values, the seed, the replications
and the code. Sweeps may share a folder; a file from other code or values is never taken for ours.
"""

import hashlib
import inspect
import json
import os
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from trainkit.errors import TrainkitError, shown
from trainkit.experiments.plan import Table, Task
from trainkit.kernel.chain import STATEMENT
from trainkit.kernel.compiled import source_hash
from trainkit.model import Model

_KEY = b"trainkit"


@dataclass(frozen=True)
class Store:
    """A folder of finished tasks.

    Attributes:
        folder: Where the files lie.
        name: The varied parameter.
        at: Its values, one a point.
    """

    folder: Path
    name: str
    at: tuple[Any, ...]

    def find(self, task: Task) -> Table | None:
        """Return the table of a finished task, or None when it is to be run."""
        from pyarrow import parquet

        try:
            found = parquet.read_table(self._path(task))
            told = json.loads((found.schema.metadata or {})[_KEY])
            if told != _identity(task) or len(found) != task.n:
                return None
            return {name: found[name].to_numpy() for name in _metrics(task)}
        except (OSError, ValueError, KeyError):
            return None

    def keep(self, task: Task, table: Table) -> None:
        """Write the table of a finished task; the file appears whole or not at all.

        Raises:
            TrainkitError: it cannot be written; what was written before is kept.
        """
        path = self._path(task)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            _write(part, self._columns(task, table), _identity(task))
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise TrainkitError(
                f"Results could not be written to {self.folder}: {error}. What was written before "
                "is kept: make room or choose another folder, and the same call goes on from there."
            ) from error

    def _path(self, task: Task) -> Path:
        digest = hashlib.sha256(json.dumps(_identity(task), sort_keys=True).encode()).hexdigest()
        return self.folder / f"{digest[:16]}-{task.first:07d}.parquet"

    def _columns(self, task: Task, table: Table) -> dict[str, Any]:
        value = self.at[task.point]
        plain = value if isinstance(value, bool | int | float | str) else shown(value)
        replications = np.arange(task.first, task.first + task.n)
        return {self.name: [plain] * task.n, "replication": replications, **table}


def opened(folder: str | Path, name: str, at: tuple[Any, ...]) -> Store:
    """Return the store in *folder*, which is made if it is missing.

    Raises:
        TrainkitError: nothing can be written there, said before anything is run.
    """
    path = Path(folder)
    probe = path / f".{os.getpid()}.part"
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"Results cannot be written to {path}: {error}. Choose a folder that you may write to."
        ) from error
    return Store(path, name, at)


def _write(path: Path, columns: dict[str, Any], identity: dict[str, Any]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    told = {_KEY: json.dumps(identity), b"statement": STATEMENT}
    table = pa.table(columns).replace_schema_metadata(told)
    parquet.write_table(table, path)


def _metrics(task: Task) -> list[str]:
    return [metric.name for metric in task.scenario.model.metrics]


def _identity(task: Task) -> dict[str, Any]:
    return {
        "scenario": task.scenario.name,
        "fingerprint": task.scenario.fingerprint,
        "seed": str(task.seed),
        "first": task.first,
        "n": task.n,
        "code": _code(task.scenario.model),
        "metrics": _metrics(task),
    }


def _code(model: Model) -> str:
    """Return what tells the code that ran from other code: version, sources, the model's file."""
    try:
        release = version("trainkit")
    except PackageNotFoundError:
        release = "unknown"
    return f"{release}-{source_hash()}-{_file_hash(Path(inspect.getfile(model.start)))}"


@cache
def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes() if path.is_file() else b"").hexdigest()[:16]
