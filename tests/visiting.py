"""A page as Streamlit's own test harness runs it, without a browser."""

from streamlit.testing.v1 import AppTest

from tracker.resources import dashboard_folder

SECONDS = 30


def visit_of(page):
    """Return what opens a page (its script's name, "" for the overview) at a query, given as parameters.

    `embedded` opens it in somebody else's page.
    """

    def visit(*, embedded=False, **query):
        at = AppTest.from_file(str(dashboard_folder() / "main.py"), default_timeout=SECONDS)
        at.context = {"is_embedded": embedded}
        if page:
            at.switch_page(f"app_pages/{page}.py")
        for key, value in query.items():
            at.query_params[key] = value
        return at.run()

    return visit


def html(at):
    """Return all HTML that the page wrote; a no-break space is a space, as to whoever reads it."""
    return "\n".join(element.proto.body for element in at.get("html")).replace("\N{NO-BREAK SPACE}", " ")
