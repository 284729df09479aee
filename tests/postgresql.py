"""A real PostgreSQL for the tests: on loopback, as an unprivileged user, gone with the tests.

Run as a program, this file is the keeper of one server: it starts it, says where it listens, and
ends it when its own input is closed, which also happens when the tests are killed.
"""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import psycopg
from psycopg import sql

USER = "trainkit"
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_SMALL = {"shared_buffers": "16MB", "max_connections": "60", "max_wal_size": "64MB"}
_STARTING_S = 60.0


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        port: Where it listens on 127.0.0.1.
        password: Password of the user `USER`, who owns every database.
    """

    port: int
    password: str

    def url(self, database, user=USER, password=None):
        """Return the address of a database as an instructor gives it."""
        shown = self.password if password is None else password
        return f"postgresql://{user}:{shown}@127.0.0.1:{self.port}/{database}"

    def ask(self, text, database="postgres"):
        """Run one statement outside of a transaction, and return its rows."""
        told = {"host": "127.0.0.1", "port": self.port, "user": USER, "password": self.password}
        with psycopg.connect(**told, dbname=database, autocommit=True) as connection:
            found = connection.execute(text)
            return found.fetchall() if found.description else []

    def make(self, name, template="template0"):
        """Make a database, empty or as a copy of another; return its address."""
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self.ask(words.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, name):
        """Take a database away, whoever is connected."""
        self.ask(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def programs():
    """Return the folder of ``initdb`` and ``postgres``, or None: Debian keeps them off the PATH."""
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    known = [*([Path(on_path).resolve().parent] if on_path else []), *reversed(debian)]
    ending = ".exe" if sys.platform == "win32" else ""
    return next((place for place in known if (place / f"postgres{ending}").is_file()), None)


@contextmanager
def running(place):
    """Give a server whose programs are in a folder; it ends with the block or with this process."""
    command = [sys.executable, __file__, str(place)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, **pipes, start_new_session=True) as keeper:
        told = json.loads(keeper.stdout.readline() or '{"failed": "its keeper ended"}')
        if "failed" in told:
            raise RuntimeError(f"PostgreSQL does not start: {told['failed']}")
        yield Server(**told)
        keeper.communicate()


def _keep(place):
    """Run a server until the input is closed, and leave nothing behind."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = Path(tempfile.mkdtemp(prefix="trainkit-pg-"))
    server = None
    try:
        password = _cluster(place, folder)
        server, port = _started(place, folder, password)
        print(json.dumps({"port": port, "password": password}), flush=True)
        sys.stdin.read()
    except (OSError, subprocess.CalledProcessError, RuntimeError) as error:
        print(json.dumps({"failed": f"{error} {getattr(error, 'stderr', '')}"}), flush=True)
    finally:
        if server:
            server.send_signal(getattr(signal, "SIGQUIT", signal.SIGTERM))
            server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged():
    """Return as whom the server runs: PostgreSQL refuses to run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    names = [one.pw_name for one in pwd.getpwall()]
    found = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def _cluster(place, folder):
    """Make a cluster in a folder, and return the password of its user."""
    password = secrets.token_urlsafe(24)
    (folder / "password").write_text(password, encoding="ascii")
    who = _unprivileged()
    for path in (folder, folder / "password"):
        if who:
            os.chown(path, who["user"], who["group"])
    words = ["-A", "scram-sha-256", "-U", USER, "--pwfile", str(folder / "password"), "--no-sync"]
    command = [str(place / "initdb"), "-D", str(folder / "data"), *words]
    said = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
    told = [*command, "--encoding=UTF8", "--locale=C"]
    subprocess.run(told, check=True, cwd=folder, env=_environment(), **said, **who)
    return password


def _started(place, folder, password):
    for _ in range(5):
        port = _free_port()
        server = _server(place, folder, port)
        if _answers(server, port, password):
            return server, port
    raise RuntimeError((folder / "log").read_text(encoding="utf-8", errors="replace")[-500:])


def _server(place, folder, port):
    settings = {**_FAST, **_SMALL, "listen_addresses": "127.0.0.1", "port": str(port)}
    settings |= {"unix_socket_directories": "", "lc_messages": "C"}
    words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [str(place / "postgres"), "-D", str(folder / "data"), *words],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **_unprivileged(),
        )


def _environment():
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _answers(server, port, password):
    """Wait until a server answers; return whether it does, rather than having ended."""
    end = monotonic() + _STARTING_S
    while monotonic() < end and server.poll() is None:
        with suppress(psycopg.OperationalError):
            Server(port, password).ask("SELECT 1")
            return True
        sleep(0.05)
    return False


if __name__ == "__main__":
    _keep(Path(sys.argv[1]))
