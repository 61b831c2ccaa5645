"""A PostgreSQL of one's own: on a Unix socket in a folder of its own, and on no port. Needs Debian's postgresql."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time


def programs():
    """The newest of initdb and postgres beside each other; None: it is not installed."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parent.parent.name))
    if found:
        return found[-1].parent
    beside = shutil.which("initdb")
    return pathlib.Path(beside).resolve().parent if beside else None


def missing():
    """What a test needs that is not here; empty: all is."""
    if not programs():
        return "PostgreSQL is not installed (.ci/install-deps --tests installs it)"
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        return "PostgreSQL does not run as root, and setpriv is not there"
    return ""


class PrivatePostgres:
    """start(), kill() as often as one likes; end() at last. `uri`: of the database `jangbu`, which any local user may use."""

    def __init__(self):
        # Sockets have short names; and who is not root must get here.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-pg-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.data, self.log = self.folder / "data", self.folder / "log"
        # As whom: the server refuses to be root.
        self.before = []
        if os.geteuid() == 0:
            user = next(u for u in ("postgres", "nobody") if self.is_there(u))
            self.before = ["setpriv", "--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), "--clear-groups"]
            shutil.chown(self.folder, user)
        self.uri = f"postgresql://jangbu@/jangbu?host={self.folder}"
        self.server = None
        self.run("initdb", "-D", self.data, "-U", "jangbu", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")

    @staticmethod
    def is_there(user):
        with contextlib.suppress(KeyError):
            return bool(pwd.getpwnam(user))
        return False

    def run(self, program, *arguments):
        done = subprocess.run([*self.before, programs() / program, *arguments], capture_output=True, text=True, cwd=self.folder)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    def start(self, seconds=60):
        with self.log.open("ab") as log:
            self.server = subprocess.Popen([*self.before, programs() / "postgres", "-D", self.data, "-k", self.folder, "-c", "listen_addresses=", "-c", "max_connections=50"],
                                           stdout=log, stderr=log, cwd=self.folder, start_new_session=True)
        until = time.monotonic() + seconds
        while subprocess.run([*self.before, programs() / "psql", "-qAt", "-c", "SELECT 1", self.uri.replace("/jangbu?", "/postgres?")], capture_output=True).returncode != 0:
            if self.server.poll() is not None or time.monotonic() > until:
                raise RuntimeError("PostgreSQL did not start:\n" + self.log.read_text(errors="replace")[-3000:])
            time.sleep(0.05)
        self.make_database("jangbu")
        return self

    def make_database(self, name):
        """Gives its URI; one that is there stays."""
        uri = self.uri.replace("/jangbu?", f"/{name}?")
        if self.ask("SELECT 1 FROM pg_database WHERE datname = '" + name + "'", "postgres") == "":
            self.ask(f'CREATE DATABASE "{name}"', "postgres")
        return uri

    def ask(self, sql, database="jangbu"):
        """Rows as text, cells parted by tabs."""
        done = subprocess.run([programs() / "psql", "-qAtF", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql, self.uri.replace("/jangbu?", f"/{database}?")], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout.rstrip("\n")

    def kill(self):
        """As a power cut would, but for what the kernel has in its buffers: the server and all that it began."""
        if self.server and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def end(self):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
