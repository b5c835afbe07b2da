"""Where a server listens: whether it can, and the address that a browser on the same machine opens."""

import errno
import os
import socket

from tracker.settings import SettingsError

_EVERYWHERE = ("0.0.0.0", "::")


def check_free(address: str, port: int) -> None:
    """Make sure that a server can listen at an address, as Streamlit will.

    Raises:
        SettingsError: the address is empty or not of this machine, or the port is taken or kept for others.
    """
    if not address.strip():
        raise SettingsError("the address is empty; name one, such as localhost, or leave --address out")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":  # there it would share a port that is taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            probe.listen()
        except OSError as error:
            raise SettingsError(_reason(error, address, port)) from error


def local_address(address: str, port: int) -> str:
    """Return what to type into a browser on this machine."""
    host = "localhost" if address in _EVERYWHERE else address
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _reason(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; name another with --port or PORT"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user; name another with --port or PORT"
    return f"the address “{address}” is not one of this machine ({error.strerror or error})"
