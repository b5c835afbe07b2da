"""Where a server listens is tried before it is said, and said so that a browser opens it."""

import socket

import pytest

from tracker.listening import check_free, local_address
from tracker.settings import SettingsError


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_refused_and_a_free_one_is_not(taken):
    with pytest.raises(SettingsError, match=f"port {taken} is taken"):
        check_free("localhost", taken)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    check_free("localhost", free)


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "no-such-host.invalid", "a b"])
def test_an_address_that_is_not_this_machines_is_refused(address):
    with pytest.raises(SettingsError, match="is not one of this machine"):
        check_free(address, 8639)


@pytest.mark.parametrize("address", ["", " "])
def test_an_empty_address_is_refused_and_not_taken_for_every_network(address):
    with pytest.raises(SettingsError, match="the address is empty"):
        check_free(address, 8639)


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("localhost", "http://localhost:8600"),
        ("0.0.0.0", "http://localhost:8600"),
        ("::", "http://localhost:8600"),
        ("::1", "http://[::1]:8600"),
        ("192.0.2.1", "http://192.0.2.1:8600"),
    ],
)
def test_the_address_can_be_typed_into_a_browser(address, opened):
    assert local_address(address, 8600) == opened
