"""A RabbitMQ of one's own: on loopback, in a folder of its own, with names and ports that meet no other. Needs Debian's rabbitmq-server."""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

SERVER = pathlib.Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
EPMD = shutil.which("epmd")


def missing():
    """What a test needs that is not here; empty: all is."""
    return "" if SERVER.exists() and EPMD else "rabbitmq-server is not installed (.ci/install-deps --tests installs it)"


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class PrivateBroker:
    """start(), kill() as often as one likes; end() at last. `certificate`, `key`: for TLS on a port of its own."""

    def __init__(self, folder, certificate=None, key=None):
        self.folder = pathlib.Path(folder)
        self.port, self.tls_port, distribution, names = free_ports(4)
        self.url, self.tls_url = f"amqp://guest:guest@127.0.0.1:{self.port}/", f"amqps://guest:guest@localhost:{self.tls_port}/"
        self.log = self.folder / "console.log"
        self.folder.mkdir(parents=True)
        config = ["loopback_users = none", f"listeners.tcp.1 = 127.0.0.1:{self.port}", "disk_free_limit.absolute = 1MB", "vm_memory_high_watermark.relative = 0.8"]
        if certificate:
            config += [f"listeners.ssl.1 = 127.0.0.1:{self.tls_port}", f"ssl_options.certfile = {certificate}", f"ssl_options.keyfile = {key}", "ssl_options.verify = verify_none"]
        (self.folder / "rabbitmq.conf").write_text("\n".join(config) + "\n")
        (self.folder / "plugins").write_text("[].")
        # The node's name has to be one that its machine resolves.
        self.environment = {
            **os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "RABBITMQ_NODENAME": f"jangbu-{self.port}@localhost", "RABBITMQ_MNESIA_BASE": str(self.folder / "mnesia"),
            "RABBITMQ_LOG_BASE": str(self.folder / "log"), "RABBITMQ_CONFIG_FILE": str(self.folder / "rabbitmq"), "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.folder / "plugins"),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null", "RABBITMQ_DIST_PORT": str(distribution), "RABBITMQ_PID_FILE": str(self.folder / "pid"), "ERL_EPMD_PORT": str(names),
            "ERL_EPMD_ADDRESS": "127.0.0.1", "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none", "RABBITMQ_USE_LONGNAME": "false",
        }
        # Started here, in the foreground: the node would leave one behind as a daemon.
        self.epmd = subprocess.Popen([EPMD, "-port", str(names), "-address", "127.0.0.1"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.node = None

    def start(self, seconds=120):
        with self.log.open("ab") as log:
            self.node = subprocess.Popen([SERVER], env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True)
        until = time.monotonic() + seconds
        while not self.listens():
            if self.node.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the broker did not start:\n" + self.log.read_text(errors="replace")[-3000:])
            time.sleep(0.1)
        return self

    def listens(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def kill(self):
        """As a power cut would, but for what the kernel has in its buffers."""
        if self.node and self.node.poll() is None:
            os.killpg(self.node.pid, signal.SIGKILL)
            self.node.wait()
            # The script is gone before the program that it began.
            with contextlib.suppress(ProcessLookupError):
                while True:
                    os.killpg(self.node.pid, 0)
                    time.sleep(0.02)

    def end(self):
        self.kill()
        self.epmd.kill()
        self.epmd.wait()
