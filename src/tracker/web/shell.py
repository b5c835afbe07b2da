"""What every page of the live dashboard needs before Streamlit starts."""

from starlette.requests import Request

from tracker.pages.engine import render


def with_scripts(request: Request, html: str) -> str:
    """Put the dashboard's own scripts at the start of a page."""
    return html.replace("<head>", f"<head><script>{render('shell.js.j2')}</script>", 1)
