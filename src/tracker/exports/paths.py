"""Where each export is served, relative to the site: the public contract of the HTTP interface."""

API = "api/v1"
DATA_PACKAGE = f"{API}/datapackage.zip"
RELEASES = f"{API}/releases"
"""Where the packages of released versions are, each under its version."""
OPENAPI = f"{API}/openapi.json"


def file_path(table: str, extension: str, query: str = "") -> str:
    """Return the relative address of a public table under some filters."""
    path = f"{API}/{table}.{extension}"
    return f"{path}?{query}" if query else path
