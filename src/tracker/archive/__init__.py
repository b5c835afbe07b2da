"""The whole tracker as static files: the same pages and exports, in a folder that needs no server."""

from tracker.archive.whole import MANIFEST, archive

__all__ = ["MANIFEST", "archive"]
