"""A real Neo4j 5.26 for the tests, without Docker: jars from Maven Central and a Java 17.

What is used, in this order: ``NEO4J_URI`` (a server that runs already, with ``NEO4J_USER``
and ``NEO4J_PASSWORD``), ``NEO4J_HOME`` (an unpacked Neo4j with its ``lib/``), the jars that
an earlier run left in the user's cache, and at last Maven.  Data lie in a folder that the
caller gives; the port is a free one; :meth:`Server.stop` and :meth:`Server.kill` end it.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
START_SECONDS = 120
STOP_SECONDS = 60
# Short lives on few cores: the quick compiler alone, and the simplest collector.
# (A benchmark sets ZHENGMAI_JAVA to an empty text: the server as it comes.)
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
OPENS = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
)


class CannotStartError(Exception):
    """No server can be had here; the message says what is missing."""


def missing() -> str | None:
    """Say why no server can be started on this machine; None where one can."""
    if shutil.which("java") is None:
        return "no `java` on the path (Java 17 or newer is needed)"
    if jars_folder().is_dir() or shutil.which("mvn"):
        return None
    return "no `mvn` on the path to fetch Neo4j, and NEO4J_HOME is not set"


def jars_folder() -> Path:
    """Give the folder of jars: of NEO4J_HOME, or in the cache under the hash of the pom."""
    if home := os.environ.get("NEO4J_HOME"):
        return Path(home) / "lib"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "zhengmai" / f"neo4j-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"


def fetch_jars() -> Path:
    """Fetch the jars once; a run that is stopped half-way leaves nothing that looks whole."""
    folder = jars_folder()
    if folder.is_dir():
        return folder
    half = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    command = ["mvn", "--batch-mode", "--quiet", "--file", str(POM)]
    command += ["dependency:copy-dependencies", "-DincludeScope=runtime"]
    done = subprocess.run(
        [*command, f"-DoutputDirectory={half}"], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        shutil.rmtree(half, ignore_errors=True)
        raise CannotStartError(f"mvn could not fetch Neo4j:\n{done.stdout[-2000:]}")
    try:
        half.rename(folder)
    except OSError:  # another run was quicker
        shutil.rmtree(half)
    return folder


@dataclass(slots=True, kw_only=True)
class Server:
    """One server process with its own home; it can be started again on the same data."""

    home: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it says that it has started."""
        write_conf(self.home, self.port, self.settings)
        log = self.home / "console.txt"
        main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}"]
        main += [f"--config-dir={self.home / 'conf'}", "--console-mode"]
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                java(*main), stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )
        self._await_start(log)

    def _await_start(self, log: Path) -> None:
        assert self.process is not None
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            text = log.read_text(encoding="utf-8", errors="replace")
            if "Started." in text:
                return
            if self.process.poll() is not None:
                raise CannotStartError(f"Neo4j ended while starting:\n{text[-3000:]}")
            time.sleep(0.2)
        self.kill()
        raise CannotStartError(f"Neo4j did not start in {START_SECONDS} s:\n{text[-3000:]}")

    def stop(self) -> None:
        """End it in good order."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


def new_server(home: Path, **settings: str) -> Server:
    """Make a server (not started) on a free port; settings use ``__`` for the dot."""
    fetch_jars()
    named = {name.replace("__", "."): value for name, value in settings.items()}
    return Server(home=home, port=free_port(), settings=named)


def write_conf(home: Path, port: int, settings: Mapping[str, str]) -> None:
    """Write the configuration: Bolt on the loopback alone, small, no web."""
    conf = {
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.directories.data": str(home / "data"),
        "server.directories.logs": str(home / "logs"),
        "server.directories.import": str(home / "import"),
        "server.memory.pagecache.size": "256m",
        "dbms.security.auth_enabled": "false",
        "dbms.usage_report.enabled": "false",
        **settings,
    }
    folder = home / "conf"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in sorted(conf.items())]
    (folder / "neo4j.conf").write_text("".join(lines), encoding="utf-8")


def admin(home: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `neo4j-admin` with these arguments on the home of a stopped server."""
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return subprocess.run(
        java("org.neo4j.cli.AdminTool", *arguments, java_options=admin_options(home)),
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=cwd,
    )


def admin_options(home: Path) -> tuple[str, ...]:
    """Give the options by which the admin tool finds its home."""
    return (f"-Dbasedir={home}", f"-Dapp.home={home}")


def java(*main: str, java_options: tuple[str, ...] = ()) -> list[str]:
    """Give the command line that runs a main class of the jars."""
    classpath = f"{fetch_jars()}{os.sep}*"
    return [
        "java",
        "-Xmx1g",
        *os.environ.get("ZHENGMAI_JAVA", QUICK).split(),
        *java_options,
        *OPENS,
        "-cp",
        classpath,
        *main,
    ]


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


if __name__ == "__main__":
    sys.stdout.write(f"{fetch_jars()}\n")
