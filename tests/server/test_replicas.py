"""Two replicas behind a real nginx, as deploy/ has them: either will do, and one may go."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import pytest
import yaml
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from proxying import behind_nginx, host_of
from serving import free_port, started
from tracker.resources import data_folder

DEPLOY = data_folder().parent / "deploy"
NAMES = ("first", "second")
VIEW = "round=2018-01&state=CA&as_of=2018-01-25"
PATHS = (
    f"/?{VIEW}",
    f"/?{VIEW}&print=true",
    "/record?id=jackson-ms&as_of=2018-03-01",
    f"/api/v1/letters.json?{VIEW}",
    f"/api/v1/letters.xlsx?{VIEW}",
    f"/feed.atom?{VIEW}",
    f"/deadlines.ics?{VIEW}",
    f"/card.png?{VIEW}",
    "/api/v1/datapackage.zip",
)


@dataclass(frozen=True)
class Site:
    """The public address, and the replicas behind it: their own addresses and processes."""

    public: str
    replicas: dict[str, tuple[str, Popen[bytes]]]

    @property
    def addresses(self) -> list[str]:
        return [self.public, *(address for address, _ in self.replicas.values())]


def site_in(work: Path) -> Iterator[Site]:
    port = free_port()
    public = f"http://localhost:{port}"
    with ExitStack() as running:
        replicas = {
            name: running.enter_context(started(log=work / name, environ={"TRACKER_URL": public}))
            for name in NAMES
        }
        site = (DEPLOY / "replicas.conf").read_text("utf-8")
        site = site.replace("/var/cache/nginx", str(work))
        for name, (address, _) in replicas.items():
            site = site.replace(f"{name}:8501", host_of(address))
        running.enter_context(behind_nginx(site, port, work))
        yield Site(public, replicas)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    yield from site_in(tmp_path_factory.mktemp("replicas"))


def get(address, **headers):
    """Ask without a word on codings, unless the headers have one."""
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:
        return answer.read(), answer.headers


@contextmanager
def reader(address):
    """Open a live page, as far as its socket goes."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, origin=address, subprotocols=["streamlit"], max_size=None) as socket:
        yield socket


def shown(socket, query):
    """Ask for a view and give all that comes, as text."""
    message = BackMsg()
    message.rerun_script.query_string = query
    socket.send(message.SerializeToString())
    told = []
    while True:
        got = ForwardMsg.FromString(socket.recv(timeout=60))
        told.append(str(got))
        if got.WhichOneof("type") == "script_finished":
            return "".join(told)


def headline(drawn):
    return re.search(r"<h1[^>]*>(.*?)</h1>", drawn)[1]


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS)
def test_all_answer_the_same_bytes_under_the_same_tag(site, path):
    answers = [get(address + path) for address in site.addresses]
    assert len({body for body, _ in answers}) == 1
    assert len({headers["etag"] for _, headers in answers}) == 1


@pytest.mark.slow
def test_what_one_asked_for_is_kept_for_all_in_each_coding(site):
    path = "/?state=IL&as_of=2018-01-25"
    plain, headers = get(site.public + path)
    assert headers["x-cache"] == "MISS"
    again, headers = get(site.public + path)
    assert (again, headers["x-cache"]) == (plain, "HIT")
    for wanted, coding in (("gzip, deflate, br", "br"), ("deflate, gzip", "gzip")):
        packed = [get(site.public + path, **{"Accept-Encoding": wanted}) for _ in range(2)]
        assert [headers["x-cache"] for _, headers in packed] == ["MISS", "HIT"]
        assert {headers["content-encoding"] for _, headers in packed} == {coding}
        assert packed[0][0] == packed[1][0] != plain


@pytest.mark.slow
def test_the_file_of_a_live_page_is_found_whichever_replica_drew_it(site):
    with reader(site.public) as socket:
        name, *_ = re.findall(r"/media/[\w.]+", shown(socket, VIEW))
        (holder,) = (own for own, _ in site.replicas.values() if is_there(own + name))
        assert {get(site.public + name)[0] for _ in range(4)} == {get(holder + name)[0]}


def is_there(address):
    try:
        get(address)
    except urllib.error.HTTPError:
        return False
    return True


@pytest.mark.slow
def test_a_page_whose_replica_is_killed_comes_back_with_its_view(site, toll):
    with reader(site.public) as one, reader(site.public) as other:  # nginx takes turns
        before = {headline(shown(socket, VIEW)) for socket in (one, other)}
        _, process = site.replicas["first"]
        process.kill()
        process.wait(timeout=20)
        assert [is_closed(socket) for socket in (one, other)].count(True) == 1
    for _ in range(3):
        with reader(site.public) as again:
            assert {headline(shown(again, VIEW))} == before
    for state in ("NY", "OR", "MA", "WA"):  # nobody has asked for these
        body, headers = get(f"{site.public}/?state={state}&as_of=2018-01-25")
        assert headers["x-cache"] == "MISS"
        assert b"</html>" in body
    toll("replicas killed")


def is_closed(socket):
    """Tell whether a socket has ended; one that lives is drawn on."""
    try:
        shown(socket, "state=IL")
    except ConnectionClosed:
        return True
    return False


def test_nginx_passes_on_the_same_for_one_server_and_for_two():
    one, two = (
        {line.strip() for line in (DEPLOY / name).read_text("utf-8").splitlines()}
        for name in ("nginx.conf", "replicas.conf")
    )
    passed_on = {line for line in one if line.startswith(("proxy_set_header X-", "proxy_set_header Host"))}
    assert passed_on
    assert passed_on <= two


def test_the_container_is_small_not_root_and_says_how_it_is():
    lines = (DEPLOY / "Containerfile").read_text("utf-8").splitlines()
    words = [line.split() for line in lines]
    images = [word[1] for word in words if word[:1] == ["FROM"]]
    assert all(image.endswith("-slim") for image in images)
    (user,) = (word[1] for word in words if word[:1] == ["USER"])
    assert user.split(":")[0] != "0"
    assert any("/healthz" in line for line in lines)
    copied = {name for word in words if word[:1] == ["COPY"] for name in word[1:-1] if name[:2] != "--"}
    assert all((DEPLOY.parent / name).exists() for name in copied - {"/tracker"})
    (command,) = (line.removeprefix("CMD ") for line in lines if line.startswith("CMD"))
    assert json.loads(command)[:2] == ["tracker", "serve"]


def test_the_replicas_of_the_composition_are_alike_and_are_those_that_nginx_asks():
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    services = composed["services"]
    proxy = services.pop("proxy")
    assert tuple(services) == NAMES == tuple(proxy["depends_on"])
    assert services["first"] == services["second"]
    site = (DEPLOY / "replicas.conf").read_text("utf-8")
    assert tuple(re.findall(r"server (\w+):8501", site)) == NAMES
    build = services["first"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()
    mounted = [volume.partition(":")[0] for volume in proxy["volumes"]]
    assert all((DEPLOY / name).is_file() for name in mounted if name.startswith("."))
    assert {name for name in mounted if not name.startswith(".")} == set(composed["volumes"])
