"""The one address of a page, relative and whole."""

from urllib.parse import quote, urljoin

from tracker.address import EVERYWHERE, OWN_KEYS, PRINT, Address


def page_link(path: str, address: Address, **more: str) -> str:
    """Return the relative address of a page, in which nothing refused or at its default is left."""
    known = {*OWN_KEYS[path], *EVERYWHERE} - {PRINT}
    kept = {key: value for key, value in sorted(address.values.items()) if key in known}
    return address.link(path, **kept | more)


def absolute(base: str, link: str) -> str:
    """Return the absolute address of a relative one, in plain ASCII."""
    return quote(urljoin(base, link), safe="%/:=&?~#+!$,;'@()*[]")
