"""The settings of a server: read once where it starts, held to be right, and handed down as one value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tracker.resources import data_folder

DATA, PORT, URL, CONTACT = "TRACKER_DATA", "PORT", "TRACKER_URL", "TRACKER_CONTACT"
FRAME_ANCESTORS, HSTS = "TRACKER_FRAME_ANCESTORS", "TRACKER_HSTS"
ANYONE = "*"

_BASE_PATH = "STREAMLIT_SERVER_BASE_URL_PATH"
_HOST = r"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])"
_AUTHORITY = re.compile(rf"{_HOST}(?::(?P<port>\d{{1,5}}))?", re.IGNORECASE)
_ADDRESS = re.compile(rf"https?://{_AUTHORITY.pattern}(?:/[a-z0-9._~/-]*)?", re.IGNORECASE)
_SOURCE = re.compile(
    rf"\*|'self'|https?:|(?:https?://)?(?:\*\.)?{_HOST}(?::(?:\d{{1,5}}|\*))?(?:/[a-z0-9._~/-]*)?",
    re.IGNORECASE,
)


class SettingsError(ValueError):
    """A setting that cannot be; the message is one line that says which, and what it should be like."""


@dataclass(frozen=True)
class Settings:
    """How a server runs.

    Attributes:
        folder: the folder of the data, as an absolute path.
        port: the port it listens on.
        address: the name or number of the network interface it listens on.
        url: the public address of the site with its last slash; "" where links carry what a request names.
        contact: whom readers are to tell of an error; "" for nobody.
        frame_ancestors: whose pages may show an embedded page, as in CSP's `frame-ancestors`.
        hsts: for how many seconds browsers are to keep to HTTPS; 0 leaves that to the proxy.
    """

    folder: Path
    port: int = 8501
    address: str = "localhost"
    url: str = ""
    contact: str = ""
    frame_ancestors: str = ANYONE
    hsts: int = 0

    @classmethod
    def from_env(
        cls, environ: Mapping[str, str], *, folder: Path | None = None, address: str = "localhost"
    ) -> "Settings":
        """Read the settings from environment variables; `folder` outranks the variable.

        Raises:
            SettingsError: one of them cannot be.
        """
        if environ.get(_BASE_PATH):
            raise SettingsError(
                f"{_BASE_PATH} is not supported: let the proxy take the folder off, and name it in {URL}"
            )
        return cls(
            folder=_folder(folder or Path(environ.get(DATA) or data_folder())),
            port=_number(PORT, environ.get(PORT) or "8501", 1, 65535),
            address=address,
            url=_url(environ.get(URL, "")),
            contact=environ.get(CONTACT, ""),
            frame_ancestors=frame_ancestors(environ.get(FRAME_ANCESTORS, "")),
            hsts=_number(HSTS, environ.get(HSTS) or "0", 0, 10 * 366 * 86400),
        )

    @property
    def origin(self) -> str:
        """Host and port of the public address as a browser names them, in small letters; "" without one."""
        return urlsplit(self.url).netloc.lower()


def public_address(text: str) -> str:
    """Return the address of a site with its last slash.

    Raises:
        ValueError: it is no address of the web that other addresses can be appended to.
    """
    match = _ADDRESS.fullmatch(text)
    if not match or int(match["port"] or 0) > 65535:
        raise ValueError(f"“{text}” is not a web address like https://letters.example.org/")
    return text.rstrip("/") + "/"


def is_host(text: str) -> bool:
    """Tell whether a text, such as the Host that a request names, is a host with or without a port."""
    match = _AUTHORITY.fullmatch(text)
    return bool(match) and int(match["port"] or 0) <= 65535  # type: ignore[index]


def frame_ancestors(text: str) -> str:
    """Return a list of CSP sources with single spaces; `*` for none.

    Raises:
        SettingsError: part of it is no source, and would end the directive or be passed over by browsers.
    """
    sources = text.split() or [ANYONE]
    wrong = [source for source in sources if not _SOURCE.fullmatch(source) and sources != ["'none'"]]
    if wrong:
        raise SettingsError(
            f"{FRAME_ANCESTORS}: “{wrong[0]}” is not a source like https://news.example.org, 'self' or *"
        )
    return " ".join(sources)


def _folder(path: Path) -> Path:
    """Return the absolute path, since the server may start in another folder than its command."""
    if not path.is_dir():
        raise SettingsError(f"there is no folder {path} with data")
    return path.absolute()


def _url(text: str) -> str:
    try:
        return text and public_address(text)
    except ValueError as error:
        raise SettingsError(f"{URL}: {error}") from error


def _number(name: str, text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
        raise SettingsError(f"{name}: “{text}” is not a whole number from {least} to {most}")
    return int(text)
