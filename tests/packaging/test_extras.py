"""The library works without the dashboard: with the packages that it alone brings, and no others.

A new environment gets the wheel, and links to the running environment's packages: those that `pip install`
would bring for the library, so that nothing has to be fetched.
"""

import os
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tracker.extras import PACKAGE

pytestmark = pytest.mark.slow


def brought_by(name, extras=frozenset(), known=None):
    """The names of all packages that come with one."""
    known = set() if known is None else known
    for line in metadata.requires(name) or ():
        one = Requirement(line)
        wanted = not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if wanted and (key := canonicalize_name(one.name)) not in known:
            known.add(key)
            brought_by(one.name, one.extras, known)
    return known


def files_of(name):
    """What a package has in the folder of packages, by its whole folders and single files."""
    package = metadata.distribution(name)
    tops = {file.parts[0] for file in package.files} - {"..", "__pycache__"}
    return [Path(package.locate_file(top)) for top in tops]


@pytest.fixture(scope="module")
def alone(tmp_path_factory, wheel):
    """A folder with an environment, `venv`, that holds the wheel and what the library needs."""
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "-qq"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", wheel], check=True, cwd=folder)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    for name in brought_by(PACKAGE):
        for file in files_of(name):
            (packages / file.name).symlink_to(file)
    return folder


def tracker(alone, *arguments):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STREAMLIT"))}
    command = [alone / "venv" / "bin" / "tracker", *arguments]
    return subprocess.run(command, cwd=alone, env=kept, capture_output=True, text=True, timeout=300)


def test_the_library_brings_nothing_of_the_dashboard():
    assert brought_by(PACKAGE).isdisjoint({"jinja2", "pillow", "plotly", "pyarrow", "starlette", "streamlit"})
    assert brought_by(PACKAGE, {"dashboard"}) >= {"brotli", "pyarrow", "starlette", "streamlit", "xlsxwriter"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("format", "--check"),
        ("dictionary",),
        ("brief", "jackson-ms"),
        ("brief", "round=2018-01&q=police"),
        ("add", "letter", "--help"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_the_library_alone_does_what_needs_no_more(alone, arguments):
    done = tracker(alone, *arguments)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "extra"), [(("export", "site"), "exports"), (("serve",), "dashboard")], ids=str
)
def test_a_command_that_needs_more_says_in_a_line_what(alone, arguments, extra):
    done = tracker(alone, *arguments)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: ")
    assert f"pip install '{PACKAGE}[{extra}]'" in line
