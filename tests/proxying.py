"""A real nginx in front of servers, with a file of ours in the middle of its own settings."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from grp import getgrgid
from pathlib import Path
from pwd import getpwuid

import pytest

from serving import free_port, served, wait_until_up
from tracker.resources import data_folder

SHIPPED = (data_folder().parent / "deploy" / "nginx.conf").read_text("utf-8")
"""The site for one server, as we ship it."""

AROUND = """
daemon off;
user {user} {group};
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


def nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not found and not os.environ.get("CI"):
        pytest.skip("nginx is not installed")
    assert found, "no nginx: CI installs it, see the Makefile"
    return found


def host_of(address: str) -> str:
    """Give host and port of a server on this machine, by number: nginx would try IPv6 too."""
    return address.removeprefix("http://").replace("localhost", "127.0.0.1")


@contextmanager
def behind_nginx(site: str, port: int, work: Path, folder: str = "") -> Iterator[None]:
    """Run nginx with a site on a port of this machine.

    Args:
        site: the site, which listens on port 80.
        port: the port that it listens on instead.
        work: an existing folder for what nginx writes.
        folder: the folder of the site in which the tracker is.
    """
    command = nginx()
    # Started by root it would give up its rights, and with them the folder; anyone else keeps their own.
    user, group = getpwuid(os.getuid()).pw_name, getgrgid(os.getgid()).gr_name
    site = site.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (work / "nginx.conf").write_text(AROUND.format(folder=work, site=site, user=user, group=group), "utf-8")
    with (work / "nginx.log").open("wb") as out:
        options = ["-c", str(work / "nginx.conf"), "-p", str(work), "-e", "stderr"]
        process = subprocess.Popen([command, *options], stdout=out, stderr=out)
    try:
        wait_until_up(f"http://localhost:{port}{folder}/favicon.png", process, work / "nginx.log")
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def proxied(site: str, work: Path, folder: str = "") -> Iterator[tuple[str, str]]:
    """Give the public address of a server behind nginx, and its own; all else as in `behind_nginx`."""
    port = free_port()
    public = f"http://localhost:{port}{folder}"
    with ExitStack() as running:
        own = running.enter_context(served(log=work / "log", environ={"TRACKER_URL": public}))
        site = site.replace("127.0.0.1:8501", host_of(own))
        running.enter_context(behind_nginx(site, port, work, folder))
        yield public, own
