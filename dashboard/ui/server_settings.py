"""The settings of this server, as `tracker serve` or the environment hands them down."""

import os
import sys
from functools import cache

from tracker.settings import Settings, SettingsError


@cache
def settings() -> Settings:
    """Return the settings, read once; one that cannot be ends the server with a line that says which."""
    try:
        return Settings.from_env(os.environ)
    except SettingsError as error:
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(2)
