"""A real QGIS Server, a real PostgreSQL with PostGIS, and servers that misbehave, all on loopback."""

import os
import pwd
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

WAIT_S = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(question, what):
    """Ask until it is true; fail with what was waited for."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if question():
            return
        time.sleep(0.1)
    pytest.fail(f"{what} did not start within {WAIT_S} s")


def _answers(url):
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextmanager
def wfs_server(project: Path):
    """QGIS's own development server with a project; its address."""
    command = shutil.which("qgis_mapserver")
    if command is None:
        pytest.skip("qgis_mapserver is missing; install the package qgis-server")
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [command, "-p", str(project), address],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://{address}/"
    try:
        wait_for(lambda: _answers(f"{url}?SERVICE=WFS&REQUEST=GetCapabilities"), "qgis_mapserver")
        yield url
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def http_server(answer):
    """A server whose GET is answered by answer(handler); its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def send(handler, body, announced=None, kind="text/xml"):
    """An answer with a body; announced: a length other than the true one."""
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body) if announced is None else announced))
    handler.end_headers()
    handler.wfile.write(body)


def relay(handler, upstream, cut=None):
    """Hand a request on to another server; cut(path, body) may shorten the answer."""
    with urllib.request.urlopen(upstream + handler.path.lstrip("/")) as answer:
        body, kind = answer.read(), answer.headers.get("Content-Type", "text/xml")
    own = f"http://{handler.headers['Host']}/".encode()
    body = body.replace(upstream.encode(), own)
    shorter = body if cut is None else cut(handler.path, body)
    send(handler, shorter, len(body), kind)
    if len(shorter) < len(body):
        handler.close_connection = True


@contextmanager
def postgis_server():
    """A PostgreSQL cluster of its own with PostGIS; the connection as a dict of host, port, user, dbname."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs or not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        pytest.skip("PostgreSQL with PostGIS is missing; install postgresql and postgresql-15-postgis-3")
    bin_folder, port = programs[-1], free_port()
    # The server refuses to run as root; its folder must belong to the user who runs it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    user = "postgres" if as_user else pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(f"/tmp/asm_atlas_postgis_{port}")
    folder.mkdir(mode=0o700)
    if as_user:
        shutil.chown(folder, "postgres", "postgres")

    def run(*command):
        subprocess.run([*as_user, *map(str, command)], check=True, capture_output=True, cwd="/")

    try:
        run(bin_folder / "initdb", "-D", folder / "data", "-A", "trust", "-U", user, "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(bin_folder / "pg_ctl", "-D", folder / "data", "-w", "-o", options, "-l", folder / "log", "start")
        run(bin_folder / "createdb", "-h", "127.0.0.1", "-p", port, "-U", user, "atlas")
        run(
            bin_folder / "psql",
            "-h",
            "127.0.0.1",
            "-p",
            port,
            "-U",
            user,
            "-d",
            "atlas",
            "-c",
            "CREATE EXTENSION postgis",
        )
        yield {"host": "127.0.0.1", "port": str(port), "user": user, "dbname": "atlas"}
    finally:
        subprocess.run(
            [*as_user, str(bin_folder / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"],
            check=False,
            capture_output=True,
            cwd="/",
        )
        shutil.rmtree(folder, ignore_errors=True)
